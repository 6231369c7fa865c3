import { planLife } from './actions/life/plan-life.ts'
import { placeWaiting } from './actions/place-waiting.ts'
import { activityStore } from './data/activity-store.ts'
import { applicationStore } from './data/application-store.ts'
import { applicationLook } from './data/application-look.ts'
import { deskPage } from './data/desk/desk-page.ts'
import { closingStore } from './data/closing/closing-store.ts'
import { faqList } from './data/faq-list.ts'
import { momentStore } from './data/life/moment-store.ts'
import { participantStore } from './data/participants/participant-store.ts'
import { sentBackStore } from './data/life/sent-back-store.ts'
import type { ParticipantWords } from './data/participants/participant-words.ts'
import { settingStore } from './data/setting-store.ts'
import { stagingStore } from './data/life/staging-store.ts'
import { teamList } from './data/team-list.ts'
import { travellerStore } from './data/participants/traveller-store.ts'
import type { Application } from './domain/application.ts'
import { closingMoments } from './domain/closing/closing-moments.ts'
import { followedActivities } from './followed-activities.ts'
import { followedApplications } from './followed-applications.ts'
import type { ActivitiesNeeds } from './needs.ts'

type StoresNeeds = Pick<
  ActivitiesNeeds,
  'people' | 'database' | 'clock' | 'homeTimeZone' | 'applicationForms' | 'participantsChanged'
> & { words: ParticipantWords }

export type Stores = ReturnType<typeof openStores>

/** What the room keeps, each change of it with all that follows. */
export function openStores(needs: StoresNeeds) {
  const { database, clock, homeTimeZone, applicationForms: forms, participantsChanged } = needs
  const travellers = travellerStore(database, homeTimeZone, needs.words)
  const participants = participantStore(database, clock, needs.words)
  const closings = closingStore(database, clock)
  const moments = momentStore(database)
  const staging = stagingStore(database, clock)
  const sentBacks = sentBackStore(database, clock)
  const own = applicationStore(database, clock)
  const activities = activityStore(database, clock)
  const planned = planLife({ ...needs, applications: own, moments })
  const follow = {
    async isApproved(application: Application) {
      const activity = await activities.read(application.activityId)
      if (activity) await planned.approved(activity, application)
    },
    forms,
    moments,
    sentBacks,
    staging,
    participantsChanged,
    placeWaiting: placeWaiting({ participants, participantsChanged }),
  }
  return {
    activities: followedActivities(activities, {
      planLife: planned.moved,
      participantsChanged,
      planClosing: (activity) =>
        closings.plan(activity.id, closingMoments(activity, clock.now(), homeTimeZone)),
    }),
    applications: followedApplications(own, follow),
    lookAtApplication: applicationLook({ database, people: needs.people, activities, applications: own }),
    deskPage: deskPage(database),
    settings: settingStore(database, clock),
    participants,
    closings,
    moments,
    sentBacks,
    staging,
    placeWaiting: follow.placeWaiting,
    travellers,
    team: teamList(database),
    faq: faqList(database),
    /** Something that travellers are known by has changed with the person. */
    async personChanged(personId: number): Promise<void> {
      for (const { activityId, applicationId } of await travellers.ofPerson(personId))
        await participantsChanged(activityId, [applicationId])
    },
  }
}
