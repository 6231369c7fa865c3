import type { ActivitiesNeeds } from './features/activities/index.ts'
import type { Broadcasts } from './features/broadcasts/index.ts'
import type { Documents } from './features/documents/index.ts'
import type { Itinerary } from './features/itinerary/index.ts'
import type { Questionnaires } from './features/questionnaires/index.ts'

interface RoomsBehind {
  questionnaires: Pick<Questionnaires, 'lacking' | 'forgetTravel' | 'findForms' | 'applicationForms'>
  documents: Pick<Documents, 'missing' | 'forgetOf'>
  itinerary: Pick<Itinerary, 'workbook' | 'attended' | 'whereIs' | 'mutedAmong'>
  broadcasts: Pick<Broadcasts, 'optedOutAmong'>
}

type GivenByThem = Pick<
  ActivitiesNeeds,
  'lacking' | 'programme' | 'attended' | 'forgetTravel' | 'findForms' | 'applicationForms' | 'easeOf'
>

/** What the activities have from rooms that open after them: asked for when it is needed, because they are there by then. */
export const behindActivities = (behind: () => RoomsBehind): GivenByThem => ({
  lacking: (activityId, what) =>
    what === 'form'
      ? behind().questionnaires.lacking(activityId)
      : behind().documents.missing.lacking(activityId),
  programme: {
    read: (activityId) => behind().itinerary.workbook.read(activityId),
    touched: (activityId, items, people) => behind().itinerary.workbook.touched(activityId, items, people),
    publish: (activityId, items, by) => behind().itinerary.workbook.publish(activityId, items, by),
  },
  attended: (activityId) => behind().itinerary.attended(activityId),
  async forgetTravel(personId, activityId) {
    await behind().questionnaires.forgetTravel(personId, activityId)
    await behind().documents.forgetOf(personId, activityId)
  },
  findForms: (formIds) => behind().questionnaires.findForms(formIds),
  applicationForms: {
    open: (draft) => behind().questionnaires.applicationForms.open(draft),
    revision: (draft) => behind().questionnaires.applicationForms.revision(draft),
    ended: (draft) => behind().questionnaires.applicationForms.ended(draft),
    handIn: (chat, draft) => behind().questionnaires.applicationForms.handIn(chat, draft),
    shown: (applicationId) => behind().questionnaires.applicationForms.shown(applicationId),
    follows: (applicationId) => behind().questionnaires.applicationForms.follows(applicationId),
    reopened: (application) => behind().questionnaires.applicationForms.reopened(application),
    handInAgain: (chat, application) =>
      behind().questionnaires.applicationForms.handInAgain(chat, application),
    closeAgain: (applicationId) => behind().questionnaires.applicationForms.closeAgain(applicationId),
  },
  async easeOf(personIds, at) {
    return {
      zones: await behind().itinerary.whereIs(personIds, at),
      muted: await behind().itinerary.mutedAmong(personIds),
      wantNoNews: await behind().broadcasts.optedOutAmong(personIds),
    }
  },
})
