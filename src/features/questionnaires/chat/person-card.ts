import type { Feature } from '../../../bot/feature.ts'
import type { FormsOf } from '../actions/forms-of.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import { titleIn } from '../domain/form-language.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'

export interface FormsOnCardNeeds {
  questionnaires: QuestionnaireStore
  formsOf(personId: number): Promise<FormsOf>
}

/** Which forms of an activity somebody has handed in, has begun, or has not opened, on their card; never an anonymous one. */
export function formsOnCard({
  questionnaires,
  formsOf,
}: FormsOnCardNeeds): NonNullable<Feature['personCard']> {
  return async (words, { activityId, personId }) => {
    const { waiting, drafts, submitted } = await formsOf(personId)
    const isOfThis = (one: { activityId: number | null }) => one.activityId === activityId
    const forms: ['waiting' | 'begun' | 'handedIn', Questionnaire][] = [
      ...waiting.filter(isOfThis).map((one) => ['waiting', one.questionnaire] as ['waiting', Questionnaire]),
      ...drafts
        .filter(({ response }) => isOfThis(response))
        .map((one) => ['begun', one.questionnaire] as ['begun', Questionnaire]),
      ...submitted
        .filter(({ response }) => isOfThis(response))
        .map((one) => ['handedIn', one.questionnaire] as ['handedIn', Questionnaire]),
    ]
    const lines: string[] = []
    for (const [state, { isAnonymous, versionId, formId }] of forms) {
      if (isAnonymous) continue
      const title =
        versionId === null ? formId : titleIn(await questionnaires.form(versionId), words.language)
      lines.push(words(`person:forms.${state}`, { title }))
    }
    return { lines, buttons: [] }
  }
}
