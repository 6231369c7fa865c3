import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'

/** The clock of a place, under the name of its city. */
export interface CityClock {
  timeZone: string
  city: string
}

/** The clock of the activity, and the one at home. */
export interface Clocks {
  there: CityClock
  home: CityClock
}

/** "Thu 10 Dec 20:30 (Barcelona) · 22:30 (Istanbul)": by both clocks, where they differ. */
export function momentText(words: Words, at: Temporal.Instant, { there, home }: Clocks): string {
  const [one, other] = [at.toZonedDateTimeISO(there.timeZone), at.toZonedDateTimeISO(home.timeZone)]
  const first = words.plain('composing:moment', {
    time: `${formatShortDay(one.toPlainDate(), words.language)} ${formatClock(one)}`,
    city: there.city,
  })
  if (one.offset === other.offset) return first
  const isSameDay = one.toPlainDate().equals(other.toPlainDate())
  const day = isSameDay ? '' : `${formatShortDay(other.toPlainDate(), words.language)} `
  return `${first} · ${words.plain('composing:moment', { time: `${day}${formatClock(other)}`, city: home.city })}`
}
