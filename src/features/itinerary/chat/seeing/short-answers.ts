import { formatDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { lookAtTrips } from '../../actions/look-at-trips.ts'
import type { dutyPhones as callable } from '../../actions/duty-phones.ts'
import { formatPhone } from '../../../people/index.ts'
import { isCancelled, isUntimed, startsLocally } from '../../domain/item.ts'
import { vehicleOf } from '../../domain/vehicle.ts'
import { itemsOn } from '../../domain/own-days.ts'
import { dayText } from './day-view.ts'
import { clockHead, itemLine, wayLines, whereLines } from './item-lines.ts'
import { tripScene, type TripScene } from './trip-scene.ts'

export interface ShortAnswersNeeds {
  trips: Pick<ReturnType<typeof lookAtTrips>, 'all'>
  dutyPhones: ReturnType<typeof callable>
  now(): Temporal.Instant
}

/** What somebody may ask about their trip. */
export type ShortQuestion = 'ride' | 'hotel' | 'tomorrow' | 'call'

/** Answers out of somebody's own programme, as Telegram's HTML; undefined where it does not say. */
export function shortAnswers({ trips, dutyPhones, now }: ShortAnswersNeeds) {
  return async (
    words: Words,
    personId: number,
    activityId: number,
    question: ShortQuestion,
  ): Promise<string | undefined> => {
    const trip = (await trips.all(personId)).find(({ activity }) => activity.id === activityId)
    if (!trip) return undefined
    const scene = tripScene({ ...trip, dutyPhones: await dutyPhones(trip.activity, now()) }, now())
    if (question === 'ride') return nextRide(words, scene)
    if (question === 'hotel') return hotel(words, scene)
    if (question === 'call') return scene.dutyPhones.length > 0 ? phones(words, scene) : undefined
    const tomorrow = scene.today.add({ days: 1 })
    return itemsOn(scene.items, tomorrow).length > 0 ? dayText(words, scene, tomorrow) : undefined
  }
}

/** The next leg of theirs by bus, with its day and place. */
function nextRide(words: Words, scene: TripScene): string | undefined {
  const ride = scene.items.find(
    (item) =>
      vehicleOf(item) === 'bus' &&
      !isCancelled(item) &&
      !isUntimed(item) &&
      Temporal.Instant.compare(item.startsAt, scene.now) > 0,
  )
  if (!ride) return undefined
  const day = startsLocally(ride).toPlainDate()
  return [
    words('itinerary:day.head', { day: formatDay(day, words.language) }),
    clockHead(words, ride, scene),
    itemLine(words, ride, { ...scene, day, longestTitle: 200 }),
    ...whereLines(words, ride, scene),
    ...wayLines(words, ride, scene),
  ].join('\n')
}

function hotel(words: Words, { traveller: { hotel: name, room } }: TripScene): string | undefined {
  return name ? words('reminders:eve.hotel', { hotel: [name, room].filter(Boolean).join(', ') }) : undefined
}

const phones = (words: Words, { dutyPhones: known }: TripScene): string =>
  known.map((phone) => words('reminders:eve.duty', { phone: formatPhone(phone) })).join('\n')
