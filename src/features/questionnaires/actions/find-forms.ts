import type { Clock } from '../../../platform/clock.ts'
import type { FindForms, FormKey, KnownForm } from '../../activities/index.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import { titleIn } from '../domain/form-language.ts'
import { notOpenBecause, type Questionnaire } from '../domain/questionnaire.ts'

export interface FindFormsNeeds {
  questionnaires: QuestionnaireStore
  clock: Clock
}

/** Which of these ids are those of published questionnaires, for the room that names them in its workbooks. */
export function findForms({ questionnaires, clock }: FindFormsNeeds): FindForms {
  return async (formIds) => {
    const known = new Map<string, KnownForm>()
    for (const formId of formIds) {
      const found = await questionnaires.byFormId(formId)
      if (!found || found.state === 'draft' || found.versionId === null) continue
      const form = await questionnaires.form(found.versionId)
      const because = notOpenBecause(found, clock.now())
      known.set(formId.toLowerCase(), {
        titleIn: (language) => titleIn(form, language),
        key: keyOf[found.purpose],
        isOpen: because === undefined || because === 'notYet',
        isAnonymous: found.isAnonymous,
      })
    }
    return known
  }
}

/** Under which key a workbook would name it. */
const keyOf: Record<Questionnaire['purpose'], FormKey | undefined> = {
  application: 'application_form',
  logistics: 'logistics_form',
  survey: 'survey_form',
  needs_analysis: undefined,
  free: undefined,
}
