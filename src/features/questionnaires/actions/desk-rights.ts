import { DomainError } from '../../../shared/domain-error.ts'
import type { Activities } from '../../activities/index.ts'
import { mayCoordinate, mayCoordinateEverything, type Grant, type People } from '../../people/index.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import { formDeskErrors } from '../domain/desk-errors.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'

export interface DeskRightsNeeds {
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
  questionnaires: QuestionnaireStore
}

export type DeskRights = ReturnType<typeof deskRights>

/** Who may do what with a questionnaire: whoever runs its activity; without one, whoever sees the whole house. */
export function deskRights({ people, activities, questionnaires }: DeskRightsNeeds) {
  async function grantsOf(personId: number | null): Promise<Grant[]> {
    const grants = personId === null ? [] : await people.roles.of(personId)
    if (!mayCoordinate(grants)) throw new DomainError('people:errors.coordinatorsOnly')
    return grants
  }

  async function reaches(grants: readonly Grant[], activityId: number | null): Promise<boolean> {
    if (mayCoordinateEverything(grants)) return true
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    return activity !== undefined && mayCoordinate(grants, activity.code)
  }

  return {
    grantsOf,
    reaches,

    /** Refuses whoever may not publish for this activity, or for the whole house. */
    async checkActivity(personId: number, activityId: number | null): Promise<void> {
      if (await reaches(await grantsOf(personId), activityId)) return
      throw activityId === null ? formDeskErrors.houseOnly() : formDeskErrors.notYours()
    },

    /** The questionnaire, if this person runs what it belongs to. */
    async theirs(personId: number | null, questionnaireId: number): Promise<Questionnaire> {
      const grants = await grantsOf(personId)
      const questionnaire = await questionnaires.read(questionnaireId)
      if (!questionnaire || questionnaire.state === 'draft') throw questionnaireErrors.unknown()
      if (!(await reaches(grants, questionnaire.activityId))) throw formDeskErrors.notYours()
      return questionnaire
    },
  }
}
