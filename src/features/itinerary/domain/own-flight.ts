import type { ProgrammeItem } from './item.ts'

/** Ends of the way: where one leaves and where one lands. */
export type Way = Pick<ProgrammeItem, 'startZone' | 'startCity' | 'endZone' | 'endCity'>

/**
 * What somebody flies in place of the group's flight: the same item, with what the list of participants says of theirs
 * ("VY 7842 07:15-10:40", each hour by the clock of its end). Without both hours it has none.
 */
export function asOwnFlight(flight: ProgrammeItem, said: string, way: Way): ProgrammeItem {
  const hours = hoursOf(said, flight, way)
  return {
    ...flight,
    ...way,
    ...(hours ?? { endsAt: flight.startsAt, remindMinutesBefore: [] }),
    ...{ transport: said, terminal: null, place: {}, address: null, map: null },
    ...{ contactName: null, contactPhone: null, responsible: null, bring: {}, dress: {}, notes: {} },
    // Whatever becomes of the group's flight, theirs takes place.
    ...{ status: 'planned', cancelledAt: null, statusBefore: null, removedAt: null },
    // Hours that could not be read here can still be read by whoever flies.
    ownFlight: { name: hours ? nameOf(said) : said.trim(), isTimed: hours !== undefined },
  }
}

/** 2026-12-10, 10.12.2026, 10.12. */
const dayPattern = /(?<!\d)(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})?)(?!\d)/g
const hourPattern = /(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)/g
const numberPattern = /\b(?:[A-Z][A-Z0-9]|[0-9][A-Z])\s?\d{1,4}\b/gi

/** Departure and arrival, if both are said; on the day of the group's flight unless another one is. */
function hoursOf(
  said: string,
  { startsAt }: ProgrammeItem,
  { startZone, endZone }: Way,
): Pick<ProgrammeItem, 'startsAt' | 'endsAt'> | undefined {
  const planned = startsAt.toZonedDateTimeISO(startZone).toPlainDate()
  const days = [...said.matchAll(dayPattern)].map((found) => readDay(found, planned.year))
  const rest = said.replaceAll(dayPattern, ' ').replaceAll(numberPattern, ' ')
  const hours = [...rest.matchAll(hourPattern)].map(([, hour, minute]) => ({
    hour: Number(hour),
    minute: Number(minute),
  }))
  const [departure, arrival] = hours
  const day = days.length === 0 ? planned : days[0]
  // Any other figure may mean another day: better no hour than a wrong one.
  const isUnclear = days.length > 1 || hours.length > 2 || /\d/.test(rest.replaceAll(hourPattern, ' '))
  if (isUnclear || !day || !departure || !arrival) return undefined
  const moment = (timeZone: string, time: object) =>
    day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
  const [leaves, lands] = [moment(startZone, departure), moment(endZone, arrival)]
  const isNextDay = Temporal.Instant.compare(lands.toInstant(), leaves.toInstant()) <= 0
  return { startsAt: leaves.toInstant(), endsAt: (isNextDay ? lands.add({ days: 1 }) : lands).toInstant() }
}

function readDay(
  [, year, month, day, first, second, last]: RegExpExecArray,
  plannedYear: number,
): Temporal.PlainDate | undefined {
  const said = {
    year: Number(year ?? last ?? plannedYear),
    month: Number(month ?? second),
    day: Number(day ?? first),
  }
  try {
    return Temporal.PlainDate.from(said, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** The flight without its day and hours; all of it where nothing else is said. */
function nameOf(said: string): string {
  const name = said
    .replaceAll(dayPattern, ' ')
    .replaceAll(hourPattern, ' ')
    .replaceAll(/\s+([-–→,;/]\s*)+(?=\s|$)/g, ' ')
    .replaceAll(/\s{2,}/g, ' ')
    .replaceAll(/^[-–→,;/\s]+|[-–→,;/\s]+$/g, '')
  return name === '' ? said.trim() : name
}
