import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { JobIds } from '../../../../platform/jobs.ts'
import { isRefused } from '../../../../shared/domain-error.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import type { People } from '../../../people/index.ts'
import type { RunsBroadcast } from '../../actions/runs-broadcast.ts'
import type { Addressees } from '../../data/addressees.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import type { RecipientFates } from '../../data/recipient-fates.ts'
import type { SendingStore } from '../../data/sending-store.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import { openCard } from '../watching/buttons.ts'
import { isPast } from './feeding.ts'

export const sendingJob = 'broadcasts.send'

export interface SendingWatchNeeds {
  clock: Clock
  people: Pick<People, 'tell' | 'roles'>
  activities: Pick<Activities, 'store'>
  /** Refuses whoever may not deal with a broadcast. */
  runs: RunsBroadcast
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
  const { people, activities, broadcasts, runs, store, addressees, fates, sendJob, progressed } = needs
  return {
    name: 'broadcasts.start',
    nextDue: () => store.nextStart(),
    async work(now) {
      const id = await store.claimDue(now)
      const broadcast = id === undefined ? undefined : await broadcasts.read(id)
      if (!broadcast) return false
      if (await isRefused(() => runs(broadcast.authorId, broadcast.id))) await callOff(broadcast, now)
      else if (isPast(broadcast.usefulUntil, now)) {
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

  /** Its author may not write to these people any more: whoever may decides whether it is still wanted. */
  async function callOff({ id, audience }: Broadcast, now: Temporal.Instant): Promise<void> {
    await store.undo(id, now)
    const { activityId } = audience
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    for (const personId of await people.roles.coordinatorsOf(activity?.code ?? ''))
      await people.tell(personId, (words) => ({
        text: words('sending:authorGone', {
          about: activity ? titleOf(activity, words.language) : words.plain('sending:everybody'),
        }),
        keyboard: [
          [
            {
              text: words.plain('sending:openAuthorGone'),
              callback_data: openCard.pack({ broadcastId: id }),
            },
          ],
        ],
      }))
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
