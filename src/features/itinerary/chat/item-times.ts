import { formatClock, formatShortDay } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { readText, type Language, type LocalizedText } from '../../../shared/localized-text.ts'
import { endsLocally, startsLocally, type ItemFacts } from '../domain/item.ts'

export type Times = Pick<
  ItemFacts,
  'startsAt' | 'endsAt' | 'startZone' | 'endZone' | 'startCity' | 'endCity' | 'kind'
>

/** What a time is labelled with: the city, never the zone; where no city is known, the one the zone is named after. */
export function cityName(city: LocalizedText, zone: string, language: Language, working?: Language): string {
  return readText(city, language, working) ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** "09:30 (Barselona saati)": a moment by the clock of a city. */
export const timeIn = (
  words: Words,
  at: Temporal.Instant,
  { zone, city, working }: { zone: string; city: LocalizedText; working?: Language | undefined },
): string =>
  labelled(words, clockOf(words, at.toZonedDateTimeISO(zone)), cityName(city, zone, words.language, working))

const labelled = (words: Words, time: string, city: string): string =>
  words.plain('programme:times.inCity', { time, city })

/**
 * When an item is, with the city whose clock says so: "09:30–11:00 (hora de Barcelona)", "21:30 → 02:00 Sat 14 Dec (…)";
 * where its ends have different clocks, each end with its own.
 */
export function timesOf(words: Words, item: Times, working?: Language): string {
  const start = { zone: item.startZone, city: item.startCity, working }
  const end = { zone: item.endZone, city: item.endCity, working }
  if (item.endsAt === null || isMoment(item)) return timeIn(words, item.startsAt, start)
  if (!hasTwoClocks(item))
    return labelled(
      words,
      clockSpan(words, item),
      cityName(item.startCity, item.startZone, words.language, working),
    )
  const ends = labelled(
    words,
    endClock(words, item),
    cityName(item.endCity, item.endZone, words.language, end.working),
  )
  return `${timeIn(words, item.startsAt, start)} → ${ends}`
}

/** "09:30–11:00", "21:30 → 14 Dec Sat 02:00"; for lists whose heading names day and city. */
export function clockSpan(words: Words, item: Times): string {
  const start = clockOf(words, startsLocally(item))
  if (item.endsAt === null || isMoment(item)) return start
  return isOvernight(item) || hasTwoClocks(item)
    ? `${start} → ${endClock(words, item)}`
    : `${start}${words.language === 'tr' ? '-' : '–'}${clockOf(words, endsLocally(item))}`
}

/** "02:30"; of an hour that comes twice when the clocks go back, which of the two. */
function clockOf(words: Words, moment: Temporal.ZonedDateTime): string {
  const time = formatClock(moment)
  const local = moment.toPlainDateTime()
  const first = local.toZonedDateTime(moment.timeZoneId, { disambiguation: 'earlier' })
  const second = local.toZonedDateTime(moment.timeZoneId, { disambiguation: 'later' })
  if (first.equals(second)) return time
  const which = moment.offset === first.offset ? 'beforeChange' : 'afterChange'
  return words.plain(`programme:times.${which}`, { time })
}

/** Whether its two ends have different clocks, as those of a flight do. */
export const hasTwoClocks = (item: Pick<Times, 'startsAt' | 'endsAt' | 'startZone' | 'endZone'>): boolean =>
  item.endsAt !== null &&
  item.startsAt.toZonedDateTimeISO(item.startZone).offset !==
    item.endsAt.toZonedDateTimeISO(item.endZone).offset &&
  item.startZone !== item.endZone

/** The clock of the end, with its day where that is another than the one of the beginning. */
function endClock(words: Words, item: Times): string {
  const end = endsLocally(item)
  const clock = clockOf(words, end)
  return isOvernight(item) ? `${formatShortDay(end.toPlainDate(), words.language)} ${clock}` : clock
}

/** Whether it ends on another day than it begins, each by its own clock. */
const isOvernight = (item: Pick<Times, 'startsAt' | 'endsAt' | 'startZone' | 'endZone'>): boolean =>
  !startsLocally(item).toPlainDate().equals(endsLocally(item).toPlainDate())

const isMoment = ({ startsAt, endsAt }: Times) => endsAt !== null && startsAt.equals(endsAt)
