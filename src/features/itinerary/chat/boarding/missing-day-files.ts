import type { Watch } from '../../../../bot/keep-watch.ts'
import { priorities } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { JobIds } from '../../../../platform/jobs.ts'
import { formatDay } from '../../../../platform/texts/dates.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import type { DayFileStore, FailedDayFile } from '../../data/day/day-file-store.ts'
import type { Delivering } from '../delivering.ts'
import { nextDayFile } from './buttons.ts'
import { dayFileJob } from './ordering-day-files.ts'

export interface MissingDayFilesNeeds {
  dayFiles: Pick<DayFileStore, 'failed' | 'sendAgain' | 'markFailureTold'>
  activities: Pick<Activities, 'store'>
  deliver: Delivering
  sendJob(name: string, ids: JobIds): Promise<void>
  clock: Clock
}

/** A file that was refused is sent once more. */
const mostAttempts = 2

/**
 * A file of tomorrow that Telegram has refused goes out once more; of what still has not arrived, or perhaps not, its
 * coordinator is told, with a button that brings it: it is never repeated by itself where it may have arrived.
 */
export function missingDayFiles(needs: MissingDayFilesNeeds): Watch {
  const { dayFiles, activities, deliver, sendJob, clock } = needs
  return {
    name: 'itinerary.missing-day-files',
    nextDue: async () => ((await dayFiles.failed()).length > 0 ? clock.now() : undefined),
    async work() {
      const failed = await dayFiles.failed()
      for (const one of failed)
        if (one.state === 'refused' && one.attempts < mostAttempts) {
          await dayFiles.sendAgain(one.id)
          await sendJob(dayFileJob, { dayFileId: one.id })
        } else {
          await dayFiles.markFailureTold(one.id)
          await tell(one)
        }
      return failed.length > 0
    },
  }

  async function tell({ activityId, personId, day, state }: FailedDayFile): Promise<void> {
    const activity = await activities.store.read(activityId)
    if (!activity) return
    await deliver([
      {
        ...{ activityId, personId, kind: 'list', itemIds: [], priority: priorities.normal },
        say: (words) => ({
          text: words(`boarding:day.${state === 'refused' ? 'refused' : 'inDoubt'}`, {
            title: titleOf(activity, words.language),
            day: formatDay(Temporal.PlainDate.from(day), words.language),
          }),
          keyboard: [
            [
              {
                text: words.plain('boarding:lists.day'),
                callback_data: nextDayFile.pack({ activityId }),
              },
            ],
          ],
        }),
      },
    ])
  }
}
