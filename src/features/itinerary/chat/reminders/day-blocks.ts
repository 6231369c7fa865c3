import { formatClock, formatDay } from '../../../../platform/texts/dates.ts'
import { bold, joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import { formatPhone } from '../../../people/index.ts'
import { isCancelled, startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import type { Traveller } from '../../domain/traveller.ts'
import { cityName, clockSpan } from '../item-times.ts'
import { iconOf } from './item-block.ts'

export interface DayScene {
  activity: Activity
  items: readonly ProgrammeItem[]
  traveller: Pick<Traveller, 'bus' | 'flightOut'> & { hotel: string | null }
  /** Whom to call in an emergency. */
  dutyPhones: readonly string[]
}

/** Tomorrow at a glance: the first line says when and where it begins. */
export function overviewBlock(words: Words, scene: DayScene, day: Temporal.PlainDate): string {
  const working = scene.activity.workingLanguage ?? undefined
  const items = scene.items.filter(
    (item) => !isCancelled(item) && item.kind !== 'deadline' && startsLocally(item).toPlainDate().equals(day),
  )
  const [first] = items
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
  const { activity, traveller, dutyPhones } = scene
  const working = activity.workingLanguage ?? undefined
  const { bus, hotel, flightOut } = traveller
  return [
    `🧳 ${bold(tomorrowHead(words, leaving, working)).toString()}`,
    words('reminders:eve.text', { title: titleOf(activity, words.language) }),
    ...(bus ? [words('reminders:bus', { bus })] : []),
    ...(flightOut ? [words('reminders:eve.ownFlight', { flight: flightOut })] : []),
    ...(hotel ? [words('reminders:eve.hotel', { hotel })] : []),
    ...dutyPhones.map((phone) => words('reminders:eve.duty', { phone: formatPhone(phone) })),
    words('reminders:eve.seen'),
  ].join('\n')
}

/** A week ahead: that the programme stands, and what to pack. */
export function programmeBlock(words: Words, { activity, items }: DayScene): string {
  const working = activity.workingLanguage ?? undefined
  const held = items.filter((item) => !isCancelled(item) && item.kind !== 'deadline')
  const [first] = held
  const dress = allOf(held, 'dress', words.language, working)
  const bring = allOf(held, 'bring', words.language, working)
  return [
    ...(first
      ? [
          `🗓 ${bold(
            [
              formatDay(startsLocally(first).toPlainDate(), words.language),
              ...timeAndPlace(words, first, working),
            ].join(' · '),
          ).toString()}`,
        ]
      : []),
    words('reminders:programme.text', { title: titleOf(activity, words.language) }),
    ...(bring === '' ? [] : [words('reminders:programme.pack', { bring })]),
    ...(dress === '' ? [] : [words('reminders:programme.dress', { dress })]),
    words('reminders:programme.roaming'),
  ].join('\n')
}

/** "Tomorrow 08:45 · Barcelona · Hotel". */
function tomorrowHead(words: Words, item: ProgrammeItem, working: Language | undefined): string {
  const [time = '', ...where] = timeAndPlace(words, item, working)
  return [words.plain('reminders:tomorrow', { time }), ...where].join(' · ')
}

const timeAndPlace = (words: Words, item: ProgrammeItem, working: Language | undefined): string[] => [
  formatClock(startsLocally(item)),
  cityName(item.startCity, item.startZone, words.language, working),
  readText(item.place, words.language, working) ?? readText(item.title, words.language, working) ?? '',
]

/** A line for each item; where the city changes, it stands before it. */
function listed(words: Words, items: readonly ProgrammeItem[], working: Language | undefined): string[] {
  let city = items[0] && cityName(items[0].startCity, items[0].startZone, words.language, working)
  return items.flatMap((item) => {
    const here = cityName(item.startCity, item.startZone, words.language, working)
    const title = readText(item.title, words.language, working) ?? ''
    const line = joined([`${iconOf(item)} ${clockSpan(words, item)} ${title}`]).toString()
    const isElsewhere = here !== city
    city = here
    return isElsewhere ? [joined([`📍 ${here}`]).toString(), line] : [line]
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
  ].join('; ')
