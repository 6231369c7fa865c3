import type { Language } from '../../../shared/localized-text.ts'
import type { CellValue } from '../../../shared/spreadsheet.ts'

/** A text in all four languages: a finished form leaves none out. */
export type InEachLanguage = Readonly<Record<Language, string>>

/** A row of a form's sheet by its columns. */
export type FormRow = Readonly<Record<string, CellValue | InEachLanguage>>

/** What a piece of a form puts into the sheets `survey` and `choices`. */
export interface FormPart {
  readonly survey: readonly FormRow[]
  readonly choices: readonly FormRow[]
}

/** Turkish, English, Spanish, French. */
export const say = (tr: string, en: string, es: string, fr: string): InEachLanguage => ({
  tr,
  en,
  es,
  fr: withFrenchSpaces(fr),
})

/** The same in all languages: `10-49`, `ISO 9001`. */
export const same = (text: string): InEachLanguage => say(text, text, text, text)

/** Signs of two parts stay on the line of the word they belong to. */
const withFrenchSpaces = (text: string): string => text.replace(/ (?=[:;!?»%€])|(?<=«) /g, '\u00A0')

/** One piece after the other. */
export const together = (...parts: readonly FormPart[]): FormPart => ({
  survey: parts.flatMap(({ survey }) => survey),
  choices: parts.flatMap(({ choices }) => choices),
})

/** Rows of the sheet `survey` alone. */
export const rows = (...survey: readonly FormRow[]): FormPart => ({ survey, choices: [] })

/** A section: a group with a heading, or without one. */
export const section = (
  name: string,
  { label, relevant }: { label?: InEachLanguage; relevant?: string },
  ...parts: readonly FormPart[]
): FormPart =>
  together(
    rows({ type: 'begin_group', name, ...(label && { label }), ...(relevant && { relevant }) }),
    ...parts,
    rows({ type: 'end_group' }),
  )

/** A question without choices; it has to be answered unless `cells` say otherwise. */
export const question = (type: string, name: string, label: InEachLanguage, cells: FormRow = {}): FormPart =>
  rows({ type, name, label, required: 'yes', ...cells })

/** Something to read, where it applies. */
export const note = (name: string, label: InEachLanguage, relevant?: string): FormPart =>
  rows({ type: 'note', name, label, ...(relevant && { relevant }) })

/** Something that is worked out; the label names it for whoever reads the sheet. */
export const calculate = (name: string, calculation: string, label?: InEachLanguage): FormPart =>
  rows({ type: 'calculate', name, ...(label && { label }), calculation })
