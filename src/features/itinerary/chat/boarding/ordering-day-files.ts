import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { JobIds } from '../../../../platform/jobs.ts'
import type { Activities } from '../../../activities/index.ts'
import type { People } from '../../../people/index.ts'
import type { DayFileStore, DueDay } from '../../data/day/day-file-store.ts'

export const dayFileJob = 'itinerary.day-file'

export interface OrderingDayFilesNeeds {
  dayFiles: Pick<DayFileStore, 'ahead' | 'order'>
  activities: Pick<Activities, 'store'>
  people: Pick<People, 'roles'>
  sendJob(name: string, ids: JobIds): Promise<void>
  clock: Clock
}

/** In the evening, at 18:00 unless the activity has another hour, each coordinator of an activity is to get tomorrow as a file, where something begins then. */
export function orderingDayFiles({
  dayFiles,
  activities,
  people,
  sendJob,
  clock,
}: OrderingDayFilesNeeds): Watch {
  /** The first day for which somebody is to get a file; one that nobody runs holds up no other. */
  async function first(now: Temporal.Instant): Promise<{ due: DueDay; coordinators: number[] } | undefined> {
    const ahead = await dayFiles.ahead(now)
    const nobodys = new Set<number>()
    for (const due of ahead) {
      // Asked every second: an activity that nobody runs is asked about once, not for each of its days.
      if (nobodys.has(due.activityId)) continue
      const activity = await activities.store.read(due.activityId)
      const coordinators = activity ? await people.roles.coordinatorsOf(activity.code) : []
      if (coordinators.length > 0) return { due, coordinators }
      nobodys.add(due.activityId)
    }
    return undefined
  }

  return {
    name: 'itinerary.day-files',
    nextDue: async () => (await first(clock.now()))?.due.at,
    async work(now) {
      const next = await first(now)
      if (!next || Temporal.Instant.compare(next.due.at, now) > 0) return false
      const ordered = await dayFiles.order(next.due, next.coordinators)
      for (const dayFileId of ordered) await sendJob(dayFileJob, { dayFileId })
      // Another process has ordered them just now.
      return ordered.length > 0
    },
  }
}
