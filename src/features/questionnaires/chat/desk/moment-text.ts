import { formatClock, formatDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'

/** "Thursday 10 December 2026, 17:00", where the clock is that of `zone`. */
export function momentText(words: Words, moment: Temporal.Instant, zone: string): string {
  const local = moment.toZonedDateTimeISO(zone)
  return words.plain('formdesk:moment', {
    day: formatDay(local.toPlainDate(), words.language),
    time: formatClock(local),
  })
}
