import type { Words } from '../../../../platform/texts/words.ts'

/** "in 30 minutes", "in 3 hours", "in 2 days": how long it is until a moment, as one would say it. */
export function inTime(words: Words, moment: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = Math.round(moment.since(now).total('minutes'))
  if (minutes < 1) return words.plain('reminders:inTime.now')
  if (minutes <= 90) return words.plain('reminders:inTime.minutes', { count: minutes })
  const hours = Math.round(minutes / 60)
  if (hours < 48) return words.plain('reminders:inTime.hours', { count: hours })
  return words.plain('reminders:inTime.days', { count: Math.round(hours / 24) })
}
