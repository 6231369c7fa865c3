import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { draftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { OpenKind } from '../../../../bot/drafts/open-work.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import { draftErrors } from '../../../../shared/own-draft.ts'
import type { CorrectionStanding, FillCorrection } from '../../actions/afterwards/fill-correction.ts'
import type { makeCorrection, MakeCorrectionNeeds } from '../../actions/afterwards/make-correction.ts'
import type { ReadersOfCopies } from '../../data/readers-of-copies.ts'
import {
  changedLanguages,
  isCorrectionStep,
  type CorrectionStep,
} from '../../domain/afterwards/correction.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { readMessage } from '../composing/read-message.ts'
import type { MessagesFor } from '../sending/messages-for.ts'
import { correctBroadcast, correctionQuestion, previewCorrection } from './buttons.ts'
import type { CorrectedClock } from './corrected-clock.ts'
import { correctionView } from './correction-view.ts'

export interface CorrectingNeeds {
  filling: FillCorrection
  make: ReturnType<typeof makeCorrection>
  readers: Pick<ReadersOfCopies, 'page'>
  messagesFor: MessagesFor
  messenger: Pick<Messenger, 'deliver'>
  check: MakeCorrectionNeeds['check']
  clockOf: CorrectedClock
  clock: { now(): Temporal.Instant }
  /** The card of the broadcast, beneath. */
  showCard(chat: Chat, broadcastId: number): Promise<void>
  pauseOthers(chat: Chat): Promise<void>
  /** What else is being written in this room is laid aside. */
  pauseOwn(chat: Chat): Promise<void>
}

/** Writing a correction of what was sent, in the languages that it is about, and making it everywhere. */
export function correcting(needs: CorrectingNeeds) {
  const { filling, make, showCard } = needs
  const sitting = draftSitting<CorrectionStep, CorrectionStanding>({
    name: 'correction',
    buttons: correctionQuestion,
    isStep: isCorrectionStep,
    filling,
    async answer(chat, { draft }, draftId, tapped) {
      if (tapped || !chat.message) throw draftErrors.chooseOne()
      const { html, medium } = readMessage(chat.message)
      if (medium) throw composingErrors.textExpected()
      return filling.answer(draftId, draft.personId, html)
    },
    view: ({ words }, standing, refusal) => Promise.resolve(correctionView(words, standing, refusal)),
    screenOf,
    async submit(chat, draftId) {
      const { id } = await make(draftId, personIdOf(chat))
      chat.leave(screenOf(draftId))
      await showCard(chat, id)
      return undefined
    },
    wayBack: async ({ words }, draftId) => {
      const { broadcast } = await filling.standing(draftId)
      return {
        text: words('afterwards:correct.wayBack'),
        row: [
          {
            text: words.plain('afterwards:correct.goOn'),
            callback_data: correctBroadcast.pack({ broadcastId: broadcast.id }),
          },
        ],
      }
    },
    texts: () => texts,
  })

  const chats = new Composer<Chat>()
  chats.callbackQuery(correctBroadcast.pattern, async (chat) => {
    const { broadcastId } = correctBroadcast.unpack(chat.callbackQuery.data)
    const draftId = await filling.begin(broadcastId, personIdOf(chat))
    await needs.pauseOthers(chat)
    await needs.pauseOwn(chat)
    await filling.begin(broadcastId, personIdOf(chat))
    await sitting.sitDown(chat, draftId)
  })
  chats.callbackQuery(previewCorrection.pattern, async (chat) => {
    const { draftId } = previewCorrection.unpack(chat.callbackQuery.data)
    await filling.draftOf(draftId, personIdOf(chat))
    await preview(chat, await filling.standing(draftId))
    await sitting.sitDown(chat, draftId)
  })

  /** As the first of its readers will see it, in each language that changes; what could not be made is refused here. */
  async function preview(
    chat: Chat,
    { broadcast, after, draft, readers }: CorrectionStanding,
  ): Promise<void> {
    await needs.check(broadcast, after, readers)
    const clockText = await needs.clockOf(broadcast)
    for (const language of changedLanguages(broadcast.content, after)) {
      const [first] = await needs.readers.page(broadcast.id, language, { after: 0, limit: 1 })
      const addressee = { recipientId: 0, personId: first?.personId ?? draft.personId, language }
      const seen = await needs.messagesFor({ ...broadcast, content: after }, [addressee], (_, words) => ({
        correctedAt: clockText(needs.clock.now(), words),
      }))
      const one = seen.get(0)
      const name = { language: chat.words.plain(`people:language.${language}`) }
      chat.tell({ text: chat.words('afterwards:correct.previewHead', name), isSilent: true })
      if (one?.kind !== 'messages') continue
      const { words } = one.messages
      await needs.messenger.deliver(chat.viewer.userId, words, { priority: priorities.reply })
    }
  }

  const openKind: OpenKind = {
    sitting,
    openDraftOf: filling.openDraftOf,
    openWhere: filling.openWhere,
    help: ({ words }) => Promise.resolve(words('afterwards:correct.help')),
  }
  return { chat: chats, openKind }
}

const texts = {
  paused: 'afterwards:correct.paused',
  discard: 'afterwards:correct.discard',
  confirmDiscard: 'afterwards:correct.confirmDiscard',
  discarded: 'afterwards:correct.discarded',
} as const

const screenOf = (draftId: number) => `correction:${draftId}`
