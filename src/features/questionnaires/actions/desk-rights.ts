import type { Activities } from '../../activities/index.ts'
import {
  grantsOfCoordinator,
  mayDo,
  reachOf,
  type Grant,
  type People,
  type Reach,
} from '../../people/index.ts'
import type { Attachments } from '../data/attachments.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import { formDeskErrors } from '../domain/desk-errors.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'

export interface DeskRightsNeeds {
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
  questionnaires: QuestionnaireStore
  attachments: Attachments
}

export type DeskRights = ReturnType<typeof deskRights>

/** Who may do what with a questionnaire: whoever runs its activity; without one, whoever sees the whole house. */
export function deskRights({ people, activities, questionnaires, attachments }: DeskRightsNeeds) {
  const grantsOf = (personId: number | null) => grantsOfCoordinator(people, personId, 'askForms')

  async function reaches(grants: readonly Grant[], activityId: number | null): Promise<boolean> {
    if (mayDo(grants, 'askTheHouse')) return true
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    return activity !== undefined && mayDo(grants, 'askForms', activity.code)
  }

  /** The activities of a questionnaire that these grants reach; one that is no activity's is the whole house's. */
  async function reachedOf(
    grants: readonly Grant[],
    questionnaireId: number,
  ): Promise<readonly number[] | 'everywhere'> {
    if (mayDo(grants, 'askTheHouse')) return 'everywhere'
    const found: number[] = []
    for (const { activityId } of await attachments.of(questionnaireId))
      if (await reaches(grants, activityId)) found.push(activityId)
    return found
  }

  /** Refuses whoever does not run each of its activities; resolves with those that they run. */
  async function checkEach(
    personId: number | null,
    questionnaireId: number,
  ): Promise<readonly number[] | 'everywhere'> {
    const within = await reachedOf(await grantsOf(personId), questionnaireId)
    const all = await attachments.of(questionnaireId)
    const isEach = within === 'everywhere' || (all.length > 0 && within.length === all.length)
    if (!isEach) throw formDeskErrors.notYours()
    return within
  }

  return {
    grantsOf,
    reaches,

    /** Refuses whoever may not publish for this activity, or for the whole house. */
    async checkActivity(personId: number, activityId: number | null): Promise<void> {
      if (await reaches(await grantsOf(personId), activityId)) return
      throw activityId === null ? formDeskErrors.houseOnly() : formDeskErrors.notYours()
    },

    /** The questionnaire, if this person runs an activity it belongs to. */
    async theirs(personId: number | null, questionnaireId: number): Promise<Questionnaire> {
      const grants = await grantsOf(personId)
      const questionnaire = await questionnaires.read(questionnaireId)
      if (!questionnaire || questionnaire.state === 'draft') throw questionnaireErrors.unknown()
      if ((await reachedOf(grants, questionnaireId)).length === 0) throw formDeskErrors.notYours()
      return questionnaire
    },

    checkEach,

    /**
     * Refuses whoever does not run all of its activities: what becomes of it concerns each of them. What was published for
     * the house or asked outside of them is the house's: nobody gets hold of it by naming it in a workbook.
     */
    async checkWhole(personId: number | null, questionnaireId: number): Promise<void> {
      const within = await checkEach(personId, questionnaireId)
      if (within === 'everywhere') return
      const isOfHouse = (await questionnaires.read(questionnaireId))?.isOfHouse === true
      if (isOfHouse || (await attachments.goesBeyond(questionnaireId, within)))
        throw formDeskErrors.notYours()
    },

    /** Those of its activities that this person runs. */
    reached: async (personId: number | null, questionnaireId: number) =>
      reachedOf(await grantsOf(personId), questionnaireId),

    /** The activities about whose people this person may know. */
    within: async (personId: number | null): Promise<Reach> => reachOf(await grantsOf(personId), 'askForms'),
  }
}
