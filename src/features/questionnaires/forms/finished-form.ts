import { languages, type Language } from '../../../shared/localized-text.ts'
import type { CellValue, ColumnToWrite, SheetToWrite } from '../../../shared/spreadsheet.ts'
import type { FormPart, FormRow, InEachLanguage } from './rows.ts'

/** The days on which a trip enters and leaves the Schengen area: what passports and visas are checked against. */
export interface SchengenDays {
  readonly entersOn: Temporal.PlainDate
  readonly leavesOn: Temporal.PlainDate
}

export interface SheetNeeds {
  /** Its columns come first, and it is the form's default one. */
  readonly language?: Language
  /** Only the logistics form asks for it. */
  readonly trip?: SchengenDays
}

/** A questionnaire that is ready to be used or changed: a coordinator gets it as a spreadsheet. */
export interface FinishedForm {
  readonly id: string
  readonly title: InEachLanguage
  readonly sheets: (needs?: SheetNeeds) => SheetToWrite[]
}

export interface FormSource {
  readonly id: string
  readonly title: InEachLanguage
  /** `heyet_purpose` and what else the sheet `settings` says. */
  readonly settings: FormRow
  readonly part: (needs: SheetNeeds) => FormPart
}

/** Makes a questionnaire's sheets out of its rows. */
export const finishedForm = ({ id, title, settings, part }: FormSource): FinishedForm => ({
  id,
  title,
  sheets(needs = {}) {
    const { language = 'tr' } = needs
    const order = [language, ...languages.filter((other) => other !== language)]
    const { survey, choices } = part(needs)
    const heading = {
      form_title: title,
      form_id: id,
      version: '1',
      default_language: headers[language],
      clean_text_values: 'no',
      ...settings,
    }
    return [
      sheetOf('survey', survey, order),
      sheetOf('choices', onceEach(choices), order),
      sheetOf('settings', [heading], order),
    ]
  },
})

/** Several questions may share a list: it stands in the sheet once. */
const onceEach = (choices: readonly FormRow[]): FormRow[] => [
  ...new Map(choices.map((row) => [JSON.stringify([row['list_name'], row['name']]), row])).values(),
]

/** The languages as the headers of XLSForm name them. */
const headers: InEachLanguage = {
  tr: 'Türkçe (tr)',
  en: 'English (en)',
  es: 'Español (es)',
  fr: 'Français (fr)',
}

/** In which order columns stand, for those that a form has; any other comes behind. */
const columnOrder = [
  'list_name',
  'type',
  'name',
  'label',
  'hint',
  'guidance_hint',
  'required',
  'relevant',
  'constraint',
  'constraint_message',
  'calculation',
  'default',
  'choice_filter',
  'parameters',
  'appearance',
  'heyet_profile',
]

const widths: Readonly<Record<string, number>> = { type: 26, name: 22, relevant: 30, constraint: 30 }
const widthInLanguages = 40

/** One column per key that a row has, and one per language where the key is a text. */
function sheetOf(name: string, rows: readonly FormRow[], order: readonly Language[]): SheetToWrite {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort((one, other) => at(one) - at(other))
  const slots = keys.flatMap((key): { column: ColumnToWrite; read: (row: FormRow) => CellValue | null }[] =>
    rows.some((row) => isText(row[key]))
      ? order.map((language) => ({
          column: { header: `${key}::${headers[language]}`, width: widthInLanguages },
          read: (row) => inLanguage(row[key], language),
        }))
      : [{ column: { header: key, width: widths[key] ?? 18 }, read: (row) => plain(row[key]) }],
  )
  return {
    name,
    columns: slots.map(({ column }) => column),
    rows: rows.map((row) => ({ values: slots.map(({ read }) => read(row)) })),
  }
}

const at = (key: string): number => {
  const place = columnOrder.indexOf(key)
  return place < 0 ? columnOrder.length : place
}

type Cell = FormRow[string] | undefined

const isText = (cell: Cell): cell is InEachLanguage => typeof cell === 'object' && 'tr' in cell

const inLanguage = (cell: Cell, language: Language): string | null => (isText(cell) ? cell[language] : null)

const plain = (cell: Cell): CellValue | null => (cell === undefined || isText(cell) ? null : cell)
