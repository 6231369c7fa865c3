import type { Activities, Activity } from '../../activities/index.ts'
import { mayDo, reachOf } from '../../people/index.ts'
import type { Attachments } from '../data/attachments.ts'
import type { Answered, DeskCounts } from '../data/desk-counts.ts'
import type { ActivitiesNaming } from '../data/activities-naming.ts'
import type { RequestsOfActivity } from '../data/requests/requests-of-activity.ts'
import { formDeskErrors } from '../domain/desk-errors.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'
import type { DeskRights } from './desk-rights.ts'
import type { RunningActivities } from './running-activities.ts'

export interface AttachFormNeeds {
  rights: DeskRights
  attachments: Attachments
  activities: Pick<Activities, 'store'>
  named: ActivitiesNaming
  counts: DeskCounts
  requests: RequestsOfActivity
  running: RunningActivities
}

/** An activity that a questionnaire is a form of. */
export interface AttachedActivity extends Answered {
  activity: Activity
  /** Its own workbook says so: that is changed there. */
  isNamed: boolean
  asked: number
}

export interface FormActivities {
  questionnaire: Questionnaire
  attached: readonly AttachedActivity[]
  /** Those it can become a form of. */
  free: readonly Activity[]
}

export type AttachForm = ReturnType<typeof attachForm>

/** Makes a questionnaire a form of activities, and no longer one. Only whoever runs all of its activities does so. */
export function attachForm(needs: AttachFormNeeds) {
  const { rights, attachments, activities, named, counts, requests, running } = needs

  async function theirs(personId: number | null, questionnaireId: number): Promise<Questionnaire> {
    const questionnaire = await rights.theirs(personId, questionnaireId)
    await rights.checkWhole(personId, questionnaireId)
    return questionnaire
  }

  async function look(personId: number | null, questionnaireId: number): Promise<FormActivities> {
    const questionnaire = await theirs(personId, questionnaireId)
    const ids = (await attachments.of(questionnaireId)).map(({ activityId }) => activityId)
    const naming = await named.ofForm(questionnaire.formId)
    const answered = await counts.ofEachActivity(questionnaireId)
    const asked = await requests.countEach(questionnaireId)
    const known = [...(await activities.store.byIds(ids)).values()]
    const all = await running(reachOf(await rights.grantsOf(personId), 'askForms'))
    return {
      questionnaire,
      attached: known.map((activity) => ({
        ...{ activity, isNamed: naming.includes(activity.id), asked: asked.get(activity.id) ?? 0 },
        ...(answered.get(activity.id) ?? { begun: 0, submitted: 0 }),
      })),
      free: all.filter(({ id }) => !ids.includes(id)),
    }
  }

  /** What would be detached; refused where that is not hers to say. */
  async function toDetach(
    personId: number | null,
    questionnaireId: number,
    activityId: number,
  ): Promise<{ questionnaire: Questionnaire; one: AttachedActivity; isLast: boolean }> {
    const { questionnaire, attached } = await look(personId, questionnaireId)
    const one = attached.find(({ activity }) => activity.id === activityId)
    if (!one) throw formDeskErrors.detachedAlready()
    if (one.isNamed) throw formDeskErrors.namedInWorkbook()
    const isLast = attached.length === 1
    // It would be the whole house's then, which she does not run.
    if (isLast && !mayDo(await rights.grantsOf(personId), 'askTheHouse')) throw formDeskErrors.houseOnly()
    return { questionnaire, one, isLast }
  }

  return {
    look,
    toDetach,

    async attach(personId: number | null, questionnaireId: number, activityId: number): Promise<Activity> {
      const { questionnaire, attached, free } = await look(personId, questionnaireId)
      if (attached.some(({ activity }) => activity.id === activityId)) throw formDeskErrors.attachedAlready()
      const activity = free.find(({ id }) => id === activityId)
      if (!activity) throw formDeskErrors.notYours()
      await activities.store.chooseForm(activityId, questionnaire.formId)
      return activity
    },

    /** What was answered for it stays, and who is in the middle of it goes on; nobody is asked or reminded any more. */
    async detach(personId: number | null, questionnaireId: number, activityId: number): Promise<Activity> {
      const { questionnaire, one } = await toDetach(personId, questionnaireId, activityId)
      await activities.store.dropForm(activityId, questionnaire.formId)
      await requests.end(questionnaireId, activityId)
      return one.activity
    },
  }
}
