import type { Language, LocalizedText } from '../localized-text.ts'
import { cellText, type CellValue } from '../spreadsheet.ts'
import type { Columns, Values } from './columns.ts'
import type { Slot } from './headers.ts'
import type { Place, Report } from './issue.ts'
import { text } from './text-cells.ts'

/** A filled cell whose key is known. */
export interface Field {
  readonly slot: Slot
  readonly value: CellValue
  readonly place: Place
}

/** One row (or the one record of a sheet of keys and values), read. */
export interface TableRow<C extends Columns> {
  readonly row: number
  readonly values: Values<C>
  /** Where a key's cell is, for complaints that come later; the row alone where it has none. */
  readonly placeOf: (key: keyof C & string) => Place
  /** What stands in a key's cell, for the same. */
  readonly foundIn: (key: keyof C & string) => string
}

/** Reads the fields of one record, reporting every cell that cannot be read and every required one that is empty. */
export function readRecord<C extends Columns>(
  columns: C,
  fields: readonly Field[],
  row: number,
  emptyPlaceOf: (key: string) => Place,
  report: Report,
): TableRow<C> {
  const values: Record<string, unknown> = {}
  const filled = new Map<string, Field>()
  for (const [key, column] of Object.entries(columns)) values[key] = 'isLocalized' in column ? {} : null
  for (const field of fields) {
    filled.set(field.slot.key, filled.get(field.slot.key) ?? field)
    readField(columns, field, values, report)
  }
  for (const [key, { requiredLike }] of Object.entries(columns))
    if (requiredLike !== undefined && !filled.has(key)) {
      const place = emptyPlaceOf(key)
      report(place.row === undefined ? 'E_KEY_MISSING' : 'E_EMPTY', place, '', { key, example: requiredLike })
    }
  const read = values as Values<C>
  return {
    row,
    values: read,
    placeOf: (key) => filled.get(key)?.place ?? emptyPlaceOf(key),
    foundIn: (key) => cellText(filled.get(key)?.value ?? ''),
  }
}

function readField(columns: Columns, field: Field, values: Record<string, unknown>, report: Report): void {
  const { slot, value, place } = field
  const column = columns[slot.key]
  if (!column) return
  const found = cellText(value)
  const { read } = 'isLocalized' in column ? text(column.maxLength) : column
  const reading = isFormulaError(value) ? ({ code: 'E_CELL_ERROR' } as const) : read(tidy(value))
  if ('code' in reading) return report(reading.code, place, found, { key: slot.key, ...reading.details })
  if ('isLocalized' in column) values[slot.key] = withText(values[slot.key], slot.language, reading.value)
  else values[slot.key] = reading.value
}

const withText = (texts: unknown, language: Language | undefined, text: unknown): LocalizedText => ({
  ...(texts as LocalizedText),
  ...(language ? { [language]: text } : {}),
})

const tidy = (value: CellValue): CellValue =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value

const isFormulaError = (value: CellValue) =>
  typeof value === 'string' && /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/.test(value)
