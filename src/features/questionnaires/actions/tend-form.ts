import type { Clock } from '../../../platform/clock.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'
import type { DeskRights } from './desk-rights.ts'

export interface TendFormNeeds {
  questionnaires: QuestionnaireStore
  rights: DeskRights
  clock: Clock
}

/** What a coordinator can make of a published questionnaire. */
export type TendedState = 'published' | 'closed' | 'archived'

/** Closes, reopens or archives a questionnaire. One whose closing date has passed is reopened without one. */
export function tendForm({ questionnaires, rights, clock }: TendFormNeeds) {
  return async (
    questionnaireId: number,
    personId: number | null,
    state: TendedState,
  ): Promise<Questionnaire> => {
    const questionnaire = await rights.theirs(personId, questionnaireId)
    await rights.checkWhole(personId, questionnaireId)
    const { closesAt } = questionnaire
    const isOver = closesAt !== null && Temporal.Instant.compare(clock.now(), closesAt) >= 0
    const changes = { state, ...(state === 'published' && isOver ? { closesAt: null } : {}) }
    await questionnaires.update(questionnaireId, changes)
    return { ...questionnaire, ...changes }
  }
}
