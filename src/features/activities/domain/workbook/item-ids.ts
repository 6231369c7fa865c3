import { readText } from '../../../../shared/localized-text.ts'
import type { Sheet, Workbook } from '../../../../shared/spreadsheet.ts'
import { fillColumn } from '../../../../shared/tables/fill-column.ts'
import { fold } from '../../../../shared/tables/fold.ts'
import type { ItineraryItem } from './activity-workbook.ts'
import type { ItemRow } from './item-times.ts'

/**
 * Ids for the rows without one, by row: the words of the title, so that the same file sent twice gets the same ids even
 * if an hour moved. Equal titles are counted in their order.
 */
export function newIds(rows: readonly ItemRow[]): Map<number, string> {
  const taken = new Set(rows.flatMap(({ values }) => values.id ?? []))
  const ids = new Map<number, string>()
  for (const { row, values, foundIn } of rows) {
    if (values.id !== null || foundIn('id')) continue
    const base = slug(readText(values.title, 'en') ?? values.kind ?? '') || 'item'
    let id = base
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
    taken.add(id)
    ids.set(row, id)
  }
  return ids
}

const slug = (text: string) =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replaceAll(/^-+|-+$/g, '')

/** The same workbook with the new ids in the sheet `itinerary`, to be given back to her. */
export function withItemIds(workbook: Workbook, itinerary: readonly ItineraryItem[]): Workbook {
  const ids = new Map(itinerary.filter(({ isNewId }) => isNewId).map(({ row, id }) => [row, id]))
  const isItinerary = ({ name }: Sheet) => fold(name) === 'itinerary'
  return {
    sheets: workbook.sheets.map((sheet) => (isItinerary(sheet) ? fillColumn(sheet, 'id', ids) : sheet)),
  }
}
