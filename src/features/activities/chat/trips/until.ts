import { formatClock, formatDate, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { cityOfZone } from '../../../people/index.ts'

/** By whose clock something ends, and by whose it is read. */
export interface Clocks {
  /** The clock that decides. */
  zone: string
  /** What the city of that clock is called here; without it, what the zone is called. */
  city?: string
  /** The clock of whoever reads it. */
  reader?: string
}

/**
 * Until when, as a day and an hour that nobody can take for another: "20 November 2026" and "18:00 (Istanbul time) ·
 * 16:00 (Madrid time)", the second one only for whom it is another hour.
 */
export function untilFields(words: Words, until: Temporal.Instant, clocks: Clocks) {
  const { language } = words
  const { zone, city = cityOfZone(zone, language), reader = zone } = clocks
  const [there, here] = [until.toZonedDateTimeISO(zone), until.toZonedDateTimeISO(reader)]
  const time = words.plain('time:atPlace', { time: formatClock(there), city })
  return {
    day: formatDate(there.toPlainDate(), language),
    time: here.offset === there.offset ? time : `${time} · ${ownHour(words, here, there.toPlainDate())}`,
  }
}

/** With its day, where the reader's is another. */
function ownHour(words: Words, here: Temporal.ZonedDateTime, day: Temporal.PlainDate): string {
  const own = here.toPlainDate()
  return words.plain('time:atPlace', {
    time: own.equals(day) ? formatClock(here) : `${formatShortDay(own, words.language)} ${formatClock(here)}`,
    city: cityOfZone(here.timeZoneId, words.language),
  })
}
