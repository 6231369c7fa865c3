import type { Report } from '../../../../shared/tables/issue.ts'
import type { Frame, ItemRow, ItemTimes } from './item-times.ts'

/** An item may lie so many days outside its activity; a briefing the day before is usual, another year is a slip. */
const daysOutside = 3
const longestHours = 36

/** Compares an item's times and places with those of its activity. */
export function checkItem(row: ItemRow, times: ItemTimes, frame: Frame, report: Report): void {
  checkDays(row, times, frame, report)
  checkLength(row, times, report)
  checkAssumptions(row, times, frame, report)
}

function checkDays(row: ItemRow, times: ItemTimes, { startsOn, endsOn }: Frame, report: Report): void {
  if (!startsOn || !endsOn) return
  const { startLocal, endLocal } = times
  const before = daysBetween(startLocal, startsOn)
  const after = daysBetween(endsOn, startLocal)
  const lastAfter = daysBetween(endsOn, endLocal ?? startLocal)
  const days = Math.max(before, after, lastAfter > daysOutside ? lastAfter : 0)
  if (days <= 0) return
  const key = row.foundIn('date') ? 'date' : 'start'
  const details = { count: days, startsOn, endsOn }
  report(
    days > daysOutside ? 'E_ITEM_OUTSIDE' : 'W_ITEM_OUTSIDE',
    row.placeOf(key),
    startLocal.slice(0, 10),
    details,
  )
}

function checkLength(row: ItemRow, { startsAt, endsAt }: ItemTimes, report: Report): void {
  if (!endsAt) return
  const hours = Math.round(startsAt.until(endsAt).total('hours'))
  if (hours > longestHours) report('W_ITEM_LONG', row.placeOf('end'), row.foundIn('end'), { count: hours })
}

/** A zone of its own at one end only, or a zone without its city, is allowed, but rarely what she meant. */
function checkAssumptions(row: ItemRow, { endsAt }: ItemTimes, frame: Frame, report: Report): void {
  if (!frame.timeZone) return
  const { start_zone: start, end_zone: end, start_city: startCity, end_city: endCity } = row.values
  if (endsAt && start && start !== frame.timeZone && !row.foundIn('end_zone'))
    report('W_ZONE_ASSUMED', row.placeOf('start_zone'), start, { zone: frame.timeZone })
  const cities = [
    { zone: start, zoneKey: 'start_zone', city: startCity, key: 'start_city' },
    { zone: end, zoneKey: 'end_zone', city: endCity, key: 'end_city' },
  ] as const
  for (const { zone, zoneKey, city, key } of cities)
    if (zone && zone !== frame.timeZone && Object.keys(city).length === 0)
      report('W_CITY_ASSUMED', row.placeOf(zoneKey), zone, { key, city: Object.values(frame.city)[0] ?? '' })
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from.slice(0, 10)).until(to.slice(0, 10)).days
