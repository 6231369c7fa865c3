import type { Row } from '../../../../shared/spreadsheet.ts'
import { cellWords } from './cell-words.ts'
import type { FormReport } from './form-issue.ts'
import type { HeaderWords } from './header-words.ts'

/** A column by what its header means. */
export interface FormColumn {
  readonly letter: string
  readonly header: string
  /** A key of the sheet's words; undefined for a column that is hers. */
  readonly key?: string
  /** As the header has it: `Türkçe (tr)`. */
  readonly language?: string
}

/** Reads the first row of a sheet; two columns that mean the same are refused. */
export function readHeaders(header: Row | undefined, words: HeaderWords, report: FormReport): FormColumn[] {
  const cells = (header?.cells ?? []).map(({ column, value }) => ({
    letter: column,
    header: cellWords(value),
  }))
  const filled = cells.filter(({ header: text }) => text !== '')
  const isDoubleColon = filled.some(({ header: text }) => text.includes('::'))
  const columns = filled.map((cell) => ({ ...cell, ...meaningOf(cell.header, words, isDoubleColon) }))
  reportDuplicates(columns, header?.number ?? 1, report)
  return columns
}

/** A single colon separates only where the sheet has no double one, because names may have a colon in them. */
function meaningOf(
  header: string,
  words: HeaderWords,
  isDoubleColon: boolean,
): Pick<FormColumn, 'key' | 'language'> {
  const whole = keyOf(header, words)
  if (whole !== undefined) return { key: whole }
  const parts = header.split(isDoubleColon ? '::' : ':').map((part) => part.trim())
  const jr = parts.indexOf('jr')
  if (jr >= 0) parts.splice(jr, 2, `jr:${parts[jr + 1] ?? ''}`)
  const [first = '', second, ...rest] = parts
  const pair = second === undefined ? undefined : keyOf(`${first}/${second}`, words)
  const key = pair ?? keyOf(first, words)
  const [language, ...further] = pair === undefined ? [second, ...rest] : rest
  if (key === undefined || further.length > 0) return {}
  if (!language) return { key }
  return words.inLanguages.has(key) ? { key, language } : {}
}

const keyOf = (text: string, { keys }: HeaderWords): string | undefined => {
  const word = text.trim().replace(/\s+/g, '_').toLowerCase()
  return Object.hasOwn(keys, word) ? keys[word] : undefined
}

function reportDuplicates(columns: readonly FormColumn[], row: number, report: FormReport): void {
  const seen = new Map<string, FormColumn>()
  for (const column of columns) {
    const meaning = column.key === undefined ? `?${column.header}` : [column.key, column.language].join('::')
    const other = seen.get(meaning) ?? seen.get(`?${column.header}`)
    seen.set(meaning, column)
    if (!other) continue
    const place = { row, column: column.letter }
    if (other.header === column.header) report('E_COLUMN_DUPLICATE', place, column.header)
    else if (column.header !== column.key)
      report('E_COLUMN_DUPLICATE_MEANING', place, column.header, { other: other.header })
  }
}
