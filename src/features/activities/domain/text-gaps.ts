import { languages, type Language } from '../../../shared/localized-text.ts'
import type { ActivityWorkbook } from './workbook/activity-workbook.ts'
import { sheetNames, type SheetName } from './workbook/columns.ts'
import { fieldsOf } from './workbook/field-values.ts'

/** A text of the file that is not there in every language. */
export interface TextGap {
  sheet: SheetName
  /** Its key in the file: `title`, `notes`. */
  key: string
  /** Languages in which every row has it. */
  present: Language[]
  /** In how many rows a language is missing, of those that have the text at all. */
  missing: { language: Language; rows: number }[]
  rows: number
}

/** Says for each text of the file which languages are there and which are missing; texts that are whole are left out. */
export function textGaps(workbook: ActivityWorkbook): TextGap[] {
  return sheetNames.flatMap((sheet) => {
    const records = sheet === 'activity' ? [workbook.activity ?? {}] : workbook[sheet]
    return [...languagesByKey(records)].map(([key, rows]) => gapOf(sheet, key, rows)).filter(hasGap)
  })
}

/** A city that an item takes from its activity is counted there. */
const inherited = new Set(['start_city', 'end_city'])

/** For each text the languages of every row that has it. */
function languagesByKey(records: readonly object[]): Map<string, Set<string>[]> {
  const found = new Map<string, Set<string>[]>()
  for (const record of records) {
    const inRow = new Map<string, Set<string>>()
    for (const field of Object.keys(fieldsOf(record))) {
      const [key = '', language] = field.split('::')
      if (language === undefined || inherited.has(key)) continue
      inRow.set(key, (inRow.get(key) ?? new Set()).add(language))
    }
    for (const [key, spoken] of inRow) found.set(key, [...(found.get(key) ?? []), spoken])
  }
  return found
}

function gapOf(sheet: SheetName, key: string, rows: readonly Set<string>[]): TextGap {
  const counted = languages.map((language) => ({
    language,
    rows: rows.filter((spoken) => !spoken.has(language)).length,
  }))
  return {
    sheet,
    key,
    present: counted.filter((one) => one.rows === 0).map(({ language }) => language),
    missing: counted.filter((one) => one.rows > 0),
    rows: rows.length,
  }
}

const hasGap = ({ missing }: TextGap) => missing.length > 0
