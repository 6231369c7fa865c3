import type { People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { SentBackStore } from '../../data/life/sent-back-store.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import { aboutApplication } from '../unheard.ts'
import { sentBackReminder } from './sent-back-text.ts'
import { answerAgainKeys } from './sent-back-views.ts'

export interface SentBackWatchNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  sentBacks: SentBackStore
  people: People
  coordinators: Pick<Coordinators, 'hearOfPeople'>
}

/** What falls due while questions are open again: a reminder, and word to the coordinators once the day has passed. */
export function sentBackWatch({
  activities,
  applications,
  sentBacks,
  people,
  coordinators,
}: SentBackWatchNeeds) {
  async function openOne(applicationId: number) {
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    const sentBack = await sentBacks.of(applicationId)
    if (!activity || !sentBack || application.state !== 'info_requested') return undefined
    return { application, activity, sentBack }
  }

  return {
    async remind(applicationId: number): Promise<void> {
      const found = await openOne(applicationId)
      if (!found) return
      const { application, activity, sentBack } = found
      const zone = await people.zoneOf(application.personId)
      const say = (words: ReturnType<People['wordsIn']>) => ({
        text: sentBackReminder(words, activity, sentBack, zone),
        keyboard: answerAgainKeys(words, applicationId),
      })
      const about = aboutApplication(applicationId)
      const told = await people.tell(application.personId, say, {
        about,
        reminds: `sentBack.${applicationId}`,
      })
      if (told === 0 && application.filledBy !== null) await people.tell(application.filledBy, say, { about })
    },

    /** Nothing ends by itself: coordinators decide, and until then it can still be answered. */
    async isOver(applicationId: number): Promise<void> {
      const found = await openOne(applicationId)
      if (found) await coordinators.hearOfPeople(found.activity, 'life:sentBack.over', [found.application])
    },
  }
}
