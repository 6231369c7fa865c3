const day = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/
const clock = /^(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|[+-]\d{2}:?\d{2})?$/

const millisecondsPerDay = 86_400_000

/** Days from 1 January 1970 to a written day or moment, by the clock on the wall of the zone; NaN when it is neither. */
export function daysOf(text: string, zone: string): number {
  const whole = dayOf(text)
  if (whole !== undefined) return whole
  const at = wallClock(text, zone)
  return at ? daysAt(at) : NaN
}

/** `2026-03-15`, also `2026-3-5`; a day that does not exist is none. */
export function dayOf(text: string): number | undefined {
  const parts = day.exec(text)
  if (!parts) return undefined
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const at = new Date(Date.UTC(2000, month - 1, date))
  at.setUTCFullYear(year, month - 1, date)
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return exists ? Math.round(at.getTime() / millisecondsPerDay) : undefined
}

/** What the clock in the zone shows at a written moment; without an offset it is that clock's time already. */
export function wallClock(text: string, zone: string): Temporal.PlainDateTime | undefined {
  const whole = dayOf(text)
  if (whole !== undefined) return atDays(whole)
  const parts = moment.exec(text)
  if (!parts) return undefined
  try {
    return parts[3]
      ? Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime()
      : Temporal.PlainDateTime.from(text)
  } catch {
    return undefined
  }
}

export const daysAt = (at: Temporal.PlainDateTime): number =>
  at.toZonedDateTime('UTC').epochMilliseconds / millisecondsPerDay

/** Undefined for what no calendar reaches. */
export function atDays(days: number): Temporal.PlainDateTime | undefined {
  const milliseconds = Math.round(days * millisecondsPerDay)
  if (!(Math.abs(milliseconds) < 8e15)) return undefined
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO('UTC').toPlainDateTime()
}

/** Noon is 0.5; NaN when it is no time of day. A moment's time is looked at on its own clock. */
export function partOfDay(text: string): number {
  const parts = clock.exec(text.replace(/^\d{4}-\d{2}-\d{2}T/, ''))
  if (!parts) return NaN
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)]
  return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 3600 + minutes * 60 + seconds) / 86_400 : NaN
}

/** `2026-03-15T10:30:00.000+03:00`, as ODK writes moments. */
export const momentText = (at: Temporal.ZonedDateTime): string =>
  at.toString({ fractionalSecondDigits: 3, timeZoneName: 'never' })
