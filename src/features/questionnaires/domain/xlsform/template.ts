import { languages, type Language } from '../../../../shared/localized-text.ts'
import type { CellValue, ColumnToWrite, RowToWrite, SheetToWrite } from '../../../../shared/spreadsheet.ts'
import { profileFields } from './profile-fields.ts'
import { commonTypes } from './question-types.ts'
import { templateExamples, type ExampleRow } from './template-examples.ts'
import { helpKeys, type HelpKey } from './template-help.ts'

export interface FormTemplateNeeds {
  /** Her language: it comes first, and the explanations are in it. */
  readonly language: Language
  /** The sentence of `help.<key>` in her language. */
  readonly explain: (key: HelpKey | 'sheet' | 'column' | 'meaning') => string
  /** The example closes some weeks after this day. */
  readonly today: Temporal.PlainDate
}

/** The languages of the template as its headers name them. */
const headers: Readonly<Record<Language, string>> = {
  tr: 'Türkçe (tr)',
  en: 'English (en)',
  es: 'Español (es)',
  fr: 'Français (fr)',
}

/** An empty questionnaire with examples in it, for a coordinator to overwrite; it reads back without an issue. */
export function formTemplate({ language, explain, today }: FormTemplateNeeds): SheetToWrite[] {
  const order = [language, ...languages.filter((other) => other !== language)]
  const { survey, choices, settings } = templateExamples(today)
  return [
    sheetOf('survey', surveyColumns, survey, order),
    sheetOf('choices', choiceColumns, choices, order),
    sheetOf('settings', settingColumns, [{ ...settings, default_language: headers[language] }], order),
    helpSheet(explain),
  ]
}

interface TemplateColumn {
  readonly key: string
  readonly isInLanguages?: boolean
  readonly width?: number
  readonly choices?: readonly string[]
}

const yesNo = ['yes', 'no']

const surveyColumns: readonly TemplateColumn[] = [
  { key: 'type', width: 24, choices: commonTypes },
  { key: 'name', width: 18 },
  { key: 'label', isInLanguages: true, width: 40 },
  { key: 'hint', isInLanguages: true, width: 28 },
  { key: 'required', width: 10, choices: yesNo },
  { key: 'relevant', width: 28 },
  { key: 'constraint', width: 20 },
  { key: 'constraint_message', isInLanguages: true, width: 28 },
  { key: 'calculation', width: 34 },
  { key: 'default', width: 14 },
  { key: 'choice_filter', width: 22 },
  { key: 'parameters', width: 22 },
  { key: 'repeat_count', width: 14 },
  { key: 'image', width: 18 },
  { key: 'heyet_profile', width: 22, choices: profileFields },
]

const choiceColumns: readonly TemplateColumn[] = [
  { key: 'list_name', width: 18 },
  { key: 'name', width: 18 },
  { key: 'label', isInLanguages: true, width: 34 },
  { key: 'exclusive', width: 12, choices: yesNo },
]

const settingColumns: readonly TemplateColumn[] = [
  { key: 'form_title', isInLanguages: true, width: 34 },
  { key: 'form_id', width: 22 },
  { key: 'version', width: 12 },
  { key: 'default_language', width: 20, choices: Object.values(headers) },
  {
    key: 'heyet_purpose',
    width: 20,
    choices: ['application', 'logistics', 'needs_analysis', 'survey', 'free'],
  },
  { key: 'heyet_scope', width: 14, choices: ['person', 'firm'] },
  { key: 'heyet_anonymous', width: 18, choices: yesNo },
  { key: 'heyet_opens_at', width: 18 },
  { key: 'heyet_closes_at', width: 18 },
]

/** One column per key, or one per language: `label::Türkçe (tr)`. */
function sheetOf(
  name: string,
  columns: readonly TemplateColumn[],
  rows: readonly ExampleRow[],
  order: readonly Language[],
): SheetToWrite {
  const slots = columns.flatMap(
    (column): { header: ColumnToWrite; read: (row: ExampleRow) => CellValue | null }[] => {
      const { key, isInLanguages, ...look } = column
      if (!isInLanguages) return [{ header: { header: key, ...look }, read: (row) => plainOf(row[key]) }]
      return order.map((language) => ({
        header: { header: `${key}::${headers[language]}`, ...look },
        read: (row) => inLanguage(row[key], language),
      }))
    },
  )
  return {
    name,
    columns: slots.map(({ header }) => header),
    rows: rows.map((row): RowToWrite => ({ values: slots.map(({ read }) => read(row)) })),
  }
}

const plainOf = (value: ExampleRow[string] | undefined): CellValue | null =>
  value === undefined || (typeof value === 'object' && 'tr' in value) ? null : value

const inLanguage = (value: ExampleRow[string] | undefined, language: Language): string | null =>
  typeof value === 'object' && 'tr' in value ? value[language] : null

/** Types whose names would pass for a plural form in the locale files. */
const typeNames: Readonly<Record<string, string>> = { one: 'select_one', several: 'select_multiple' }

/** What the columns and types mean; nobody reads this sheet but her. */
const helpSheet = (explain: FormTemplateNeeds['explain']): SheetToWrite => ({
  name: 'help',
  columns: [
    { header: explain('sheet'), width: 14 },
    { header: explain('column'), width: 22 },
    { header: explain('meaning'), width: 90 },
  ],
  rows: helpKeys.map((key) => {
    const [sheet = '', column = ''] = key.split('.')
    return { values: [sheet === 'types' ? 'type' : sheet, typeNames[column] ?? column, explain(key)] }
  }),
})
