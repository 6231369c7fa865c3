import { fold } from '../../../shared/tables/fold.ts'
import { languages, type LocalizedText } from '../../../shared/localized-text.ts'
import { overAt, startsLocally, type MapPoint, type ProgrammeItem } from './item.ts'
import type { Wishes } from './fire.ts'
import { minutesToChange } from './session.ts'
import type { PlanRules } from './rules/plan-rules.ts'
import { isFlight } from './vehicle.ts'

type Stop = Pick<
  ProgrammeItem,
  | 'kind'
  | 'title'
  | 'startsAt'
  | 'endsAt'
  | 'startZone'
  | 'endZone'
  | 'startCity'
  | 'endCity'
  | 'place'
  | 'map'
  | 'transport'
  | 'isMandatory'
  | 'remindMinutesBefore'
>

/** As far as twenty minutes on foot. */
const kilometresWhenFar = 1.5
const minutesOfGap = 45
const minutesOfConnection = 15

/**
 * How many minutes before an item its people are reminded of it, longest first. What the item says itself wins; else the
 * day's first item, whatever leaves, another place than before, and what comes after a gap. `former` is what they were at
 * before; free time is no place to be.
 */
export function minutesBefore(
  item: Stop,
  former: Stop | undefined,
  { rules, wishes }: { rules: PlanRules; wishes: Wishes },
): readonly number[] {
  if (item.remindMinutesBefore) return item.remindMinutesBefore
  if (item.kind === 'deadline') return rules.deadlines
  const change = minutesToChange(item, former)
  // At the end of the one before: whoever gets up is told to which table they go.
  if (change !== undefined) return rules.meetings.length > 0 ? [change] : []
  // Meetings begin with a look at who comes to which table, even where nobody has to move.
  if (!isWorthIt(item, former)) return item.kind === 'b2b' ? rules.meetings : []
  const isFar = isFlight(item) || isFarFrom(item, former)
  const planned = isFar ? rules.far : item.kind === 'travel' ? rules.departures : rules.near
  const [longest] = planned
  const wished = wishes.minutesBefore
  if (longest === undefined || wished === null) return planned
  // Whoever likes it short must still not miss what leaves, nor what is far.
  return [isFar || item.kind === 'travel' ? Math.max(longest, wished) : wished]
}

function isWorthIt(item: Stop, former: Stop | undefined): boolean {
  if (item.kind === 'free' && !item.isMandatory) return false
  if (!former) return true
  // They sit in it already: the coach from the meeting point, the counter where the coach has taken them.
  if (isCarriedTo(item, former)) return isFlight(item)
  return (
    item.kind === 'travel' ||
    isOnAnotherDay(item, former) ||
    minutesBetween(former, item) >= minutesOfGap ||
    isElsewhere(item, former)
  )
}

const isCarriedTo = (item: Stop, former: Stop): boolean =>
  former.kind === 'travel' &&
  (item.kind === 'travel'
    ? minutesBetween(former, item) <= minutesOfConnection
    : minutesBetween(former, item) < minutesOfGap)

const isOnAnotherDay = (item: Stop, former: Stop): boolean =>
  !startsLocally(item).toPlainDate().equals(startsLocally(former).toPlainDate())

const minutesBetween = (former: Stop, item: Stop): number =>
  item.startsAt.since(overAt(former)).total('minutes')

/**
 * Not where they are already, as far as the programme says; where a journey ends it does not say. A place that is named
 * after one that is not is another one: better a reminder too many than a room without people.
 */
const isElsewhere = (item: Stop, former: Stop): boolean =>
  former.kind !== 'travel' &&
  (areDifferent(former.place, item.place) ||
    (isNamed(item.place) && !isNamed(former.place)) ||
    areDifferent(former.endCity, item.startCity))

const isNamed = (place: LocalizedText): boolean => Object.keys(place).length > 0

function isFarFrom(item: Stop, former: Stop | undefined): boolean {
  if (!former) return false
  if (areDifferent(former.endCity, item.startCity)) return true
  if (former.kind === 'travel' || isOnAnotherDay(item, former)) return false
  return former.map !== null && item.map !== null && kilometres(former.map, item.map) > kilometresWhenFar
}

/** Both are written in a language, and not alike. */
function areDifferent(one: LocalizedText, other: LocalizedText): boolean {
  const shared = languages.filter((language) => one[language] && other[language])
  return (
    shared.length > 0 && shared.every((language) => fold(one[language] ?? '') !== fold(other[language] ?? ''))
  )
}

/** As the crow flies; exact enough within a city. */
function kilometres(one: MapPoint, other: MapPoint): number {
  const north = (other.latitude - one.latitude) * 111.2
  const east = (other.longitude - one.longitude) * 111.2 * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
