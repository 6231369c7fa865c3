import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { JobIds } from '../../../../platform/jobs.ts'
import type { People } from '../../../people/index.ts'
import type { Addressees } from '../../data/addressees.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import type { RecipientFates } from '../../data/recipient-fates.ts'
import type { SendingStore } from '../../data/sending-store.ts'
import { isPast } from './feeding.ts'

export const sendingJob = 'broadcasts.send'

export interface SendingWatchNeeds {
  clock: Clock
  people: Pick<People, 'tell'>
  broadcasts: Pick<BroadcastStore, 'read'>
  store: SendingStore
  addressees: Pick<Addressees, 'ofAudience'>
  fates: Pick<RecipientFates, 'finish'>
  sendJob(name: string, ids: JobIds): Promise<void>
  /** Something has changed for whoever looks at it. */
  progressed(broadcastIds: readonly number[]): Promise<void>
}

/** Begins those whose moment has come. What was of use only until a moment that has passed is not sent any more. */
export function startingBroadcasts(needs: SendingWatchNeeds): Watch {
  const { people, broadcasts, store, addressees, fates, sendJob, progressed } = needs
  return {
    name: 'broadcasts.start',
    nextDue: () => store.nextStart(),
    async work(now) {
      const id = await store.claimDue(now)
      const broadcast = id === undefined ? undefined : await broadcasts.read(id)
      if (!broadcast) return false
      if (isPast(broadcast.usefulUntil, now)) {
        await store.expire(broadcast.id, now)
        await people.tell(broadcast.authorId, (words) => ({ text: words('sending:expired') }))
      } else {
        const { people: count } = await addressees.ofAudience(broadcast)
        await store.begun(broadcast.id, count, now)
        await fates.finish([broadcast.id], now)
        await sendJob(sendingJob, { broadcastId: broadcast.id })
      }
      await progressed([broadcast.id])
      return true
    },
  }
}

/** Those whose night is over get their turn. */
export function wakingSleepers({ store, sendJob }: Pick<SendingWatchNeeds, 'store' | 'sendJob'>): Watch {
  return {
    name: 'broadcasts.morning',
    nextDue: () => store.nextMorning(),
    async work(now) {
      const ids = await store.wakeSleepers(now)
      for (const broadcastId of ids) await sendJob(sendingJob, { broadcastId })
      return ids.length > 0
    },
  }
}

/** Machine time, in seconds: after so long without a sign of life a broadcast is taken up again. */
const forgottenAfter = 5

/** What a process that died was at work on goes on. */
export function takingUpForgotten({
  clock,
  store,
  sendJob,
}: Pick<SendingWatchNeeds, 'clock' | 'store' | 'sendJob'>): Watch {
  return {
    name: 'broadcasts.forgotten',
    nextDue: async () => ((await store.isAnyForgotten(forgottenAfter)) ? clock.now() : undefined),
    async work() {
      const ids = await store.forgotten(forgottenAfter)
      for (const broadcastId of ids) await sendJob(sendingJob, { broadcastId })
      return ids.length > 0
    },
  }
}
