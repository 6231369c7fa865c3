import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { formatClock, formatDay, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { lengthOf } from '../../../../shared/clean-text.ts'
import { titleOf } from '../../../activities/index.ts'
import { formatPhone } from '../../../people/index.ts'
import { isCancelled, isUntimed, startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { daysOf, itemsOn } from '../../domain/own-days.ts'
import { hasTwoClocks } from '../item-times.ts'
import { iconOf } from '../reminders/item-block.ts'
import * as buttons from './buttons.ts'
import { clockHead, itemLine, wayLines, whereLines } from './item-lines.ts'
import type { TripScene } from './trip-scene.ts'

/** How much of each item is said; a long day says less of each rather than less of the day. */
const densities = [
  { longestTitle: 200, saysWhere: true, saysWay: true },
  { longestTitle: 100, saysWhere: true, saysWay: false },
  { longestTitle: 60, saysWhere: false, saysWay: false },
  { longestTitle: 25, saysWhere: false, saysWay: false },
] as const
type Density = (typeof densities)[number]

/** Below Telegram's 4096, with room for the marks that come while the day goes on. */
const longestText = 3900

const mostHours = 24

/** A day of somebody's trip: complete, because on arrival there is no network. */
export function dayText(words: Words, scene: TripScene, day: Temporal.PlainDate): string {
  const items = itemsOn(scene.items, day)
  const texts = densities.map((density) => () => written(words, scene, day, items, density))
  for (const text of texts) {
    const said = text()
    if (lengthOf(said) <= longestText) return said
  }
  const most = Math.floor(longestText / 100)
  const last = densities[densities.length - 1] ?? densities[0]
  return written(words, scene, day, items.slice(0, most), last)
}

function written(
  words: Words,
  scene: TripScene,
  day: Temporal.PlainDate,
  items: readonly ProgrammeItem[],
  density: Density,
): string {
  const head = [
    words('itinerary:day.head', { day: formatDay(day, words.language) }),
    words('itinerary:day.trip', { title: titleOf(scene.activity, words.language) }),
  ].join('\n')
  if (items.length === 0) return [head, words('itinerary:day.empty')].join('\n\n')
  return [head, ...blocks(words, scene, day, items, density), ...foot(words, scene, day)].join('\n\n')
}

/** The items; the city whose clock is meant, and how far one's own is from it, stands before the first and wherever it changes. */
function blocks(
  words: Words,
  scene: TripScene,
  day: Temporal.PlainDate,
  items: readonly ProgrammeItem[],
  { longestTitle, saysWhere, saysWay }: Density,
): string[] {
  let told: string | undefined
  return items.map((item) => {
    const head = clockHead(words, item, scene)
    const isNamed = hasTwoClocks(item) || isUntimed(item) || head === told
    if (!hasTwoClocks(item)) told = head
    return [
      ...(isNamed ? [] : [head]),
      itemLine(words, item, { ...scene, day, longestTitle }),
      ...(saysWhere && !isCancelled(item) ? whereLines(words, item, scene) : []),
      ...(saysWay && !isCancelled(item) ? wayLines(words, item, scene) : []),
    ].join('\n')
  })
}

/** Where they sleep, as long as they are there, and whom to call. */
function foot(
  words: Words,
  { activity, traveller, dutyPhones }: TripScene,
  day: Temporal.PlainDate,
): string[] {
  const { hotel, room } = traveller
  const isStaying = Temporal.PlainDate.compare(day, activity.endsOn) <= 0
  const lines = [
    ...(hotel && isStaying
      ? [words('reminders:eve.hotel', { hotel: [hotel, room].filter(Boolean).join(', ') })]
      : []),
    ...dutyPhones.map((phone) => words('reminders:eve.duty', { phone: formatPhone(phone) })),
  ]
  return lines.length > 0 ? [lines.join('\n')] : []
}

/** The day with its hours as buttons, the days beside it, and the way back. */
export function dayView(words: Words, scene: TripScene, day: Temporal.PlainDate): Message {
  const { id: activityId } = scene.activity
  const to = (text: string, other: Temporal.PlainDate): InlineKeyboardButton => ({
    text,
    callback_data: buttons.openDay.pack({ activityId, day: other.toString() }),
  })
  const days = daysOf(scene.items)
  const before = days.findLast((other) => Temporal.PlainDate.compare(other, day) < 0)
  const after = days.find((other) => Temporal.PlainDate.compare(other, day) > 0)
  const beside = [
    ...(before ? [to(`‹ ${formatShortDay(before, words.language)}`, before)] : []),
    ...(after ? [to(`${formatShortDay(after, words.language)} ›`, after)] : []),
  ]
  return {
    text: dayText(words, scene, day),
    keyboard: [
      ...hourKeys(scene, day, (itemId) => buttons.openItem.pack({ itemId })),
      ...(beside.length > 0 ? [beside] : []),
      [{ text: words.plain('itinerary:key.back'), callback_data: buttons.openTrip.pack({ activityId }) }],
    ],
  }
}

/** The items of a day by their hours, three in a row. */
export function hourKeys(
  { items }: Pick<TripScene, 'items'>,
  day: Temporal.PlainDate,
  data: (itemId: number) => string,
): InlineKeyboardButton[][] {
  const keys = itemsOn(items, day)
    .slice(0, mostHours)
    .map((item) => ({
      text: isUntimed(item) ? iconOf(item) : `${iconOf(item)} ${formatClock(startsLocally(item))}`,
      callback_data: data(item.id),
    }))
  return Array.from({ length: Math.ceil(keys.length / 3) }, (_, row) => keys.slice(row * 3, row * 3 + 3))
}
