import type { LocalizedText } from '../../../../shared/localized-text.ts'
import type { Report } from '../../../../shared/tables/issue.ts'
import type { LocalMoment } from '../../../../shared/tables/moment-cells.ts'
import type { TableRow } from '../../../../shared/tables/read-record.ts'
import type { itineraryColumns } from './columns.ts'
import { localText, resolveMoment, type FullMoment } from './local-time.ts'

export type ItemRow = TableRow<typeof itineraryColumns>

export interface ItemTimes {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant | null
  readonly startLocal: string
  readonly endLocal: string | null
  readonly startZone: string
  readonly endZone: string
}

/** Where and when the activity is, as far as it could be read; without its zone, times are only compared. */
export interface Frame {
  readonly timeZone: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly city: LocalizedText
}

/** Works out when an item is, each end in its own zone, and reports what cannot be. */
export function itemTimes(row: ItemRow, frame: Frame, report: Report): ItemTimes | null {
  const startZone = row.values.start_zone ?? frame.timeZone ?? 'UTC'
  const endZone = row.values.end_zone ?? frame.timeZone ?? 'UTC'
  const start = localStart(row, report)
  const end = localEnd(row, start, report)
  const startsAt = start && momentOf(row, 'start', start, startZone, report)
  const endsAt = end && momentOf(row, 'end', end, endZone, report)
  if (!start || !startsAt) return null
  if (endsAt && Temporal.Instant.compare(endsAt, startsAt) < 0) {
    report('E_END_BEFORE_START', row.placeOf('end'), row.foundIn('end'), {
      start: localText(start).replace('T', ' '),
    })
    return null
  }
  return {
    startsAt,
    endsAt: endsAt ?? null,
    startLocal: localText(start),
    endLocal: end ? localText(end) : null,
    startZone,
    endZone,
  }
}

function localStart(row: ItemRow, report: Report): FullMoment | null {
  const { date, start } = row.values
  if (!start) {
    if (!row.foundIn('start')) report('E_START_MISSING', row.placeOf('start'))
    return null
  }
  if (start.date && date && start.date !== date)
    return twoDates(row, 'start', { key: 'date', date, own: start.date }, report)
  const day = start.date ?? date
  if (!day && !row.foundIn('date')) report('E_DATE_MISSING', row.placeOf('date'))
  return day ? full(row, 'start', { ...start, date: day }, report) : null
}

function localEnd(row: ItemRow, start: FullMoment | null, report: Report): FullMoment | null {
  const { end, end_date: endDate, kind } = row.values
  if (!end) {
    const isNeeded = (kind !== null && kind !== 'deadline') || endDate !== null
    if (isNeeded && !row.foundIn('end')) report('E_END_MISSING', row.placeOf('end'))
    return null
  }
  if (end.date && endDate && end.date !== endDate)
    return twoDates(row, 'end', { key: 'end_date', date: endDate, own: end.date }, report)
  const day = end.date ?? endDate ?? start?.date
  return day ? full(row, 'end', { ...end, date: day }, report) : null
}

function full(row: ItemRow, key: 'start' | 'end', moment: LocalMoment, report: Report): FullMoment | null {
  const { date, time } = moment
  if (date && time) return { ...moment, date, time }
  report('E_TIME_MISSING', row.placeOf(key), row.foundIn(key), { key })
  return null
}

function twoDates(
  row: ItemRow,
  key: 'start' | 'end',
  other: { key: string; date: string; own: string },
  report: Report,
): null {
  const details = { key, other: other.key, first: other.own, second: other.date }
  report('E_DATE_TWICE', row.placeOf(key), row.foundIn(key), details)
  return null
}

function momentOf(row: ItemRow, key: 'start' | 'end', moment: FullMoment, zone: string, report: Report) {
  const reading = resolveMoment(moment, zone)
  if ('value' in reading) return reading.value
  report(reading.code, row.placeOf(key), row.foundIn(key), { key, ...reading.details })
  return null
}
