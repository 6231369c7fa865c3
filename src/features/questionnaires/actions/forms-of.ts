import type { Clock } from '../../../platform/clock.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { notOpenBecause, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import { needsSeat, type Audience } from './ports.ts'

export interface FormsOfNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  audience: Audience
  clock: Clock
}

/** What somebody can answer, has begun, and has handed in. */
export interface FormsOf {
  waiting: Questionnaire[]
  drafts: { questionnaire: Questionnaire; response: Response }[]
  submitted: { questionnaire: Questionnaire; response: Response }[]
}

/** Sorts the questionnaires there are by what somebody has to do with them. A free one is reached by its link only. */
export function formsOf({ questionnaires, responses, audience, clock }: FormsOfNeeds) {
  async function isFor(
    questionnaire: Questionnaire,
    personId: number,
    firms: readonly unknown[],
  ): Promise<boolean> {
    const needed = needsSeat(questionnaire)
    if (needed && questionnaire.activityId !== null) {
      const standing = await audience.standingWith(questionnaire.activityId, personId)
      return standing === 'approved' || (standing === 'applicant' && needed === 'applicant')
    }
    return questionnaire.purpose === 'needs_analysis' && firms.length > 0
  }

  return async (personId: number): Promise<FormsOf> => {
    const known = await questionnaires.inState(['published', 'closed'])
    if (known.length === 0) return { waiting: [], drafts: [], submitted: [] }
    const firms = await audience.firmsOf(personId)
    const theirs = await responses.concerning(
      personId,
      firms.map(({ id }) => id),
    )
    const of: FormsOf = { waiting: [], drafts: [], submitted: [] }
    for (const questionnaire of known) {
      const own = theirs.filter(({ questionnaireId }) => questionnaireId === questionnaire.id)
      const draft = own.find(({ state }) => state === 'draft')
      const submitted = own.find(({ state }) => state === 'submitted')
      const isOpen = notOpenBecause(questionnaire, clock.now()) === undefined
      if (draft && isOpen) of.drafts.push({ questionnaire, response: draft })
      if (submitted) of.submitted.push({ questionnaire, response: submitted })
      if (own.length === 0 && isOpen && (await isFor(questionnaire, personId, firms)))
        of.waiting.push(questionnaire)
    }
    return of
  }
}
