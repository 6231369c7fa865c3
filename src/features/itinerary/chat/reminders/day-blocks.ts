import { formatClock, formatDay, formatShortDay } from '../../../../platform/texts/dates.ts'
import { bold, joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import { formatPhone } from '../../../people/index.ts'
import { isCancelled, isUntimed, startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import type { Traveller } from '../../domain/traveller.ts'
import { itemTitle } from '../item-title.ts'
import { cityName, clockSpan, hasTwoClocks, timesOf } from '../item-times.ts'
import { firstLine } from '../first-line.ts'
import { iconOf } from './item-block.ts'

export interface DayScene {
  activity: Activity
  items: readonly ProgrammeItem[]
  traveller: Pick<Traveller, 'bus' | 'flightOut'> & { hotel: string | null }
  /** Whom to call in an emergency. */
  dutyPhones: readonly string[]
  now: Temporal.Instant
}

/** Tomorrow at a glance: the first line says when and where it begins. */
export function overviewBlock(words: Words, scene: DayScene, day: Temporal.PlainDate): string {
  const working = scene.activity.workingLanguage ?? undefined
  const items = scene.items.filter(
    (item) => !isCancelled(item) && item.kind !== 'deadline' && startsLocally(item).toPlainDate().equals(day),
  )
  const first = items.find((item) => !isUntimed(item))
  const dress = allOf(items, 'dress', words.language, working)
  const bring = allOf(items, 'bring', words.language, working)
  return [
    first && `🌙 ${bold(tomorrowHead(words, first, working)).toString()}`,
    `${bold(formatDay(day, words.language)).toString()}`,
    ...listed(words, items, working),
    ...(dress === '' ? [] : [words('reminders:dress', { dress })]),
    ...(bring === '' ? [] : [words('reminders:bring', { bring })]),
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}

/** The evening before they leave: what to get ready, where to be, whom to call. */
export function eveBlock(words: Words, scene: DayScene, leaving: ProgrammeItem): string {
  const { activity, traveller, dutyPhones, now } = scene
  const working = activity.workingLanguage ?? undefined
  const { bus, hotel, flightOut } = traveller
  const leavesOn = startsLocally(leaving).toPlainDate()
  // After a stop of hours it may be said when the day has begun.
  const isToday =
    !isUntimed(leaving) && leavesOn.equals(now.toZonedDateTimeISO(leaving.startZone).toPlainDate())
  const head = isUntimed(leaving)
    ? (itemTitle(words, leaving, working) ?? '')
    : isToday
      ? dayHead(words, leaving, working, formatClock(startsLocally(leaving)))
      : tomorrowHead(words, leaving, working)
  return [
    `🧳 ${bold(head).toString()}`,
    words(`reminders:eve.${isToday ? 'today' : isUntimed(leaving) ? 'untimed' : 'text'}`, {
      title: titleOf(activity, words.language),
    }),
    ...(bus ? [words('reminders:bus', { bus })] : []),
    ...(flightOut && !leaving.ownFlight ? [words('reminders:eve.ownFlight', { flight: flightOut })] : []),
    ...(hotel ? [words('reminders:eve.hotel', { hotel })] : []),
    ...dutyPhones.map((phone) => words('reminders:eve.duty', { phone: formatPhone(phone) })),
    words('reminders:eve.seen'),
  ].join('\n')
}

/** A week ahead: that the programme stands, and what to pack. */
export function programmeBlock(words: Words, { activity, items, now }: DayScene): string {
  const working = activity.workingLanguage ?? undefined
  const held = items.filter((item) => !isCancelled(item) && item.kind !== 'deadline')
  const first = held.find((item) => !isUntimed(item))
  const dress = allOf(held, 'dress', words.language, working)
  const bring = allOf(held, 'bring', words.language, working)
  return [
    ...(first ? [`🗓 ${bold(dayHead(words, first, working, shortMoment(words, first))).toString()}`] : []),
    words('reminders:programme.text', {
      title: titleOf(activity, words.language),
      count: daysUntil(activity, now),
    }),
    ...(bring === '' ? [] : [words('reminders:programme.pack', { bring })]),
    ...(dress === '' ? [] : [words('reminders:programme.dress', { dress })]),
    words('reminders:programme.roaming'),
  ].join('\n')
}

/** Days until an activity begins, by the clock of where it takes place. */
export const daysUntil = (
  { startsOn, timeZone }: Pick<Activity, 'startsOn' | 'timeZone'>,
  now: Temporal.Instant,
): number => startsOn.since(now.toZonedDateTimeISO(timeZone).toPlainDate()).days

/** "Mon 9 Dec · 16:00". */
const shortMoment = (words: Words, item: ProgrammeItem): string => {
  const start = startsLocally(item)
  return `${formatShortDay(start.toPlainDate(), words.language)} · ${formatClock(start)}`
}

/** "Tomorrow 08:45 · Barcelona · Hotel". */
function tomorrowHead(words: Words, item: ProgrammeItem, working: Language | undefined): string {
  const time = formatClock(startsLocally(item))
  return dayHead(words, item, working, words.plain('reminders:tomorrow', { time }))
}

/** When, in which city, where: the first line. */
const dayHead = (words: Words, item: ProgrammeItem, working: Language | undefined, when: string): string =>
  firstLine(
    `${when} · ${cityName(item.startCity, item.startZone, words.language, working)}`,
    readText(item.place, words.language, working) ?? itemTitle(words, item, working) ?? '',
  )

/** A line for each item; where the city changes, it stands before it. Whatever changes the clock names both. */
function listed(words: Words, items: readonly ProgrammeItem[], working: Language | undefined): string[] {
  let city = items[0] && cityName(items[0].startCity, items[0].startZone, words.language, working)
  return items.flatMap((item) => {
    const here = cityName(item.startCity, item.startZone, words.language, working)
    const title = itemTitle(words, item, working) ?? ''
    const span = hasTwoClocks(item) ? timesOf(words, item, working) : clockSpan(words, item)
    const time = isUntimed(item) ? '' : `${span} `
    const line = joined([`${iconOf(item)} ${time}${title}`]).toString()
    const isElsewhere = here !== city
    city = here
    return isElsewhere ? [words('itinerary:day.city', { city: here }), line] : [line]
  })
}

/** What all the items say of one thing, each said once. */
const allOf = (
  items: readonly ProgrammeItem[],
  name: 'dress' | 'bring',
  language: Language,
  working: Language | undefined,
): string =>
  [
    ...new Set(
      items.flatMap((item) => readText(item[name] satisfies LocalizedText, language, working) ?? []),
    ),
  ].join(' · ')
