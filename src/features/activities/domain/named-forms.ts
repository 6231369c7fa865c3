/** The keys of a workbook that name questionnaires, and where their values are kept. */
const keys = [
  ['application_form', 'applicationForm'],
  ['logistics_form', 'logisticsForm'],
  ['survey_form', 'surveyForm'],
  ['results_form', 'resultsForm'],
] as const

export type FormKey = (typeof keys)[number][0]

/** A questionnaire that an activity names: as what, and by its id. */
export interface NamedForm {
  key: FormKey
  formId: string
}

/** The questionnaires that the keys of a workbook name, in their order. */
export const namedForms = (values: Readonly<Record<string, unknown>>): NamedForm[] =>
  keys.flatMap(([key, name]) => {
    const formId = values[name]
    return typeof formId === 'string' && formId !== '' ? [{ key, formId }] : []
  })

/** The questionnaires that were chosen for an activity on the desk, by their ids. */
export const chosenForms = (details: Readonly<Record<string, unknown>>): string[] => {
  const chosen = details['chosenForms']
  return Array.isArray(chosen) ? chosen.filter((id): id is string => typeof id === 'string') : []
}
