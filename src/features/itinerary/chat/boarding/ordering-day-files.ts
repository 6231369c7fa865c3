import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { JobIds } from '../../../../platform/jobs.ts'
import type { Activities } from '../../../activities/index.ts'
import type { People } from '../../../people/index.ts'
import type { DayFileStore } from '../../data/day-file-store.ts'

export const dayFileJob = 'itinerary.day-file'

export interface OrderingDayFilesNeeds {
  dayFiles: Pick<DayFileStore, 'ahead' | 'order'>
  activities: Pick<Activities, 'store'>
  people: Pick<People, 'roles'>
  sendJob(name: string, ids: JobIds): Promise<void>
  clock: Clock
}

/** At 18:00 each coordinator of an activity is to get tomorrow as a file, where something begins then. */
export function orderingDayFiles({
  dayFiles,
  activities,
  people,
  sendJob,
  clock,
}: OrderingDayFilesNeeds): Watch {
  const due = async (now: Temporal.Instant) => (await dayFiles.ahead(now))[0]
  return {
    name: 'itinerary.day-files',
    nextDue: async () => (await due(clock.now()))?.at,
    async work(now) {
      const next = await due(now)
      const activity = next && (await activities.store.read(next.activityId))
      if (!next || !activity || Temporal.Instant.compare(next.at, now) > 0) return false
      const coordinators = await people.roles.coordinatorsOf(activity.code)
      const ordered = await dayFiles.order(next, coordinators)
      for (const dayFileId of ordered) await sendJob(dayFileJob, { dayFileId })
      // Nobody runs it, or another process has ordered them just now.
      return ordered.length > 0
    },
  }
}
