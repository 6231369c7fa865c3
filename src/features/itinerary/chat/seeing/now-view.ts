import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { bold, joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { titleOf } from '../../../activities/index.ts'
import { formatPhone } from '../../../people/index.ts'
import type { OwnProgramme } from '../../actions/own-programme.ts'
import { isCancelled, isUntimed, type ProgrammeItem } from '../../domain/item.ts'
import type { Served } from '../../domain/traveller.ts'
import { isOver, itemsOn, nextAfter, runningAt } from '../../domain/own-days.ts'
import { openCalendar } from '../buttons.ts'
import { timesOf } from '../item-times.ts'
import { openWishes } from '../reminders/buttons.ts'
import { inTime } from '../reminders/in-time.ts'
import { iconOf, whenAndWhere } from '../reminders/item-block.ts'
import * as buttons from './buttons.ts'
import { itemLine, titleFor, wayLines, whereLines, yourClock } from './item-lines.ts'
import { nowLine, type TripScene } from './trip-scene.ts'

/** More at once are parallel sessions of somebody who is in several groups. */
const mostRunning = 3

/** `/itinerary`: what is going on, what comes next and when, where and whom to call. */
export function nowView(words: Words, scene: TripScene, others: readonly OwnProgramme[]): Message {
  const { items, now, activity, dutyPhones, traveller } = scene
  const running = runningAt(items, now).slice(-mostRunning)
  const next = nextAfter(items, now)
  const untimed = itemsOn(items, scene.today).filter((item) => isUntimed(item) && !isCancelled(item))
  return {
    text: [
      [
        words('itinerary:head', { title: titleOf(activity, words.language) }),
        ...(traveller.serves ? [workLine(words, traveller.serves)] : []),
        nowLine(words, scene),
      ].join('\n'),
      ...(running.length > 0
        ? [[words('itinerary:now'), ...running.map((item) => block(words, item, scene))].join('\n')]
        : []),
      ...untimed.map((item) => itemLine(words, item, { ...scene, day: scene.today, longestTitle: 200 })),
      ...(next
        ? [
            [
              words('itinerary:next', { when: inTime(words, next.startsAt, now) }),
              block(words, next, scene),
            ].join('\n'),
          ]
        : [words(emptiness(items, now))]),
      ...dutyPhones.map((phone) => words('reminders:eve.duty', { phone: formatPhone(phone) })),
    ].join('\n\n'),
    keyboard: keysOf(words, scene, [...running, ...(next ? [next] : [])], others),
  }
}

/** What somebody of the staff does there. */
const workLine = (words: Words, { buses }: Served): string =>
  buses.length > 0 ? words('itinerary:staff.bus', { buses: buses.join(', ') }) : words('itinerary:staff.all')

const emptiness = (items: readonly ProgrammeItem[], now: Temporal.Instant) => {
  if (items.length === 0) return 'itinerary:notYet'
  return isOver(items, now) ? 'itinerary:over' : 'itinerary:nothingMore'
}

/** Title, hours by the item's clock and by one's own, place, way and phone. */
function block(words: Words, item: ProgrammeItem, scene: TripScene): string {
  const yours = yourClock(words, item, scene)
  const day = whenAndWhere(words, { item, ...scene }).split(' · ')
  const isOtherDay = day.length > 2
  const time = [...(isOtherDay ? [day[0] ?? ''] : []), timesOf(words, item, scene.working)].join(' · ')
  return [
    joined([`${iconOf(item)} `, bold(shortenedTo(titleFor(words, item, scene), 200))], '').toString(),
    joined([`🕰 ${time}${yours === undefined ? '' : ` · ${yours}`}`]).toString(),
    ...whereLines(words, item, scene),
    ...wayLines(words, item, scene),
  ].join('\n')
}

function keysOf(
  words: Words,
  { activity }: TripScene,
  near: readonly ProgrammeItem[],
  others: readonly OwnProgramme[],
): InlineKeyboardButton[][] {
  const { id: activityId } = activity
  const key = (text: string, callback_data: string): InlineKeyboardButton => ({ text, callback_data })
  const titled = (item: ProgrammeItem) =>
    shortenedTo(titleFor(words, item, { working: activity.workingLanguage ?? undefined }), 45)
  return [
    ...near.map((item) => [
      key(`${iconOf(item)} ${titled(item)}`, buttons.openItem.pack({ itemId: item.id })),
    ]),
    ...near
      .filter(({ map }) => map !== null)
      .slice(-1)
      .map((item) => [key(words.plain('itinerary:key.map'), buttons.showOnMap.pack({ itemId: item.id }))]),
    [
      key(words.plain('itinerary:key.today'), buttons.openToday.pack({ activityId })),
      key(words.plain('itinerary:key.tomorrow'), buttons.openTomorrow.pack({ activityId })),
    ],
    [key(words.plain('itinerary:key.whole'), buttons.openWhole.pack({ activityId, page: 0 }))],
    [key(words.plain('itinerary:key.calendar'), openCalendar.pack({}))],
    [key(words.plain('reminders:wishes.button'), openWishes.pack({}))],
    ...others.map((trip) => [
      key(
        `🗓 ${shortenedTo(titleOf(trip.activity, words.language), 50)}`,
        buttons.openTrip.pack({ activityId: trip.activity.id }),
      ),
    ]),
  ]
}
