import type { CellValue } from '../../../../shared/spreadsheet.ts'

/** What a cell says, as XLSForm's own tools read it: `TRUE`, `18`, `2026-12-10`; trimmed, no-break spaces are spaces. */
export function cellWords(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'object') return [value.date, value.time].filter(Boolean).join('T')
  return spaced(String(value))
}

/** The same for a text that people read: its own spaces stay. */
export const cellProse = (value: CellValue): string =>
  typeof value === 'string' ? value.replaceAll('\uFEFF', '').trim() : cellWords(value)

const spaced = (text: string): string =>
  text
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replaceAll('\uFEFF', '')
    .replace(/ {2,}/g, ' ')
    .trim()

/** Typographic quotation marks as straight ones, which is how XLSForm's tools show them. */
export const straightQuotes = (text: string): string =>
  text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D]/g, '"')

/** The words that mean true and false in a settings sheet and in columns such as `required`. */
export function yesOrNo(text: string): boolean | undefined {
  const word = text.toLowerCase()
  if (['yes', 'true', 'true()'].includes(word)) return true
  if (['no', 'false', 'false()'].includes(word)) return false
  return undefined
}
