import { formatDay, formatClock } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Activity, Traveller } from '../../../activities/index.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import type { Served } from '../../domain/traveller.ts'
import { shownAt } from '../../domain/own-days.ts'
import { whereaboutsAt, type Place } from '../../domain/whereabouts.ts'
import { cityName } from '../item-times.ts'
import type { Looking } from './item-lines.ts'

/** A trip as one of its people looks at it now. */
export interface TripScene extends Looking {
  activity: Activity
  traveller: Pick<Traveller, 'bus' | 'hotel' | 'room' | 'flightOut' | 'flightBack'> & { serves?: Served }
  /** Theirs that are shown, in the order of the programme. */
  items: readonly ProgrammeItem[]
  /** Where they are. */
  place: Place
  /** The day it is there. */
  today: Temporal.PlainDate
  dutyPhones: readonly string[]
}

export interface SceneNeeds {
  activity: Activity
  traveller: TripScene['traveller'] & { homeZone: string }
  items: readonly ProgrammeItem[]
  dutyPhones: readonly string[]
}

/** What somebody sees of a trip at a moment. */
export function tripScene(
  { activity, traveller, items, dutyPhones }: SceneNeeds,
  now: Temporal.Instant,
): TripScene {
  // Whoever works there is there, and on no flight with the others.
  const journey = traveller.serves ? [] : items
  const place = namedPlace(whereaboutsAt(journey, traveller.homeZone, now), items)
  return {
    ...{ activity, traveller, place, now, dutyPhones },
    items: shownAt(items, now),
    zone: place.zone,
    bus: traveller.bus,
    working: activity.workingLanguage ?? undefined,
    today: now.toZonedDateTimeISO(place.zone).toPlainDate(),
  }
}

/** Of home only the zone is known; where the programme has a city with that zone's clock, it names it. */
function namedPlace(place: Place, items: readonly ProgrammeItem[]): Place {
  if (Object.keys(place.city).length > 0) return place
  const there = items.find(({ startZone }) => startZone === place.zone)
  return there ? { ...place, city: there.startCity } : place
}

/** "Friday 11 December 2026, 08:20 (Barcelona time)": what it is now where they are. */
export function nowLine(words: Words, { now, place, working }: TripScene): string {
  const here = now.toZonedDateTimeISO(place.zone)
  return words('itinerary:clock', {
    day: formatDay(here.toPlainDate(), words.language),
    time: formatClock(here),
    city: cityName(place.city, place.zone, words.language, working),
  })
}
