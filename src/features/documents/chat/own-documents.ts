import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Part } from '../../../bot/part.ts'
import type { Feature } from '../../../bot/feature.ts'
import { titleOf } from '../../activities/index.ts'
import type { ChangeDocument } from '../actions/change-document.ts'
import type { LookAtDocuments } from '../actions/look-at-documents.ts'
import type { NewFile } from '../data/document-store.ts'
import type { WaitStore } from '../data/wait-store.ts'
import { isOpen } from '../domain/checklist.ts'
import { documentErrors } from '../domain/document-errors.ts'
import { mostMegabytes } from '../jobs/fetch-document.ts'
import * as buttons from './buttons.ts'
import { ownDocumentView, ownListView, waitingView } from './own-views.ts'

export interface OwnNeeds {
  look: LookAtDocuments
  change: ChangeDocument
  waits: WaitStore
  pauseOthers(chat: Chat): Promise<void>
}

/** One's own documents: the list, "I have it", and sending the file that is asked for. */
export function ownDocuments({ look, change, waits, pauseOthers }: OwnNeeds) {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.ownList.pattern, async (chat) => {
    const { applicationId } = buttons.ownList.unpack(chat.callbackQuery.data)
    chat.turn(ownListView(chat.words, await look.own(chat.viewer.personId, applicationId)))
  })
  composer.callbackQuery(buttons.ownDocument.pattern, async (chat) => {
    const { applicationId, mark } = buttons.ownDocument.unpack(chat.callbackQuery.data)
    await showOne(chat, applicationId, mark)
  })
  composer.callbackQuery(buttons.declare.pattern, async (chat) => {
    const { applicationId, mark, isThere } = buttons.declare.unpack(chat.callbackQuery.data)
    await change.declare(chat.viewer.personId, applicationId, mark, isThere === 1)
    await showOne(chat, applicationId, mark)
  })
  composer.callbackQuery(buttons.sendFile.pattern, async (chat) => {
    const { applicationId, mark } = buttons.sendFile.unpack(chat.callbackQuery.data)
    const found = await look.own(chat.viewer.personId, applicationId)
    const line = change.lineOf(found.person.lines, mark)
    if (line.rule.proof !== 'file') throw documentErrors.nothingAsked()
    await pauseOthers(chat)
    await waits.open(chat.viewer.personId ?? 0, { applicationId, code: line.rule.code })
    chat.turn(waitingView(chat.words, found, line))
  })
  composer.callbackQuery(buttons.stopWaiting.pattern, async (chat) => {
    const { applicationId } = buttons.stopWaiting.unpack(chat.callbackQuery.data)
    const found = await look.own(chat.viewer.personId, applicationId)
    await waits.close(chat.viewer.personId ?? 0)
    chat.turn(ownListView(chat.words, found))
  })

  async function showOne(chat: Chat, applicationId: number, mark: string): Promise<void> {
    const found = await look.own(chat.viewer.personId, applicationId)
    chat.turn(ownDocumentView(chat.words, found, change.lineOf(found.person.lines, mark)))
  }

  async function waitingFor({ viewer: { personId } }: Chat) {
    const wanted = personId === null ? undefined : await waits.of(personId)
    return wanted && personId !== null ? { ...wanted, personId } : undefined
  }

  const part: Part & Pick<Feature, 'openWhere' | 'takesOver' | 'showsAgain' | 'pauses'> = {
    chats: [composer],

    openWhere: [waits.openWhere],
    async takesOver(chat, mayBeOpen) {
      const wanted = mayBeOpen ? await waitingFor(chat) : undefined
      const file = wanted && fileIn(chat)
      if (!wanted || !file) return false
      const { applicationId, code } = wanted
      await waits.close(wanted.personId)
      const found = await change.send(wanted.personId, applicationId, code, file)
      chat.tell({
        text: chat.words('documents:own.thanks'),
        keyboard:
          ownListView(chat.words, await look.own(found.application.personId, applicationId)).keyboard ?? [],
      })
      return true
    },
    async showsAgain(chat) {
      const wanted = await waitingFor(chat)
      if (!wanted) return false
      const found = await look.own(wanted.personId, wanted.applicationId)
      const line = found.person.lines.find(({ rule }) => rule.code === wanted.code)
      if (!line) return false
      chat.tell(waitingView(chat.words, found, line))
      return true
    },
    async pauses(chat) {
      const wanted = await waitingFor(chat)
      if (!wanted || !(await waits.close(wanted.personId))) return false
      chat.tell({ text: chat.words('documents:own.paused') })
      return true
    },
    async tripKeys(words, { applicationId, personId, takesPart }) {
      if (!takesPart) return []
      const asked = await look.ownAll(personId)
      if (!asked.some(({ person }) => person.traveller.applicationId === applicationId)) return []
      const text = words.plain('documents:homeButton')
      return [[{ text, callback_data: buttons.ownList.pack({ applicationId }) }]]
    },
    async home({ viewer: { personId }, words }) {
      if (personId === null) return undefined
      const open = (await look.ownAll(personId)).filter(
        ({ person }) => person.lines.some(isOpen) || person.renewBy,
      )
      if (open.length === 0) return undefined
      return {
        lines: open.map(({ activity, person }) =>
          words('documents:home', {
            title: titleOf(activity, words.language),
            count: person.lines.filter(isOpen).length + (person.renewBy ? 1 : 0),
          }),
        ),
        buttons: open.map(({ activity, person }) => [
          {
            text: words.plain(open.length > 1 ? 'documents:homeButtonOf' : 'documents:homeButton', {
              title: titleOf(activity, words.language),
            }),
            callback_data: buttons.ownList.pack({ applicationId: person.traveller.applicationId }),
          },
        ]),
      }
    },
  }
  return part
}

/** A photo or a file; one that cannot be fetched later is refused at once, and what is open stays open. */
function fileIn({ message }: Chat): NewFile | undefined {
  const photo = message?.photo?.at(-1)
  const document = message?.document
  const size = photo?.file_size ?? document?.file_size ?? 0
  if (!photo && !document) return undefined
  if (size > mostMegabytes * 1024 * 1024) throw documentErrors.tooLarge(mostMegabytes)
  return photo
    ? { fileId: photo.file_id, kind: 'photo', name: null }
    : { fileId: document?.file_id ?? '', kind: 'document', name: document?.file_name ?? null }
}
