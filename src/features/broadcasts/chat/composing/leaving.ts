import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { DraftStore } from '../../data/draft-store.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import type { Sending } from '../../sending.ts'
import { openDraft, undoBroadcast } from './buttons.ts'
import { cardOf } from '../watching/cards.ts'
import { momentText } from './moment-text.ts'
import type { lookingAtScene } from './scene.ts'

export interface LeavingNeeds {
  drafts: Pick<DraftStore, 'begin' | 'read'>
  sending: Pick<Sending, 'runs' | 'undo'>
  clock: Clock
  sceneOf: ReturnType<typeof lookingAtScene>
}

/** What stands in the chat from the last tap until the first copy leaves: undo, and back to the words. */
export function leaving({ drafts, sending, clock, sceneOf }: LeavingNeeds) {
  const chat = new Composer<Chat>()

  chat.callbackQuery(undoBroadcast.pattern, async (tapped) => {
    const { broadcastId } = undoBroadcast.unpack(tapped.callbackQuery.data)
    const personId = personIdOf(tapped)
    await sending.runs(personId, broadcastId)
    await sending.undo(broadcastId)
    const again = await copyOf(broadcastId, personId)
    tapped.turn({
      text: tapped.words('composing:leaving.undone'),
      ...(again
        ? {
            keyboard: [
              [
                {
                  text: tapped.words.plain('composing:goOn'),
                  callback_data: openDraft.pack({ draftId: again.id }),
                },
              ],
            ],
          }
        : {}),
    })
  })

  /** What was taken back is no draft any more; its words are, for whoever wants to mend them. */
  async function copyOf(broadcastId: number, personId: number): Promise<ComposedDraft | undefined> {
    const undone = await drafts.read(broadcastId)
    if (!undone) return undefined
    // Of one that was to leave at once the moment was only the time to undo it.
    const isLater =
      undone.startsAt !== null && undone.startsAt.epochMilliseconds > clock.now().epochMilliseconds + 60_000
    const startsAt = isLater ? undone.startsAt : null
    return drafts.begin({ ...undone, personId, startsAt, notes: { isAudienceChosen: true }, isPaused: true })
  }

  async function showCard(tapped: Chat, draft: ComposedDraft): Promise<void> {
    const { words } = tapped
    const { numbers, clocks, forWhom } = await sceneOf(tapped, { draft, step: 'summary' })
    const to = { audience: forWhom, count: numbers.people }
    const message = {
      text:
        draft.startsAt === null
          ? words('composing:leaving.soon', to)
          : words('composing:leaving.later', { ...to, moment: momentText(words, draft.startsAt, clocks) }),
      keyboard: [
        [
          {
            text: words.plain('composing:leaving.undo'),
            callback_data: undoBroadcast.pack({ broadcastId: draft.id }),
          },
        ],
      ],
    }
    // The same message shows afterwards how far it is.
    tapped.display(cardOf(draft.id), message, { isFresh: true })
  }

  return { chat, showCard }
}
