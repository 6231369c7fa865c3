import type { Words } from './words.ts'

/** How long something stays open, in the unit somebody would say it in. */
export type RemainingTime =
  { unit: 'days' | 'hours' | 'minutes'; count: number } | { unit: 'today' | 'tomorrow' | 'closed' }

/**
 * Counts from `now` until `until` as people in `timeZone` do: minutes and hours while they are few, then today or
 * tomorrow, then days of the calendar. At `until` itself it is closed.
 */
export function remainingTime(
  now: Temporal.Instant,
  until: Temporal.Instant,
  timeZone: string,
): RemainingTime {
  const minutes = Math.floor((until.epochMilliseconds - now.epochMilliseconds) / 60_000)
  if (until.epochMilliseconds <= now.epochMilliseconds) return { unit: 'closed' }
  if (minutes < 60) return { unit: 'minutes', count: Math.max(1, minutes) }
  if (minutes < 6 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  const end = until.toZonedDateTimeISO(timeZone)
  const days = now.toZonedDateTimeISO(timeZone).toPlainDate().until(end.toPlainDate()).days
  if (days < 2) return { unit: days === 0 ? 'today' : 'tomorrow' }
  return { unit: 'days', count: days }
}

/** "closes in 3 days", "closes today", "closed"; the hour is said beside it, with its city. */
export function closingTime(words: Words, remaining: RemainingTime): string {
  switch (remaining.unit) {
    case 'days':
    case 'hours':
    case 'minutes':
      return words.plain(`time:closes.${remaining.unit}`, { count: remaining.count })
    case 'today':
    case 'tomorrow':
    case 'closed':
      return words.plain(`time:closes.${remaining.unit}`)
  }
}
