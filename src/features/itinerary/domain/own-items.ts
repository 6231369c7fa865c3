import { isCancelled, overAt, type ProgrammeItem } from './item.ts'
import { asOwnFlight } from './own-flight.ts'
import { isFor, type Traveller } from './traveller.ts'
import { travelsWith } from './travels-with.ts'

/** Legs that follow within these hours on a flight, or lead to it, belong to the same journey. */
const hoursBetweenLegs = 4

/**
 * The items of a programme that are somebody's, in its order. Whoever has a flight of their own travels on their own from
 * door to door: in place of the group's flight stands theirs, and the legs that lead to it and on from it are not theirs,
 * unless one names them by their number.
 */
export function itemsFor(programme: readonly ProgrammeItem[], traveller: Traveller): ProgrammeItem[] {
  const theirs = programme.filter(({ audience }) => isFor(audience, traveller))
  const without = legsWithout(theirs, traveller)
  if (without.size === 0) return theirs
  const flights = theirs.filter((item) => !travelsWith(item, traveller))
  const own = (['flightOut', 'flightBack'] as const).flatMap((way) =>
    ownFlight(
      flights.filter((flight) => wayOf(flight, theirs, traveller) === way),
      way,
      traveller,
    ),
  )
  return [...theirs.filter(({ id }) => !without.has(id)), ...own].sort((one, other) =>
    Temporal.Instant.compare(one.startsAt, other.startsAt),
  )
}

/** The ids of the group's items that somebody does not take because they travel on their own. */
export function leftOut(programme: readonly ProgrammeItem[], traveller: Traveller): ReadonlySet<number> {
  if (!hasOwnFlight(traveller)) return nothing
  return legsWithout(
    programme.filter(({ audience }) => isFor(audience, traveller)),
    traveller,
  )
}

const nothing: ReadonlySet<number> = new Set()

const hasOwnFlight = ({ flightOut, flightBack }: Traveller): boolean =>
  Boolean(flightOut?.trim() || flightBack?.trim())

function legsWithout(theirs: readonly ProgrammeItem[], traveller: Traveller): ReadonlySet<number> {
  if (!hasOwnFlight(traveller)) return nothing
  const held = theirs.filter((item) => !isCancelled(item) && item.kind !== 'deadline')
  const flights = theirs.filter((item) => !travelsWith(item, traveller))
  const legs = flights.flatMap((flight) => [
    ...legsFrom(flight, held.toReversed().slice(held.toReversed().indexOf(flight) + 1), traveller),
    ...legsFrom(flight, held.slice(held.indexOf(flight) + 1), traveller),
  ])
  return new Set([...flights, ...legs].map(({ id }) => id))
}

/** The legs next to a flight, in one direction of time, as far as one leads to the next. */
function legsFrom(
  flight: ProgrammeItem,
  others: readonly ProgrammeItem[],
  traveller: Traveller,
): ProgrammeItem[] {
  const legs: ProgrammeItem[] = []
  let near = flight
  for (const item of others) {
    if (item.kind !== 'travel' || hoursBetween(near, item) > hoursBetweenLegs) break
    near = item
    if (!isNamed(item, traveller)) legs.push(item)
  }
  return legs
}

function hoursBetween(one: ProgrammeItem, other: ProgrammeItem): number {
  const [first, second] =
    Temporal.Instant.compare(one.startsAt, other.startsAt) <= 0 ? [one, other] : [other, one]
  return second.startsAt.since(overAt(first)).total('hours')
}

const isNamed = ({ audience }: ProgrammeItem, { number }: Traveller): boolean =>
  audience.kind === 'some' && audience.applications.includes(String(number))

/** Whether a flight leads there or back; where neither end is home, by whether it comes early or late. */
function wayOf(
  flight: ProgrammeItem,
  theirs: readonly ProgrammeItem[],
  { homeZone }: Traveller,
): 'flightOut' | 'flightBack' {
  if (flight.startZone !== flight.endZone && flight.startZone === homeZone) return 'flightOut'
  if (flight.startZone !== flight.endZone && flight.endZone === homeZone) return 'flightBack'
  return theirs.indexOf(flight) < theirs.length / 2 ? 'flightOut' : 'flightBack'
}

/** Theirs in place of all that the group flies this way: from home, or to it. */
function ownFlight(
  flights: readonly ProgrammeItem[],
  way: 'flightOut' | 'flightBack',
  traveller: Traveller,
): ProgrammeItem[] {
  const held = flights.filter((flight) => !isCancelled(flight))
  const [first] = held.length > 0 ? held : flights
  const last = held.at(-1) ?? first
  const said = traveller[way]?.trim()
  if (!first || !last || !said) return []
  const home = (zone: string, city: ProgrammeItem['startCity']) => (zone === traveller.homeZone ? city : {})
  return [
    asOwnFlight(first, said, {
      ...(way === 'flightOut'
        ? { startZone: traveller.homeZone, startCity: home(first.startZone, first.startCity) }
        : { startZone: first.startZone, startCity: first.startCity }),
      ...(way === 'flightBack'
        ? { endZone: traveller.homeZone, endCity: home(last.endZone, last.endCity) }
        : { endZone: last.endZone, endCity: last.endCity }),
    }),
  ]
}
