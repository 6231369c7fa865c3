import { cellText, type Sheet, type Workbook } from './spreadsheet.ts'
import { fold } from './tables/fold.ts'

/** What a spreadsheet that somebody sent is for. */
export type SpreadsheetKind = 'activity' | 'firm_list' | 'questionnaire' | 'unclear'

const activitySheets = ['activity', 'itinerary', 'participants', 'documents', 'team', 'faq']
const firmColumns = [
  'country',
  'city',
  'tax no',
  'register no',
  'contact name',
  'contact phone',
  'contact email',
  'nace',
  'cluster',
  'employees',
  'invited to',
]

/** Tells files apart by their sheets and columns; what looks like two kinds, or like none, is asked about. */
export function recogniseSpreadsheet({ sheets }: Workbook): SpreadsheetKind {
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  const kinds: SpreadsheetKind[] = []
  if (filled.some(isActivitySheet)) kinds.push('activity')
  if (filled.some(isSurvey)) kinds.push('questionnaire')
  if (filled.some(isFirmList)) kinds.push('firm_list')
  const [kind, ...others] = kinds
  return kind && others.length === 0 ? kind : 'unclear'
}

const isActivitySheet = ({ name }: Sheet) => activitySheets.includes(fold(name))

const isSurvey = (sheet: Sheet) => {
  const columns = columnsOf(sheet)
  return fold(sheet.name) === 'survey' && columns.some((column) => ['type', 'name', 'label'].includes(column))
}

const isFirmList = (sheet: Sheet) => {
  const columns = columnsOf(sheet)
  const known = columns.filter((column) => firmColumns.includes(column))
  return !isActivitySheet(sheet) && columns.includes('firm') && known.length > 0
}

const columnsOf = ({ rows }: Sheet): string[] =>
  (rows[0]?.cells ?? []).map(({ value }) => fold(cellText(value).split('::')[0] ?? ''))
