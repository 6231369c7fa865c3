import { languages } from '../../../../shared/localized-text.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import type { Columns } from '../../../../shared/tables/columns.ts'
import { slotsOf } from '../../../../shared/tables/template-sheet.ts'
import { asWorkbook, keysAndValuesSheet } from '../../../../shared/tables/write-table.ts'
import type { ItineraryItem } from './activity-workbook.ts'
import { itineraryColumns } from './columns.ts'
import { fieldsOf, type FieldValues } from './field-values.ts'
import { activityFile } from './template.ts'

/** A programme as a workbook that names its activity and can be sent back: read again, it changes nothing. */
export function programmeSheets(code: string, items: readonly ItineraryItem[]): SheetToWrite[] {
  const rows = items.map((item): FieldValues => ({ ...fieldsOf(item), ...hours(item), id: item.id }))
  const columns = slots(itineraryColumns).filter((slot) => rows.some((row) => row[slot]))
  return activityFile(
    asWorkbook([
      keysAndValuesSheet('activity', { code }),
      {
        name: 'itinerary',
        columns: columns.map((header) => ({ header })),
        rows: rows.map((row) => ({ values: columns.map((slot) => row[slot] ?? null) })),
      },
    ]),
  )
}

const slots = (columns: Columns): string[] =>
  Object.entries(columns).flatMap(([key, column]) => slotsOf(key, column, languages))

/** Day and hour of both ends; of an hour that comes twice, its offset says which of the two. */
function hours({ startsAt, endsAt, startZone, endZone }: ItineraryItem): FieldValues {
  return {
    start: written(startsAt.toZonedDateTimeISO(startZone)),
    ...(endsAt ? { end: written(endsAt.toZonedDateTimeISO(endZone)) } : {}),
  }
}

function written(moment: Temporal.ZonedDateTime): string {
  const local = moment.toPlainDateTime()
  const isTwice = ['earlier', 'later'].some(
    (which) =>
      !local
        .toZonedDateTime(moment.timeZoneId, { disambiguation: which as 'earlier' | 'later' })
        .equals(moment),
  )
  return `${local.toString({ smallestUnit: 'minute' }).replace('T', ' ')}${isTwice ? ` ${moment.offset}` : ''}`
}
