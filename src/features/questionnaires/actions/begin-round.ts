import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { RoundStore } from '../data/round-store.ts'
import { formDeskErrors } from '../domain/desk-errors.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { hasRounds, type Questionnaire } from '../domain/questionnaire.ts'
import type { DeskRights } from './desk-rights.ts'

export interface BeginRoundNeeds {
  questionnaires: QuestionnaireStore
  rounds: RoundStore
  rights: DeskRights
}

/** Begins a new round of a firm's questionnaire: what was answered in the former ones stays as it is. */
export function beginRound({ questionnaires, rounds, rights }: BeginRoundNeeds) {
  /** The questionnaire, for whoever may begin a round of it. */
  async function theirs(questionnaireId: number, personId: number | null): Promise<Questionnaire> {
    const questionnaire = await rights.theirs(personId, questionnaireId)
    await rights.checkWhole(personId, questionnaireId)
    if (!hasRounds(questionnaire)) throw formDeskErrors.noRounds()
    return questionnaire
  }

  return {
    theirs,

    /** `former` is the round that was under way when it was asked: a tap that comes twice begins one. */
    async begin(
      questionnaireId: number,
      personId: number,
      { former, label }: { former: number; label: string },
    ): Promise<Questionnaire> {
      await theirs(questionnaireId, personId)
      if (!(await rounds.begin(questionnaireId, former, label, personId))) throw formDeskErrors.roundBegun()
      const begun = await questionnaires.read(questionnaireId)
      if (!begun) throw questionnaireErrors.unknown()
      return begun
    },
  }
}
