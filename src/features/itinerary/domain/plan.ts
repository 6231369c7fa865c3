import type { Fire, Wishes } from './fire.ts'
import { overviewSlot } from './fire.ts'
import { isCancelled, startsLocally, type ProgrammeItem } from './item.ts'
import { minutesBefore } from './minutes-before.ts'
import { ruleKinds, timeOf, type PlanRules } from './rules/plan-rules.ts'
import { minutesToChange, placedInSessions } from './session.ts'
import { whereaboutsAt } from './whereabouts.ts'

/** What an activity's reminders hang on. */
export interface PlannedActivity {
  readonly startsOn: Temporal.PlainDate
  readonly timeZone: string
}

export interface PlanBasis {
  /** Theirs, in the order of the programme. */
  readonly items: readonly ProgrammeItem[]
  readonly homeZone: string
  /** They leave home for it. */
  readonly isTravelling: boolean
  readonly activity: PlannedActivity
  readonly rules: PlanRules
  readonly wishes: Wishes
}

const daysAheadAt = Temporal.PlainTime.from('10:00')

/**
 * All that somebody is reminded of in an activity, as long as it is of use: what is over, and what is cancelled, is not in
 * it. Moments that have passed are, where it still is of use; whoever plans anew leaves those out that are not planned yet.
 */
export function planReminders(basis: PlanBasis, now: Temporal.Instant): Fire[] {
  const held = basis.items.filter((item) => !isCancelled(item))
  const fires = [
    ...itemFires(held, basis),
    ...overviews(held, basis),
    ...(basis.isTravelling ? beforeLeaving(held, basis) : []),
  ]
  return fires.filter(
    ({ dueAt, uselessAt }) =>
      Temporal.Instant.compare(uselessAt, now) > 0 && Temporal.Instant.compare(dueAt, uselessAt) < 0,
  )
}

function itemFires(held: readonly ProgrammeItem[], basis: PlanBasis): Fire[] {
  const placed = placedInSessions(held)
  const stops = placed.filter(({ kind }) => kind !== 'deadline' && kind !== 'free')
  return placed.flatMap((item) => {
    const former =
      stops.find((stop) => minutesToChange(item, stop) !== undefined) ??
      stops.findLast((stop) => isBefore(stop, item))
    return [...new Set(minutesBefore(item, former, basis))].map((minutes): Fire => {
      const dueAt = item.startsAt.subtract({ minutes })
      return {
        slot: `item:${item.id}:${minutes}:${item.startsAt.epochMilliseconds / 60_000}`,
        kind: item.kind === 'travel' ? 'departure' : item.kind === 'deadline' ? 'deadline' : 'item',
        itemId: item.id,
        dueAt,
        // "At its beginning" is of use for a few minutes.
        uselessAt: minutes === 0 ? item.startsAt.add({ minutes: 5 }) : item.startsAt,
      }
    })
  })
}

const isBefore = (one: ProgrammeItem, other: ProgrammeItem): boolean =>
  one.id !== other.id && Temporal.Instant.compare(one.startsAt, other.startsAt) < 0

/** In the evening before each day on which something begins, by the clock of where they are then. */
function overviews(held: readonly ProgrammeItem[], basis: PlanBasis): Fire[] {
  const [planned] = basis.rules.overview
  if (planned === undefined || !basis.wishes.wantsOverview) return []
  const at = basis.wishes.overviewAt ?? timeOf(planned)
  const days = new Map(
    held
      .filter(({ kind }) => kind !== 'deadline')
      .map((item) => startsLocally(item).toPlainDate())
      .map((day) => [day.toString(), day]),
  )
  return [...days.values()].map((day): Fire => {
    const evening = localMoment(day.subtract({ days: 1 }), at, basis)
    return {
      slot: overviewSlot(day),
      kind: 'overview',
      itemId: null,
      dueAt: evening.toInstant(),
      uselessAt: day.toZonedDateTime(evening.timeZoneId).toInstant(),
    }
  })
}

/** Days before the trip, and on the evening before they leave. */
function beforeLeaving(held: readonly ProgrammeItem[], basis: PlanBasis): Fire[] {
  const { startsOn, timeZone } = basis.activity
  const earliest = startsOn.subtract({ days: 1 }).toZonedDateTime(timeZone).toInstant()
  const leaving = held.find(
    ({ kind, startsAt }) => kind === 'travel' && Temporal.Instant.compare(startsAt, earliest) >= 0,
  )
  if (!leaving) return []
  const { eve, weekAhead } = basis.rules
  const dayBefore = startsLocally(leaving).toPlainDate().subtract({ days: 1 })
  const evening = localMoment(dayBefore, timeOf(eve[0] ?? ruleKinds.eve.standard[0] ?? 0), basis)
  return [
    ...weekAhead.map((days): Fire => ({
      slot: 'programme',
      kind: 'programme',
      itemId: null,
      dueAt: localMoment(startsOn.subtract({ days }), daysAheadAt, basis).toInstant(),
      uselessAt: evening.toInstant(),
    })),
    ...eve.map((): Fire => ({
      slot: `eve:${leaving.id}:${evening.toPlainDate().toString()}`,
      kind: 'eve',
      itemId: leaving.id,
      dueAt: evening.toInstant(),
      uselessAt: leaving.startsAt,
    })),
  ]
}

/**
 * A local hour by the clock of where they are at that moment. On the way between two zones there may be none or two of
 * them; then the earlier one.
 */
function localMoment(
  day: Temporal.PlainDate,
  plainTime: Temporal.PlainTime,
  { items, homeZone }: Pick<PlanBasis, 'items' | 'homeZone'>,
): Temporal.ZonedDateTime {
  const tried: Temporal.ZonedDateTime[] = []
  for (let timeZone = homeZone; ;) {
    const moment = day.toZonedDateTime({ timeZone, plainTime })
    const zone = whereaboutsAt(items, homeZone, moment.toInstant()).zone
    if (zone === timeZone) return moment
    if (tried.some(({ timeZoneId }) => timeZoneId === timeZone))
      return tried.sort(Temporal.ZonedDateTime.compare)[0] ?? moment
    tried.push(moment)
    timeZone = zone
  }
}
