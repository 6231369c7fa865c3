import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import { bold, code, joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import { formatPhone } from '../../../people/index.ts'
import {
  isCancelled,
  isUntimed,
  overAt,
  startsLocally,
  type ItemFacts,
  type ProgrammeItem,
} from '../../domain/item.ts'
import { comesFromAnother, meetingsFrom } from '../../domain/session.ts'
import { isFlight, isOnFoot, vehicleOf } from '../../domain/vehicle.ts'
import { itemTitle } from '../item-title.ts'
import { cityName, clockSpan, hasTwoClocks, timesOf } from '../item-times.ts'
import { firstLine } from '../first-line.ts'
import { inTime } from './in-time.ts'

/** A reminder of an item, with what is around it. */
export interface ItemScene {
  item: ProgrammeItem
  /** Theirs, in the order of the programme. */
  items: readonly ProgrammeItem[]
  /** Their own bus. */
  bus: string | null
  /** Where they are. */
  zone: string
  now: Temporal.Instant
  working: Language | undefined
}

const icons = {
  ...{ visit: '🏛', b2b: '🤝', meal: '🍽', free: '☕', briefing: '📋', deadline: '⏳' },
  travel: '🚌',
} as const

const vehicles = { flight: '✈️', train: '🚆', bus: '🚌', other: icons.travel } as const

export const iconOf = (item: ItemFacts): string =>
  item.kind === 'travel' ? (isOnFoot(item) ? '🚶' : vehicles[vehicleOf(item)]) : icons[item.kind]

/** What, where and when; the first line says time and place, because a locked phone shows no more. */
export function itemBlock(words: Words, scene: ItemScene): string {
  const { item, now, working } = scene
  const read = (text: LocalizedText) => readText(text, words.language, working)
  const title = itemTitle(words, item, working) ?? ''
  const place = read(item.place)
  const where = place ?? title
  const first = firstLine(whenAndWhere(words, scene), where)
  const isWhole = first.endsWith(where)
  return [
    `${iconOf(item)} ${bold(first).toString()}`,
    joined(
      [...(place === undefined && isWhole ? [] : [title]), inTime(words, item.startsAt, now)].filter(Boolean),
      ' · ',
    ).toString(),
    ...(place === undefined || isWhole ? [] : [joined([`📍 ${place}`]).toString()]),
    ...details(words, scene, read),
  ].join('\n')
}

/** "08:30 · Barcelona", with the day where it is not today's. */
export function whenAndWhere(
  words: Words,
  { item, now, working }: Pick<ItemScene, 'item' | 'now' | 'working'>,
): string {
  const start = startsLocally(item)
  const isToday = start.toPlainDate().equals(now.toZonedDateTimeISO(item.startZone).toPlainDate())
  return [
    ...(isToday ? [] : [formatShortDay(start.toPlainDate(), words.language)]),
    formatClock(start),
    cityName(item.startCity, item.startZone, words.language, working),
  ].join(' · ')
}

function details(
  words: Words,
  { item, items, bus, zone, working }: ItemScene,
  read: (text: LocalizedText) => string | undefined,
): string[] {
  const hasOtherClock =
    item.startsAt.toZonedDateTimeISO(item.startZone).offset !== item.startsAt.toZonedDateTimeISO(zone).offset
  const [bring, dress, notes] = [read(item.bring), read(item.dress), read(item.notes)]
  const next = nextOf(item, items)
  const meetings = item.kind === 'b2b' && !comesFromAnother(item, items) ? meetingsFrom(item, items) : []
  const lines: (string | false | undefined | null)[] = [
    hasOtherClock &&
      words('reminders:yourClock', { time: formatClock(item.startsAt.toZonedDateTimeISO(zone)) }),
    hasTwoClocks(item) && joined([`🕰 ${timesOf(words, item, working)}`]).toString(),
    item.transport &&
      !item.ownFlight &&
      (isFlight(item) || isOnFoot(item) || !bus) &&
      words(isFlight(item) ? 'reminders:flight' : 'reminders:transport', { transport: item.transport }),
    item.kind === 'travel' && !isFlight(item) && !isOnFoot(item) && bus && words('reminders:bus', { bus }),
    item.terminal && words('reminders:terminal', { terminal: item.terminal }),
    item.address && words('reminders:address', { address: code(item.address) }),
    bring && words('reminders:bring', { bring }),
    dress && words('reminders:dress', { dress }),
    item.contactPhone &&
      words('reminders:contact', {
        name: item.contactName ?? item.responsible ?? '',
        phone: formatPhone(item.contactPhone),
      }),
    item.onlineUrl && words('reminders:online', { url: item.onlineUrl }),
    notes && joined([`📝 ${notes}`]).toString(),
    ...sessionLines(words, meetings, read),
    meetings.length < 2 &&
      next &&
      words('reminders:then', {
        what: `${formatClock(startsLocally(next))} ${itemTitle(words, next, working) ?? ''}`.trim(),
      }),
  ]
  return lines.filter((line): line is string => typeof line === 'string' && line !== '')
}

/** All the meetings of a session, once, before the first: from table to table. */
function sessionLines(
  words: Words,
  meetings: readonly ProgrammeItem[],
  read: (text: LocalizedText) => string | undefined,
): string[] {
  if (meetings.length < 2) return []
  return [
    words('reminders:meetings'),
    ...meetings.map((meeting) =>
      joined(
        [
          clockSpan(words, meeting),
          read(meeting.place) ?? '',
          meeting.host ?? read(meeting.title) ?? '',
        ].filter(Boolean),
        ' · ',
      ).toString(),
    ),
  ]
}

/** What follows directly, and is not reminded of by itself. */
function nextOf(item: ProgrammeItem, items: readonly ProgrammeItem[]): ProgrammeItem | undefined {
  const next = items.find(
    (other) =>
      other.id !== item.id &&
      other.kind !== 'deadline' &&
      !isCancelled(other) &&
      !isUntimed(other) &&
      Temporal.Instant.compare(other.startsAt, overAt(item)) >= 0,
  )
  return next && next.startsAt.since(overAt(item)).total('minutes') <= 30 ? next : undefined
}
