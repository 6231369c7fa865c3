import type { Words } from '../../../../platform/texts/words.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { chosenForms, namedForms, type FormKey } from '../../domain/named-forms.ts'

/** A questionnaire that there is, as far as this room has to know it. */
export interface KnownForm {
  titleIn(language: Language): string
  /** As what it says itself that it is asked. */
  key: FormKey | undefined
  isOpen: boolean
  isAnonymous: boolean
}

/** Whoever keeps questionnaires says which of these ids there are, in whatever case they are written. */
export type FindForms = (formIds: readonly string[]) => Promise<ReadonlyMap<string, KnownForm>>

/** A questionnaire of an activity: as what, and whether there is one. */
export interface FormNote {
  /** Undefined where it was chosen on the desk. */
  key: FormKey | undefined
  formId: string
  known: KnownForm | undefined
}

/** The questionnaires that an activity, or the sheet of one, names. */
export async function formNotes(
  find: FindForms,
  values: Readonly<Record<string, unknown>>,
): Promise<FormNote[]> {
  const named = namedForms(values)
  const chosen = chosenForms(values).map((formId) => ({ key: undefined, formId }))
  const all = [...named, ...chosen.filter(({ formId }) => !named.some((one) => isSame(one.formId, formId)))]
  if (all.length === 0) return []
  const known = await find(all.map(({ formId }) => formId))
  return all.map((one) => ({ ...one, known: known.get(one.formId.toLowerCase()) }))
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** What a coordinator should know before she publishes a sheet that names questionnaires. */
export const formWarnings = (words: Words, notes: readonly FormNote[]): string[] =>
  notes.flatMap(({ key, formId, known }) => {
    const field = key ? words.plain(`uploads:fields.${key}`) : ''
    if (!known) return [words('uploads:preview.formMissing', { field, id: formId })]
    const title = known.titleIn(words.language)
    if (key === 'application_form' && known.isAnonymous)
      return [words('uploads:preview.formAnonymous', { field, title })]
    return known.isOpen ? [] : [words('uploads:preview.formClosed', { field, title })]
  })

/** The questionnaires of an activity on its card, a line each: what is attached, and what is missing. */
export const formLines = (words: Words, notes: readonly FormNote[]): string[] =>
  notes.map(({ key, formId, known }) => {
    const asked = key ?? known?.key
    const field = asked ? words.plain(`uploads:fields.${asked}`) : words.plain('activities:desk.form.chosen')
    if (!known) return words('activities:desk.form.missing', { field, id: formId })
    return words(`activities:desk.form.${known.isOpen ? 'attached' : 'closed'}`, {
      field,
      title: known.titleIn(words.language),
    })
  })
