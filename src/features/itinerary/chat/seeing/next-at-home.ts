import type { Chat } from '../../../../bot/context.ts'
import type { CardSubject, HomePart } from '../../../../bot/feature.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { formatShortDay } from '../../../../platform/texts/dates.ts'
import { bold } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { lookAtTrips } from '../../actions/look-at-trips.ts'
import type { OwnProgramme } from '../../actions/own-programme.ts'
import { startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { nextAfter, runningAt } from '../../domain/own-days.ts'
import { timeIn } from '../item-times.ts'
import * as buttons from './buttons.ts'
import { reading, titleFor } from './item-lines.ts'

export interface NextAtHomeNeeds {
  trips: Pick<ReturnType<typeof lookAtTrips>, 'all'>
  clock: Clock
}

/** The home card's line about the programme: what is going on, or what comes next and where. */
export function nextAtHome({ trips, clock }: NextAtHomeNeeds) {
  return async ({ viewer, words }: Chat): Promise<HomePart | undefined> => {
    if (viewer.personId === null) return undefined
    const now = clock.now()
    const [trip] = await trips.all(viewer.personId)
    if (!trip || trip.items.length === 0) return undefined
    const line = lineOf(words, trip, now)
    return {
      lines: line === undefined ? [] : [line],
      buttons: [[{ text: words.plain('itinerary:key.open'), callback_data: buttons.openItinerary.pack({}) }]],
    }
  }
}

/** Below a trip: the way to its programme, once there is one. */
export const programmeOfTrip =
  ({ trips }: Pick<NextAtHomeNeeds, 'trips'>) =>
  async (words: Words, { takesPart, personId, activityId }: CardSubject): Promise<HomePart['buttons']> => {
    if (!takesPart) return []
    const trip = (await trips.all(personId)).find(({ activity }) => activity.id === activityId)
    if (!trip || trip.items.length === 0) return []
    const text = words.plain('itinerary:key.open')
    return [[{ text, callback_data: buttons.openTrip.pack({ activityId }) }]]
  }

function lineOf(words: Words, { activity, items }: OwnProgramme, now: Temporal.Instant): string | undefined {
  const looking = { working: activity.workingLanguage ?? undefined }
  const named = (item: ProgrammeItem) =>
    shortenedTo(reading(words, looking)(item.place) ?? titleFor(words, item, looking), 100)
  const running = runningAt(items, now).at(-1)
  if (running)
    return words('itinerary:home.now', { what: bold(shortenedTo(titleFor(words, running, looking), 100)) })
  const next = nextAfter(items, now)
  if (!next) return undefined
  const time = timeIn(words, next.startsAt, { zone: next.startZone, city: next.startCity, ...looking })
  const values = { time, place: bold(named(next)) }
  const start = startsLocally(next).toPlainDate()
  const { days } = now.toZonedDateTimeISO(next.startZone).toPlainDate().until(start)
  if (days === 0) return words('itinerary:home.today', values)
  if (days === 1) return words('itinerary:home.tomorrow', values)
  return words('itinerary:home.later', { ...values, day: formatShortDay(start, words.language) })
}
