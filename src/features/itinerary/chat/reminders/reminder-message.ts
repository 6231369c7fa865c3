import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf } from '../../../activities/index.ts'
import type { LookedAt } from '../../actions/look-at-due.ts'
import { overAt } from '../../domain/item.ts'
import { overviewDay, type FireKind } from '../../domain/fire.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { itemTitle } from '../item-title.ts'
import { showOnMap } from '../seeing/buttons.ts'
import * as buttons from './buttons.ts'
import { daysUntil, eveBlock, overviewBlock, programmeBlock, type DayScene } from './day-blocks.ts'
import { itemBlock } from './item-block.ts'

export interface ReminderScene {
  /** All that one person is told of one activity in one message. */
  reminders: readonly LookedAt[]
  /** They come long after their moment. */
  isLate: boolean
  now: Temporal.Instant
}

/** What leaves or begins comes first, by its hour; then tomorrow, then what is further away. */
const order: Record<FireKind, number> = {
  ...{ departure: 0, item: 0, deadline: 1, overview: 2 },
  ...{ eve: 3, programme: 4, urge_begin: 5, urge_freeze: 5 },
}

/** One message of all that somebody is reminded of at this moment. */
export function reminderMessage(words: Words, scene: ReminderScene, deliveryId: number): Message {
  const sorted = inOrderOfUse(scene.reminders)
  const blocks = sorted.map((one) => blockOf(words, one, scene.now))
  return {
    text: [...blocks, ...(scene.isLate ? [words('reminders:late')] : [])].join('\n\n'),
    keyboard: [...mapKeys(words, sorted), ...keysOf(words, sorted, deliveryId)],
    ...(sorted.some(({ rings }) => rings) ? {} : { isSilent: true }),
  }
}

/** Of several reminders of one item the last one says all that the others do. */
function inOrderOfUse(reminders: readonly LookedAt[]): LookedAt[] {
  const byItem = Map.groupBy(reminders, ({ fire, item }) =>
    item && fire.kind !== 'eve' ? `item ${item.id}` : fire.slot,
  )
  return [...byItem.values()]
    .flatMap((same) => same.at(-1) ?? [])
    .sort(
      (one, other) =>
        order[one.fire.kind] - order[other.fire.kind] ||
        Temporal.Instant.compare(
          one.item?.startsAt ?? one.fire.dueAt,
          other.item?.startsAt ?? other.fire.dueAt,
        ) ||
        // The table at which one sits, then the session that it belongs to.
        Temporal.Instant.compare(endOf(one), endOf(other)),
    )
}

const endOf = ({ item, fire }: LookedAt): Temporal.Instant => (item ? overAt(item) : fire.dueAt)

function blockOf(words: Words, one: LookedAt, now: Temporal.Instant): string {
  const { fire, activity, item, items, traveller, zone, dutyPhones } = one
  if (!activity) return ''
  const working = activity.workingLanguage ?? undefined
  const title = titleOf(activity, words.language)
  const count = daysUntil(activity, now)
  if (fire.kind === 'urge_begin') return words('reminders:urge.begin', { title, count })
  if (fire.kind === 'urge_freeze') return words('reminders:urge.freeze', { title, count })
  const day: DayScene = {
    ...{ activity, items, dutyPhones, now },
    traveller: traveller ?? { bus: null, hotel: null, flightOut: null },
  }
  if (fire.kind === 'overview') return overviewBlock(words, day, overviewDay(fire.slot))
  if (fire.kind === 'programme') return programmeBlock(words, day)
  if (!item) return ''
  if (fire.kind === 'eve') return eveBlock(words, day, item)
  return itemBlock(words, { item, items, bus: traveller?.bus ?? null, zone, now, working })
}

/** The pins of what begins or leaves; of several, each with its name. */
function mapKeys(words: Words, reminders: readonly LookedAt[]): InlineKeyboardButton[][] {
  const pinned = reminders.flatMap(({ fire, item, activity }) =>
    item?.map && pinnedKinds.has(fire.kind)
      ? [{ item, working: activity?.workingLanguage ?? undefined }]
      : [],
  )
  return pinned.slice(0, mostPins).map(({ item, working }) => [
    {
      text:
        pinned.length === 1
          ? words.plain('itinerary:key.map')
          : `📍 ${shortenedTo(itemTitle(words, item, working) ?? '', 40)}`,
      callback_data: showOnMap.pack({ itemId: item.id }),
    },
  ])
}

const pinnedKinds: ReadonlySet<FireKind> = new Set(['departure', 'item', 'eve'])
const mostPins = 4

function keysOf(words: Words, reminders: readonly LookedAt[], deliveryId: number): InlineKeyboardButton[][] {
  const asksForSeen = reminders.some(({ fire }) => fire.kind === 'eve')
  const duties = reminders.filter(({ fire }) => fire.kind === 'urge_begin' || fire.kind === 'urge_freeze')
  return [
    ...(asksForSeen
      ? [
          [
            {
              text: words.plain('reminders:seen.button'),
              callback_data: buttons.markSeen.pack({ deliveryId }),
            },
          ],
        ]
      : []),
    ...duties.map(({ fire: { activityId, slot } }) => [
      {
        text: words.plain('reminders:urge.done'),
        callback_data: buttons.dutyDone.pack({ activityId, slot }),
      },
    ]),
    ...(duties.length < reminders.length
      ? [[{ text: words.plain('reminders:wishes.button'), callback_data: buttons.openWishes.pack({}) }]]
      : []),
  ]
}
