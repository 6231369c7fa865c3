import { priorities, type Messenger } from '../../../bot/messenger.ts'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import { isQuiet } from '../../../shared/quiet-hours.ts'
import type { Activities } from '../../activities/index.ts'
import type { LookAtDay } from '../actions/boarding/look-at-day.ts'
import { dayFile } from '../chat/boarding/day-file.ts'
import { dayFileJob } from '../chat/boarding/ordering-day-files.ts'
import type { DayFileStore } from '../data/day-file-store.ts'

export interface SendDayFileNeeds {
  dayFiles: Pick<DayFileStore, 'read' | 'markSent'>
  activities: Pick<Activities, 'store'>
  lookAtDay: LookAtDay
  accounts: Pick<Accounts, 'ofPerson'>
  database: Pick<Database, 'transaction'>
  messenger: Pick<Messenger, 'deliver'>
  texts: Texts
  clock: Clock
  homeTimeZone: string
}

/** Writes the file of a day in its coordinator's language and sends it, once however often the job runs. */
export function sendDayFile(needs: SendDayFileNeeds): Job {
  const { dayFiles, activities, lookAtDay, accounts, database, messenger, texts, clock, homeTimeZone } = needs
  return {
    name: dayFileJob,
    async work({ dayFileId }) {
      const id = Number(dayFileId)
      const order = await dayFiles.read(id)
      const activity = order && (await activities.store.read(order.activityId))
      if (!order || order.sentAt || !activity) return
      const phones = (await accounts.ofPerson(order.personId)).filter(({ isReachable }) => isReachable)
      const scene = await lookAtDay(activity, Temporal.PlainDate.from(order.day))
      const files = await Promise.all(
        phones.map(async ({ userId, language }) => ({
          userId,
          file: await dayFile(texts.words(language), scene),
        })),
      )
      // After a stop it may be late, for whoever runs the trip from home or there.
      const isSilent = [homeTimeZone, activity.timeZone].some((zone) => isQuiet(clock.now(), zone))
      await database.transaction(async () => {
        if (!(await dayFiles.markSent(id))) return
        for (const { userId, file } of files)
          await messenger.deliver(userId, isSilent ? { ...file, isSilent } : file, {
            priority: priorities.normal,
          })
      })
    },
  }
}
