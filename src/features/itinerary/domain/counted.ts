import { isCancelled, overAt, type ProgrammeItem } from './item.ts'
import { isFlight } from './vehicle.ts'

/** Where people gather for at most so long before it goes on, they are counted when it does. */
const minutesOfGathering = 30
/** Whoever stays in a vehicle, or changes it in less than this, is still together. */
const minutesOfStop = 30

/**
 * Whether somebody is counted before a leg of theirs: where they board. Not where they only gather for the departure that
 * follows, and not where the leg before has brought them without a stop of half an hour; before a flight always, because
 * an airport is where people get lost. `theirs` are their items, in the order of the programme.
 */
export function isCounted(leg: ProgrammeItem, theirs: readonly ProgrammeItem[]): boolean {
  const legs = theirs.filter((item) => item.kind === 'travel' && !item.ownFlight && !isCancelled(item))
  const at = legs.findIndex(({ id }) => id === leg.id)
  if (at < 0) return false
  if (isFlight(leg)) return true
  if (isGathering(legs, at)) return false
  const ride = legs.slice(0, at).findLast((_, nth) => !isGathering(legs, nth))
  return !ride || minutesBetween(ride, leg) >= minutesOfStop
}

/** A short leg that goes straight on into the next one. */
function isGathering(legs: readonly ProgrammeItem[], at: number): boolean {
  const [leg, next] = [legs[at], legs[at + 1]]
  if (!leg || !next || isFlight(leg)) return false
  const lasts = overAt(leg).since(leg.startsAt).total('minutes')
  return lasts <= minutesOfGathering && isStraightOn(leg, next)
}

/** It begins when the other one ends, or a little later. */
const isStraightOn = (leg: ProgrammeItem, next: ProgrammeItem): boolean => {
  const minutes = minutesBetween(leg, next)
  return minutes >= 0 && minutes < minutesOfStop
}

const minutesBetween = (leg: ProgrammeItem, next: ProgrammeItem): number =>
  next.startsAt.since(overAt(leg)).total('minutes')
