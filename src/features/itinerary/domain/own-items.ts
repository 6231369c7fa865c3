import { isCancelled, overAt, type ItemFacts, type ProgrammeItem } from './item.ts'
import { asOwnFlight } from './own-flight.ts'
import { isFor, isServed, type Traveller } from './traveller.ts'
import { travelsWith } from './travels-with.ts'

/** Legs that follow within these hours on a flight, or lead to it, belong to the same journey. */
const hoursBetweenLegs = 4

/**
 * The items of a programme that are somebody's, in its order. Whoever has a flight of their own travels on their own from
 * door to door: in place of the group's flight stands theirs, and the legs that lead to it and on from it are not theirs,
 * nor is what begins at the other end before they land there or after they have left; unless one names them by their number.
 */
export function itemsFor(programme: readonly ProgrammeItem[], traveller: Traveller): ProgrammeItem[] {
  const { serves } = traveller
  if (serves) return programme.filter((item) => isServed(item, serves))
  const theirs = programme.filter(({ audience }) => isFor(audience, traveller))
  const without = legsWithout(theirs, traveller)
  if (without.size === 0) return theirs
  const own = journeysOf(theirs, traveller)
  return [...theirs.filter(({ id }) => !without.has(id)), ...own.map(({ flight }) => flight)].sort(
    (one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt),
  )
}

/** The ids of the group's items that somebody does not take part in because they travel on their own. */
export function leftOut(programme: readonly ProgrammeItem[], traveller: Traveller): ReadonlySet<number> {
  if (!hasOwnFlight(traveller)) return nothing
  return legsWithout(
    programme.filter(({ audience }) => isFor(audience, traveller)),
    traveller,
  )
}

/** Of a programme that changes, what somebody took no part in before either; `former`: what the changed items were. */
export function leftOutAllAlong(
  programme: readonly ProgrammeItem[],
  former: ReadonlyMap<number, ItemFacts>,
  traveller: Traveller,
): ReadonlySet<number> {
  const now = leftOut(programme, traveller)
  if (now.size === 0 || former.size === 0) return now
  const before = programme.map((item) => ({ ...item, ...former.get(item.id) })).sort(byStart)
  return now.intersection(leftOut(before, traveller))
}

/** In the order of a programme. */
export const byStart = (one: ProgrammeItem, other: ProgrammeItem): number =>
  Temporal.Instant.compare(one.startsAt, other.startsAt)

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
  const journeys = journeysOf(theirs, traveller)
  const missed = held.filter(
    (item) => !isNamed(item, traveller) && journeys.some((journey) => isMissed(item, journey)),
  )
  return new Set([...flights, ...legs, ...missed].map(({ id }) => id))
}

/** What begins where they are not yet, or not any more; what is joined from afar is not missed. */
function isMissed(item: ProgrammeItem, { way, flight, group }: Journey): boolean {
  if (!flight.ownFlight?.isTimed || item.onlineUrl !== null) return false
  const [from, until] = way === 'flightOut' ? [group.from, overAt(flight)] : [flight.startsAt, group.until]
  return (
    Temporal.Instant.compare(from, item.startsAt) <= 0 && Temporal.Instant.compare(item.startsAt, until) < 0
  )
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

/** A flight of somebody's own, and from when until when the group is under way that way. */
interface Journey {
  way: 'flightOut' | 'flightBack'
  flight: ProgrammeItem
  group: { from: Temporal.Instant; until: Temporal.Instant }
}

/** Theirs in place of all that the group flies each way: from home, and to it. */
function journeysOf(theirs: readonly ProgrammeItem[], traveller: Traveller): Journey[] {
  const flights = theirs.filter((item) => !travelsWith(item, traveller))
  return (['flightOut', 'flightBack'] as const).flatMap((way) =>
    journey(
      flights.filter((flight) => wayOf(flight, theirs, traveller) === way),
      way,
      traveller,
    ),
  )
}

function journey(flights: readonly ProgrammeItem[], way: Journey['way'], traveller: Traveller): Journey[] {
  const held = flights.filter((flight) => !isCancelled(flight))
  const [first] = held.length > 0 ? held : flights
  const last = held.at(-1) ?? first
  const said = traveller[way]?.trim()
  if (!first || !last || !said) return []
  const home = (zone: string, city: ProgrammeItem['startCity']) => (zone === traveller.homeZone ? city : {})
  const flight = asOwnFlight(first, said, {
    ...(way === 'flightOut'
      ? { startZone: traveller.homeZone, startCity: home(first.startZone, first.startCity) }
      : { startZone: first.startZone, startCity: first.startCity }),
    ...(way === 'flightBack'
      ? { endZone: traveller.homeZone, endCity: home(last.endZone, last.endCity) }
      : { endZone: last.endZone, endCity: last.endCity }),
  })
  return [{ way, flight, group: { from: first.startsAt, until: overAt(last) } }]
}
