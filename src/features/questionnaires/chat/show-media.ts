import type { Chat } from '../../../bot/context.ts'
import { inRows } from '../../../bot/drafts/question-view.ts'
import type { Unheard } from '../../../bot/feature.ts'
import type { DocumentMessage } from '../../../bot/messenger.ts'
import { joined } from '../../../platform/texts/html.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import type { FormFile, FormFiles } from '../data/files/form-files.ts'
import { filesIn, filesOf, type NamedFile } from '../domain/form-files.ts'
import { languageOf } from '../domain/form-language.ts'
import { readBefore, type Asking } from './scene.ts'

export interface ShowMediaNeeds {
  formFiles: Pick<FormFiles, 'ofVersion' | 'content' | 'learn' | 'forget'>
}

/** What is shown before a question; of a choice, with the number that stands before it. */
interface Shown extends NamedFile {
  caption?: string
}

/** More pictures of choices than this nobody looks through on a phone. */
const mostChoices = 20
const perAlbum = 10

/** The pictures, sounds and films of a form, each in a message of its own above the question that it belongs to. */
export function showingMedia({ formFiles }: ShowMediaNeeds) {
  /** Whether something was shown; what is only looked at anew, or half ticked, has been shown already. */
  async function show(chat: Chat, standing: Asking): Promise<boolean> {
    const { form, response, look } = standing
    if (filesOf(form).length === 0 || look !== undefined || response.pending !== null) return false
    const { before, choices } = wantedBy(chat, standing)
    if (before.length + choices.length === 0) return false
    const files = await formFiles.ofVersion(response.versionId)
    let isShown = false
    for (const one of before) isShown = (await send(chat, one, files)) || isShown
    return (await showChoices(chat, choices, files)) || isShown
  }

  /** In albums where Telegram knows all of them, else one by one. */
  async function showChoices(
    chat: Chat,
    choices: readonly Shown[],
    files: ReadonlyMap<string, FormFile>,
  ): Promise<boolean> {
    const photos = choices.flatMap(({ kind, name, caption = '' }) => {
      const fileId = kind === 'image' ? files.get(name)?.shownFileId : undefined
      return fileId ? [{ fileId, caption }] : []
    })
    if (photos.length === choices.length && photos.length > 1) {
      for (const album of inRows(photos, perAlbum))
        if (album.length > 1) chat.tellAlbum(album)
        else await send(chat, choices.at(-1), files)
      return true
    }
    let isShown = false
    for (const one of choices) isShown = (await send(chat, one, files)) || isShown
    return isShown
  }

  async function send(
    chat: Chat,
    shown: Shown | undefined,
    files: ReadonlyMap<string, FormFile>,
  ): Promise<boolean> {
    const file = shown && files.get(shown.name)
    const found = file && (await contentOf(file))
    if (!shown || !file || !found) return false
    await chat.tellDocument({
      ...found,
      ...{ name: file.name, isSilent: true, about: `form-file:${file.id}` },
      ...(shown.caption === undefined ? {} : { caption: joined([shown.caption]).toString() }),
    })
    return true
  }

  async function contentOf({ id, kind, shownFileId, mediaType }: FormFile) {
    const as = wayFor(kind, mediaType)
    if (shownFileId !== null) return { content: shownFileId, as }
    const content = await formFiles.content(id)
    return content && { content, as }
  }

  return {
    show,
    /** Telegram has it under this id. */
    async learnsFile(about: string, fileId: string): Promise<void> {
      const id = idIn(about)
      if (id !== undefined) await formFiles.learn(id, fileId)
    },
    /** Telegram does not know it under that id any more: it goes up anew the next time. */
    async goesUnheard(abouts: readonly string[], because: Unheard): Promise<void> {
      if (because !== 'refused') return
      for (const id of abouts.map(idIn)) if (id !== undefined) await formFiles.forget(id)
    },
  }
}

/** Telegram shows a sound of some kinds as a voice message only, and what it could not show goes as a file. */
const wayFor = (kind: FormFile['kind'], mediaType: string | null): NonNullable<DocumentMessage['as']> => {
  if (!mediaType?.startsWith(`${kind}/`)) return 'document'
  if (kind === 'image') return 'photo'
  if (kind === 'video') return 'video'
  return mediaType === 'audio/ogg' ? 'voice' : 'audio'
}

const idIn = (about: string): number | undefined => {
  const [, id] = /^form-file:(\d+)$/.exec(about) ?? []
  return id === undefined ? undefined : Number(id)
}

function wantedBy({ words }: Chat, standing: Asking): { before: Shown[]; choices: Shown[] } {
  const { form, session, asked } = standing
  if (!asked) return { before: [], choices: [] }
  const language = languageOf(form, words.language)
  const reading = { language, defaultLanguage: form.defaultLanguage }
  const notes = readBefore(standing, asked).flatMap((step) => (step.kind === 'note' ? [step.note.media] : []))
  if (asked.kind !== 'question') return { before: notes.flatMap((one) => filesIn(one, reading)), choices: [] }
  const choices = session.choices(asked.path).flatMap((choice, at) =>
    filesIn(choice.media, reading).map((file) => ({
      ...file,
      caption: `${at + 1}. ${shortenedTo(session.text(choice.label, asked.path, language), 200)}`,
    })),
  )
  return {
    before: [...notes, asked.question.media].flatMap((one) => filesIn(one, reading)),
    choices: choices.slice(0, mostChoices),
  }
}
