import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import { bold, code, joined, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import { formatPhone } from '../../../people/index.ts'
import {
  isCancelled,
  isRunning,
  isUntimed,
  overAt,
  startsLocally,
  type ProgrammeItem,
} from '../../domain/item.ts'
import { isFlight, isOnFoot } from '../../domain/vehicle.ts'
import { firstDayOf } from '../../domain/own-days.ts'
import { itemTitle } from '../item-title.ts'
import { cityName, clockSpan, hasTwoClocks, timesOf } from '../item-times.ts'
import { iconOf } from '../reminders/item-block.ts'

/** Who looks at an item, and when. */
export interface Looking {
  now: Temporal.Instant
  /** The zone they are in. */
  zone: string
  /** Their own bus. */
  bus: string | null
  working: Language | undefined
}

export const reading =
  ({ language }: Words, { working }: Pick<Looking, 'working'>) =>
  (text: LocalizedText): string | undefined =>
    readText(text, language, working)

export const titleFor = (words: Words, item: ProgrammeItem, looking: Pick<Looking, 'working'>): string =>
  itemTitle(words, item, looking.working) ?? '—'

/** ▶️ while it is going on, ✔️ when it is over, nothing before. */
function markOf(item: ProgrammeItem, now: Temporal.Instant): string {
  if (isRunning(item, now) && item.kind !== 'deadline') return '▶️ '
  return Temporal.Instant.compare(overAt(item), now) <= 0 ? '✔️ ' : ''
}

/**
 * An item in a list of a day whose heading names the city: its mark, hours and title; struck through where it is
 * cancelled. Where it began on a day before, that day stands with its hour.
 */
export function itemLine(
  words: Words,
  item: ProgrammeItem,
  looking: Looking & { day: Temporal.PlainDate; longestTitle: number },
): string {
  const { day, now, working, longestTitle } = looking
  const began = firstDayOf(item)
  const since = began.equals(day) ? '' : `${formatShortDay(began, words.language)} `
  const span = hasTwoClocks(item) ? timesOf(words, item, working) : clockSpan(words, item)
  // A flight whose hours could not be read is nothing but what was written of it.
  const longest = isUntimed(item) ? Math.max(longestTitle, 120) : longestTitle
  const title = shortenedTo(titleFor(words, item, looking), longest)
  if (isUntimed(item)) return joined([`${iconOf(item)} ${title}`]).toString()
  const time = `${since}${span}`
  if (isCancelled(item)) return words('itinerary:cancelled', { what: struck(`${time} ${title}`) })
  // Whose clock it is stands above the block; a leg between two clocks says its own.
  const yours = hasTwoClocks(item) ? yourClock(words, item, looking) : undefined
  const rest = yours === undefined ? '' : ` (${yours})`
  return joined([`${markOf(item, now)}${iconOf(item)} `, bold(time), ` ${title}${rest}`], '').toString()
}

/** "🕰 Barcelona time (your clock: +2 h)": the city whose clock a block of items goes by, and how far one's own is from it. */
export function clockHead(
  words: Words,
  { startsAt, startZone, startCity }: ProgrammeItem,
  looking: Looking,
): string {
  const city = cityName(startCity, startZone, words.language, looking.working)
  const offset = (zone: string) => startsAt.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9
  const minutes = Math.round(offset(looking.zone) - offset(startZone))
  if (minutes === 0) return words('itinerary:day.city', { city })
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const time = `${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
  return words('itinerary:day.cityAndYours', { city, shift: words.plain('itinerary:shift', { time }) })
}

/** Its beginning by the clock of whoever is elsewhere; undefined where the clocks agree. */
export function yourClock(
  words: Words,
  { startsAt, startZone }: ProgrammeItem,
  { zone }: Pick<Looking, 'zone'>,
): string | undefined {
  const yours = startsAt.toZonedDateTimeISO(zone)
  if (yours.offset === startsAt.toZonedDateTimeISO(startZone).offset) return undefined
  const isSameDay = yours.toPlainDate().equals(startsLocally({ startsAt, startZone }).toPlainDate())
  const day = isSameDay ? '' : `${formatShortDay(yours.toPlainDate(), words.language)} `
  return words.plain('itinerary:yourClock', { time: `${day}${formatClock(yours)}` })
}

/** Where it is, for the eye and for the taxi. */
export function whereLines(words: Words, item: ProgrammeItem, looking: Looking): string[] {
  const place = reading(words, looking)(item.place)
  return [
    ...(place === undefined ? [] : [joined([`📍 ${shortenedTo(place, 200)}`]).toString()]),
    ...(item.address ? [words('itinerary:address', { address: code(shortenedTo(item.address, 200)) })] : []),
  ]
}

/** With what one goes, and whom to call. */
export function wayLines(words: Words, item: ProgrammeItem, { bus }: Looking): string[] {
  const isCoach = item.kind === 'travel' && !isFlight(item) && !isOnFoot(item)
  const lines: (string | false | null)[] = [
    item.transport !== null &&
      !item.ownFlight &&
      (!isCoach || bus === null) &&
      words(isFlight(item) ? 'reminders:flight' : 'reminders:transport', { transport: item.transport }),
    isCoach && bus !== null && words('reminders:bus', { bus }),
    item.terminal !== null && words('reminders:terminal', { terminal: item.terminal }),
    callLine(words, item),
  ]
  return lines.filter((line) => typeof line === 'string')
}

/** "☎️ Marta Puig: +34 …"; the name alone where there is no phone. */
function callLine(words: Words, { contactName, contactPhone, responsible }: ProgrammeItem) {
  const name = contactName ?? responsible
  if (contactPhone !== null) {
    const phone = formatPhone(contactPhone)
    return name === null
      ? words('itinerary:callPhone', { phone })
      : words('reminders:contact', { name, phone })
  }
  return name === null ? null : words('itinerary:callName', { name })
}
