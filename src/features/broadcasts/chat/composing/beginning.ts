import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { mayDo, type People } from '../../../people/index.ts'
import type { FillBroadcast } from '../../actions/composing/fill-broadcast.ts'
import type { DraftStore } from '../../data/draft-store.ts'
import { everybodyOf } from '../../domain/audience.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import { writtenLanguages } from '../../domain/composing/languages.ts'
import { isEmpty } from '../../domain/content.ts'
import { newBroadcast, openDraft, previewDraft } from './buttons.ts'
import type { Composing } from './composing.ts'
import { mediaText } from './media-text.ts'
import type { previewing } from './preview.ts'
import { canBeMended, readMessage } from './read-message.ts'

export interface BeginningNeeds {
  filling: FillBroadcast
  drafts: DraftStore
  composing: Composing
  people: Pick<People, 'roles'>
  preview: ReturnType<typeof previewing>
  pauseOthers(chat: Chat): Promise<void>
}

/** The ways to a new broadcast, and back to one that was laid aside. */
export function beginning(needs: BeginningNeeds) {
  const { filling, drafts, composing, people, preview, pauseOthers } = needs
  const chat = new Composer<Chat>()

  chat.command('broadcast', async (asked) => {
    const personId = await coordinatorAt(asked)
    const all = await drafts.ofPerson(personId)
    const begun = all.filter(({ content, notes }) => !isEmpty(content) && !notes.isOffered)
    // What stands open closes: the list leads back to it.
    for (const { id, isPaused } of all) if (!isPaused) asked.leave(composing.screenOf(id))
    if (begun.length === 0) return void (await begin(asked, 0))
    await drafts.pauseAll(personId)
    await asked.conversation.exitAll()
    asked.tell(draftsView(asked.words, begun))
  })
  chat.callbackQuery(newBroadcast.pattern, async (tapped) => {
    const { activityId } = newBroadcast.unpack(tapped.callbackQuery.data)
    await coordinatorAt(tapped)
    const draftId = await begin(tapped, activityId)
    await composing.sitting.sitDown(tapped, draftId)
  })
  chat.callbackQuery(openDraft.pattern, async (tapped) => {
    const { draftId } = openDraft.unpack(tapped.callbackQuery.data)
    await takeUp(tapped, draftId)
  })
  chat.callbackQuery(previewDraft.pattern, async (tapped) => {
    const { draftId } = previewDraft.unpack(tapped.callbackQuery.data)
    const draft = await filling.draftOf(draftId, personIdOf(tapped))
    await preview(tapped, draft)
    await composing.sitting.sitDown(tapped, draftId)
  })
  // A message of hers that is in a draft: what she has mended there is mended here.
  chat.on('edited_message', async (edited, next) => {
    const { personId } = edited.viewer
    const message = edited.editedMessage
    const draft =
      personId !== null && canBeMended(message)
        ? await filling.edit(personId, { ...readMessage(message), language: edited.viewer.language })
        : undefined
    if (!draft) return next()
    if (draft.isPaused) return edited.tell({ text: edited.words('composing:edited'), isSilent: true })
    await composing.sitting.sitDown(edited, draft.id)
  })

  async function coordinatorAt(asked: Chat): Promise<number> {
    const { personId } = asked.viewer
    if (personId === null || !mayDo(await people.roles.of(personId), 'announce'))
      throw composingErrors.onlyCoordinators()
    return personId
  }

  /** A new draft, or the one in which nothing has been said yet. */
  async function begin(asked: Chat, activityId: number): Promise<number> {
    const personId = personIdOf(asked)
    await pauseOthers(asked)
    const audience = everybodyOf(activityId === 0 ? null : activityId)
    const empty = (await drafts.ofPerson(personId)).find(({ content }) => isEmpty(content))
    if (!empty) return (await filling.begin({ personId, audience })).id
    await filling.checkReach(personId, audience.activityId)
    await drafts.takeUp(empty)
    await drafts.update(empty.id, { audience, changing: null, notes: {} })
    return empty.id
  }

  /** Sits down again at a draft of theirs that was laid aside. */
  async function takeUp(tapped: Chat, draftId: number): Promise<void> {
    const personId = await coordinatorAt(tapped)
    const draft = await drafts.readLocked(draftId)
    if (!draft || draft.personId !== personId) throw composingErrors.gone()
    if (draft.state !== 'draft') throw composingErrors.onItsWay()
    await filling.checkReach(personId, draft.audience.activityId)
    await pauseOthers(tapped)
    for (const { id, isPaused } of await drafts.ofPerson(personId))
      if (!isPaused && id !== draftId) tapped.leave(composing.screenOf(id))
    const { isOffered: _, ...notes } = draft.notes
    await drafts.takeUp(draft)
    await drafts.update(draftId, { notes })
    await composing.sitting.sitDown(tapped, draftId)
  }

  return { chat, takeUp }
}

const mostShown = 8

/** What somebody has begun, each to go on with, and a new one. */
function draftsView(words: Words, drafts: readonly ComposedDraft[]): Message {
  const key = (text: string, callback_data: string) => [{ text, callback_data }]
  return {
    text: words('composing:drafts.head'),
    keyboard: [
      ...drafts
        .slice(0, mostShown)
        .map((draft) => key(`▶️ ${nameOf(words, draft)}`, openDraft.pack({ draftId: draft.id }))),
      key(words.plain('composing:new'), newBroadcast.pack({ activityId: 0 })),
    ],
  }
}

/** The beginning of its words, or what it consists of. */
export function nameOf(words: Words, { content }: Pick<ComposedDraft, 'content'>): string {
  const text = content.texts[words.language] ?? content.texts[writtenLanguages(content)[0] ?? 'en']
  return text === undefined
    ? mediaText(words, content.media)
    : shortenedTo(plainOf(text).replace(/\s+/g, ' '), 40)
}
