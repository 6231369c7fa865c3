import type { LocalizedText } from '../../../shared/localized-text.ts'
import { isCancelled, isUntimed, overAt, type ProgrammeItem } from './item.ts'

/** Where somebody is, by whose clock their day is counted. `city` is empty where only the zone is known. */
export interface Place {
  readonly zone: string
  readonly city: LocalizedText
}

type Leg = Pick<
  ProgrammeItem,
  | 'kind'
  | 'startsAt'
  | 'endsAt'
  | 'startZone'
  | 'endZone'
  | 'startCity'
  | 'endCity'
  | 'status'
  | 'removedAt'
  | 'ownFlight'
>

/**
 * Where somebody with these items is at a moment: before the trip at home; from the beginning of an item on at its place;
 * on the way (start and end in different zones) where they have left from until they arrive; after the trip at home again.
 * `items` are theirs, in the order of the programme; a flight of their own counts once its hours are known. Until they
 * leave home on one of their own they are at home, whatever the others do meanwhile; once one has brought them, too.
 */
export function whereaboutsAt(items: readonly Leg[], homeZone: string, moment: Temporal.Instant): Place {
  const home: Place = { zone: homeZone, city: {} }
  const held = items.filter((item) => !isCancelled(item) && item.kind !== 'deadline' && !isUntimed(item))
  const last = held.at(-1)
  if (!last || Temporal.Instant.compare(moment, overAt(last)) >= 0) return home
  if (held.some((item) => keepsAtHome(item, homeZone, moment))) return home
  let place = home
  for (const item of held) {
    if (Temporal.Instant.compare(item.startsAt, moment) > 0) break
    const hasArrived = Temporal.Instant.compare(overAt(item), moment) <= 0
    place = hasArrived
      ? { zone: item.endZone, city: item.endCity }
      : { zone: item.startZone, city: item.startCity }
  }
  return place
}

/** A flight of their own between home and elsewhere that has not left home yet, or has landed there. */
function keepsAtHome(item: Leg, homeZone: string, moment: Temporal.Instant): boolean {
  if (!item.ownFlight || item.startZone === item.endZone) return false
  return item.startZone === homeZone
    ? Temporal.Instant.compare(moment, item.startsAt) < 0
    : item.endZone === homeZone && Temporal.Instant.compare(overAt(item), moment) <= 0
}
