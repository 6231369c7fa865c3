import { isLanguage, languages, type Language } from '../localized-text.ts'
import { cellText, type Cell } from '../spreadsheet.ts'
import { languageMeanings, meaningOf } from './choice-cells.ts'
import type { Columns } from './columns.ts'
import { fold, nearest } from './fold.ts'
import type { Place, Report } from './issue.ts'

/** The key that a column (or a line of the sheet `activity`) carries, with its language if it is a text. */
export interface Slot {
  readonly key: string
  readonly language?: Language
}

/** Codes for what is wrong with a key: of a column, or of a line in a sheet of keys and values. */
export const keyCodes = {
  column: { unknown: 'E_COLUMN_UNKNOWN', stranger: 'W_COLUMN_UNKNOWN', twice: 'E_COLUMN_TWICE' },
  line: { unknown: 'E_KEY_UNKNOWN', stranger: 'W_KEY_UNKNOWN', twice: 'E_KEY_TWICE' },
} as const

/** Reads keys one after the other, and reports those that are unknown, misspelt or there twice. */
export function keyReader(
  columns: Columns,
  kind: keyof typeof keyCodes,
  defaultLanguage: Language,
  report: Report,
) {
  const seen = new Set<string>()
  const codes = keyCodes[kind]
  return (header: string, place: Place): Slot | undefined => {
    const slot = slotOf(header, columns, defaultLanguage)
    if (!('trouble' in slot)) {
      const name = [slot.key, slot.language].join('::')
      if (seen.has(name)) return void report(codes.twice, place, header, { key: slot.key })
      seen.add(name)
      return slot
    }
    const { trouble, ...details } = slot
    if (trouble === 'unknown')
      return void report('suggestion' in details ? codes.unknown : codes.stranger, place, header, details)
    return void report(trouble, place, header, details)
  }
}

export const isComment = (cell: Cell | undefined) =>
  cell !== undefined && cellText(cell.value).startsWith('#')

type Trouble = { trouble: 'unknown'; suggestion?: string } | LanguageTrouble
type LanguageTrouble = {
  trouble: 'E_LANGUAGE_UNKNOWN' | 'E_NOT_TRANSLATED'
  key: string
  allowed: string
  example: string
}

function slotOf(header: string, columns: Columns, defaultLanguage: Language): Slot | Trouble {
  const [name = '', spec] = header.split('::')
  const key = Object.keys(columns).find((candidate) => fold(candidate) === fold(name))
  const column = key === undefined ? undefined : columns[key]
  if (key === undefined || !column) {
    const suggestion = suggest(header, columns)
    return { trouble: 'unknown', ...(suggestion ? { suggestion } : {}) }
  }
  const wanted = { key, allowed: languages.join(', '), example: `${key}::${defaultLanguage}` }
  if (!('isLocalized' in column))
    return spec === undefined ? { key } : { trouble: 'E_NOT_TRANSLATED', ...wanted }
  const language = spec === undefined ? defaultLanguage : languageOf(spec)
  return language ? { key, language } : { trouble: 'E_LANGUAGE_UNKNOWN', ...wanted }
}

/** `tr`, `Türkçe` and `Türkçe (tr)` are one. */
function languageOf(spec: string): Language | undefined {
  const code = fold(/\(([^)]*)\)\s*$/.exec(spec)?.[1] ?? spec)
  return isLanguage(code) ? code : meaningOf(code, languageMeanings)
}

/** `title:tr` and `title_tr` are slips of `title::tr`. */
function suggest(header: string, columns: Columns): string | undefined {
  const names = Object.entries(columns).flatMap(([key, column]) =>
    'isLocalized' in column ? [key, ...languages.map((language) => `${key}::${language}`)] : [key],
  )
  const [base, suffix] = header.split(/:|[ _(]+(?=[a-z]{2}\)?$)/i)
  const joined = names.find((name) => fold(name) === fold(`${base ?? ''}::${suffix?.replace(')', '') ?? ''}`))
  return joined ?? nearest(header.split('::')[0] ?? header, Object.keys(columns))
}
