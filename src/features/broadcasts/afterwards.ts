import type { Chat } from '../../bot/context.ts'
import type { Part } from '../../bot/part.ts'
import { fillCorrection } from './actions/afterwards/fill-correction.ts'
import { makeCorrection } from './actions/afterwards/make-correction.ts'
import { recallBroadcast } from './actions/afterwards/recall-broadcast.ts'
import { altering } from './chat/afterwards/altering.ts'
import { checkingCorrection } from './chat/afterwards/checking-correction.ts'
import { correctedClock } from './chat/afterwards/corrected-clock.ts'
import { correcting } from './chat/afterwards/correcting.ts'
import { learningAlterations } from './chat/afterwards/learning-alterations.ts'
import { recallingChat } from './chat/afterwards/recalling.ts'
import { newcomersChat } from './chat/afterwards/newcomers.ts'
import { welcomeNewcomers } from './actions/afterwards/welcome-newcomers.ts'
import type { AudienceQueries } from './data/audience-query.ts'
import { newcomerStore } from './data/newcomer-store.ts'
import { recipientFates } from './data/recipient-fates.ts'
import { logReach } from './actions/afterwards/log-reach.ts'
import { openLog } from './chat/afterwards/buttons.ts'
import { logChat, logTableJob } from './chat/afterwards/log-chat.ts'
import { resendingChat } from './chat/afterwards/resending.ts'
import { logStore } from './data/log-store.ts'
import type { Audience } from './domain/audience.ts'
import { sendLog } from './jobs/send-log.ts'
import type { Words } from '../../platform/texts/words.ts'
import { alterationPlans } from './data/alteration-plans.ts'
import { alterationStore } from './data/alteration-store.ts'
import { correctionStore } from './data/correction-store.ts'
import { readingCopies } from './data/readers-of-copies.ts'
import type { Room } from './needs.ts'
import type { Sending } from './sending.ts'

export interface AfterwardsNeeds {
  sending: Sending
  queries: AudienceQueries
  /** Whom an audience means, in one sentence. */
  describe(words: Words, audience: Audience): Promise<string>
  /** The card of a broadcast, beneath. */
  showCard(chat: Chat, broadcastId: number): Promise<void>
  /** The same, in place. */
  refreshCard(chat: Chat, broadcastId: number): Promise<void>
  progressed(broadcastIds: readonly number[]): Promise<void>
  /** What else is being written in this room is laid aside. */
  pauseOwn(chat: Chat): Promise<void>
}

/** What can still be done with a broadcast that has left: correct it, take it back, give it to whoever joins. */
export function openAfterwards(room: Room, needs: AfterwardsNeeds) {
  const { sending, queries, showCard, progressed, pauseOwn } = needs
  const { database, clock } = room
  const { runs, messagesFor, numbers, stop, zonesOf } = sending
  const plans = alterationPlans(database)
  const alterations = alterationStore(database)
  const corrections = correctionStore(database, clock)
  const readers = readingCopies(database)
  const clockOf = correctedClock(room)
  const filling = fillCorrection({ ...room, corrections, readers, runs })
  const check = checkingCorrection({ readers, messagesFor })
  const make = makeCorrection({ ...room, filling, corrections, plans, check, progressed })
  const correction = correcting({
    ...{ ...room, filling, make, check, readers, messagesFor, clockOf },
    ...{ showCard, pauseOwn },
  })
  const recall = recallBroadcast({ ...room, plans, stop, progressed })
  const welcoming = welcomeNewcomers({
    ...{ ...room, deliverTo: sending.deliverTo, goOn: sending.goOn, progressed },
    newcomers: newcomerStore(database, queries),
    fates: recipientFates(database),
  })
  const log = logStore(database)
  const reachOf = logReach(room)
  const part: Part = {
    chats: [
      correction.chat,
      recallingChat({ ...room, runs, recall, numbers, showCard }),
      resendingChat({ runs, numbers, resend: sending.resend, refreshCard: needs.refreshCard }),
      logChat({ ...room, reachOf, log, showCard }),
      newcomersChat({ ...room, runs, welcoming, showCard: needs.refreshCard }),
    ],
    jobs: [sendLog({ ...room, name: logTableJob, reachOf, log, describe: needs.describe })],
    activityKeys: (words, activityId) => [
      [{ text: words.plain('afterwards:log.open'), callback_data: openLog.pack({ activityId, offset: -1 }) }],
    ],
    desk: (words) => ({
      ways: [
        [
          {
            text: words.plain('afterwards:log.open'),
            callback_data: openLog.pack({ activityId: 0, offset: -1 }),
          },
        ],
      ],
      templates: [],
    }),
    open: [correction.openKind],
    watches: [altering({ ...room, alterations, messagesFor, clockOf, zonesOf, progressed })],
    learnsFates: learningAlterations({ clock, alterations, progressed }),
    sweeps: [...alterations.sweeps, ...corrections.sweeps],
  }
  return { part, participantsChanged: welcoming.participantsChanged }
}
