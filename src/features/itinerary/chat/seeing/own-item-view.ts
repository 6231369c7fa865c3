import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { formatDay } from '../../../../platform/texts/dates.ts'
import { bold, joined, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { isCancelled, isRunning, isUntimed, overAt, type ProgrammeItem } from '../../domain/item.ts'
import { firstDayOf } from '../../domain/own-days.ts'
import { timesOf } from '../item-times.ts'
import { inTime } from '../reminders/in-time.ts'
import { iconOf } from '../reminders/item-block.ts'
import { openList } from '../boarding/buttons.ts'
import * as buttons from './buttons.ts'
import { reading, titleFor, wayLines, whereLines, yourClock } from './item-lines.ts'
import type { TripScene } from './trip-scene.ts'

/** Everything that is known of an item, for one of those it is for. */
export function ownItemView(words: Words, scene: TripScene, item: ProgrammeItem): Message {
  const title = shortenedTo(titleFor(words, item, scene), 300)
  return {
    text: [
      joined([`${iconOf(item)} `, isCancelled(item) ? struck(title) : bold(title)], '').toString(),
      whenLines(words, scene, item).join('\n'),
      ...section([...whereLines(words, item, scene), ...wayLines(words, item, scene)]),
      ...section(detailLines(words, scene, item)),
    ].join('\n\n'),
    keyboard: keysOf(words, scene, item),
  }
}

const section = (lines: readonly string[]): string[] => (lines.length > 0 ? [lines.join('\n')] : [])

function whenLines(words: Words, scene: TripScene, item: ProgrammeItem): string[] {
  const { now, working } = scene
  const yours = yourClock(words, item, scene)
  return [
    joined([`📅 ${formatDay(firstDayOf(item), words.language)}`]).toString(),
    ...(isUntimed(item)
      ? [words('itinerary:ownFlight.untimed')]
      : [
          joined([
            `🕰 ${timesOf(words, item, working)}${yours === undefined ? '' : ` · ${yours}`}`,
          ]).toString(),
          ...stateLine(),
        ]),
    ...(item.ownFlight ? [words('itinerary:ownFlight.what')] : []),
  ]

  function stateLine(): string[] {
    if (isCancelled(item)) return [words('itinerary:item.cancelled')]
    if (Temporal.Instant.compare(overAt(item), now) <= 0) return [words('itinerary:item.over')]
    if (isRunning(item, now)) return [words('itinerary:item.running')]
    return [words('itinerary:item.begins', { when: inTime(words, item.startsAt, now) })]
  }
}

function detailLines(words: Words, scene: TripScene, item: ProgrammeItem): string[] {
  const read = (text: ProgrammeItem['notes']) => {
    const said = reading(words, scene)(text)
    return said === undefined ? undefined : shortenedTo(said, 500)
  }
  const [bring, dress, notes] = [read(item.bring), read(item.dress), read(item.notes)]
  const lines: (string | undefined | null | false)[] = [
    item.isMandatory && words('itinerary:item.mandatory'),
    item.host && words('itinerary:item.host', { host: shortenedTo(item.host, 200) }),
    item.responsible &&
      item.contactName !== null &&
      words('itinerary:item.responsible', { name: shortenedTo(item.responsible, 200) }),
    item.interpreter && words('itinerary:item.interpreter', { name: shortenedTo(item.interpreter, 200) }),
    dress && words('reminders:dress', { dress }),
    bring && words('reminders:bring', { bring }),
    notes && joined([`📝 ${notes}`]).toString(),
    item.onlineUrl && words('reminders:online', { url: item.onlineUrl }),
  ]
  return lines.filter((line) => typeof line === 'string')
}

function keysOf(
  words: Words,
  { activity, traveller }: TripScene,
  item: ProgrammeItem,
): InlineKeyboardButton[][] {
  const { id: activityId } = activity
  const day = firstDayOf(item).toString()
  const { map, onlineUrl } = item
  return [
    ...(map
      ? [
          [
            {
              text: words.plain('itinerary:key.map'),
              callback_data: buttons.showOnMap.pack({ itemId: item.id }),
            },
          ],
        ]
      : []),
    ...(onlineUrl?.startsWith('https://')
      ? [[{ text: words.plain('itinerary:key.online'), url: onlineUrl }]]
      : []),
    // Whoever works on a bus sees who is on it, and calls the roll.
    ...(traveller.serves && traveller.serves.buses.length > 0 && !isCancelled(item)
      ? [[{ text: words.plain('boarding:card.open'), callback_data: openList.pack({ itemId: item.id }) }]]
      : []),
    [{ text: words.plain('itinerary:key.day'), callback_data: buttons.openDay.pack({ activityId, day }) }],
    [{ text: words.plain('itinerary:key.back'), callback_data: buttons.openTrip.pack({ activityId }) }],
  ]
}
