import { priorities } from '../../../bot/messenger.ts'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Language } from '../../../shared/localized-text.ts'
import { isQuiet } from '../../../shared/quiet-hours.ts'
import type { Activities } from '../../activities/index.ts'
import type { People } from '../../people/index.ts'
import type { LookAtDay } from '../actions/boarding/look-at-day.ts'
import { dayFile } from '../chat/boarding/day-file.ts'
import { dayFileJob } from '../chat/boarding/ordering-day-files.ts'
import type { Delivering } from '../chat/delivering.ts'
import type { DayFileStore } from '../data/day/day-file-store.ts'

export interface SendDayFileNeeds {
  dayFiles: Pick<DayFileStore, 'read' | 'markSent' | 'keepDelivery'>
  activities: Pick<Activities, 'store'>
  people: Pick<People, 'audit'>
  lookAtDay: LookAtDay
  accounts: Pick<Accounts, 'ofPerson'>
  database: Pick<Database, 'transaction'>
  deliver: Delivering
  texts: Texts
  clock: Clock
  homeTimeZone: string
}

/** Writes the file of a day in its coordinator's language and sends it, once however often the job runs. */
export function sendDayFile(needs: SendDayFileNeeds): Job {
  const { dayFiles, activities, people, lookAtDay, accounts, database, deliver, texts, clock, homeTimeZone } =
    needs
  return {
    name: dayFileJob,
    async work({ dayFileId }) {
      const id = Number(dayFileId)
      const order = await dayFiles.read(id)
      const activity = order && (await activities.store.read(order.activityId))
      if (!order || order.sentAt || !activity) return
      const { activityId, personId, day } = order
      const languages = new Set((await accounts.ofPerson(personId)).map(({ language }) => language))
      const scene = await lookAtDay(activity, Temporal.PlainDate.from(day))
      const write = async (language: Language) =>
        [language, await dayFile(texts.words(language), scene)] as const
      const files = new Map(await Promise.all([...languages].map(write)))
      // After a stop it may be late, for whoever runs the trip from home or there.
      const isSilent = [homeTimeZone, activity.timeZone].some((zone) => isQuiet(clock.now(), zone))
      await database.transaction(async () => {
        if (!(await dayFiles.markSent(id))) return
        const [deliveryId] = await deliver([
          {
            ...{ activityId, personId, kind: 'day_file', itemIds: [], priority: priorities.normal },
            say({ language }) {
              const file = files.get(language)
              if (!file) throw new Error('a language was chosen while the file was written')
              return isSilent ? { ...file, isSilent } : file
            },
          },
        ])
        if (deliveryId === undefined) return
        await dayFiles.keepDelivery(id, deliveryId)
        await people.audit.note({
          ...{ byPersonId: personId, act: 'exported', what: 'dayFile', activityId },
          ...{ rows: scene.travellers.length, aboutPersonIds: scene.travellers.map((each) => each.personId) },
        })
      })
    },
  }
}
