import { ruleKinds, type PlanRules } from './rules/plan-rules.ts'
import { isCancelled, type ProgrammeItem } from './item.ts'

/**
 * How somebody's presence became known: by their own tap, by the code on the wall, from a coordinator's
 * list, or from that of a bus leader.
 */
export type AttendanceWay = 'self' | 'code' | 'list' | 'leader'

/** What has been done for a departure already; each for the hour at which it then was to leave. */
export interface RollCallMarks {
  readonly askedFor: Temporal.Instant | null
  readonly urgedFor: Temporal.Instant | null
  readonly closedFor: Temporal.Instant | null
  /** When whoever looks after it is shown what has changed. */
  readonly showAt: Temporal.Instant | null
}

export type RollCallStep = 'ask' | 'urge' | 'show' | 'close'

/** Where nobody is asked by itself, people can say so, and be asked by a tap, from then on. */
const standardMinutes = ruleKinds.rollCall.standard[0] ?? 0
const minutesUrgent = 5
/** The roll-call of a departure stays open so long after it was to leave: coaches wait. */
const minutesAfter = 30
/** The code on the wall opens so many minutes before an item begins. */
const minutesOfCode = 60
/** So long a coordinator can still put right what the list says. */
const hoursOfList = 24

export type RollCallRule = Pick<PlanRules, 'rollCall'>

type Departure = Pick<ProgrammeItem, 'kind' | 'startsAt' | 'status' | 'removedAt'>

/** What is to be done next for a departure by its activity's rule, and when; undefined: nothing any more. A moved one begins anew. */
export function nextStep(
  item: Departure,
  marks: RollCallMarks,
  { now, rules }: { now: Temporal.Instant; rules: RollCallRule },
): { step: RollCallStep; at: Temporal.Instant } | undefined {
  const next = stepByHour(item, marks, { now, rules })
  const { showAt } = marks
  return showAt && (!next || Temporal.Instant.compare(showAt, next.at) < 0)
    ? { step: 'show', at: showAt }
    : next
}

function stepByHour(
  item: Departure,
  marks: RollCallMarks,
  { now, rules }: { now: Temporal.Instant; rules: RollCallRule },
) {
  if (item.kind !== 'travel') return undefined
  const { startsAt } = item
  const isDone = (mark: Temporal.Instant | null) => mark?.equals(startsAt) ?? false
  if (isCancelled(item)) return marks.askedFor && !isDone(marks.closedFor) ? step('close', now) : undefined
  if (Temporal.Instant.compare(startsAt, now) > 0) {
    const asked = asksAt(item, rules)
    if (!isDone(marks.askedFor)) return asked && step('ask', asked)
    if (!isDone(marks.urgedFor)) return step('urge', startsAt.subtract({ minutes: minutesUrgent }))
  }
  if (!marks.askedFor || isDone(marks.closedFor)) return undefined
  return step('close', startsAt.add({ minutes: minutesAfter }))
}

const step = (name: RollCallStep, at: Temporal.Instant) => ({ step: name, at })

/** When people are asked whether they are on board; undefined: they are not. */
export function asksAt(
  { startsAt }: Pick<ProgrammeItem, 'startsAt'>,
  { rollCall: [minutes] }: RollCallRule,
): Temporal.Instant | undefined {
  return minutes === undefined ? undefined : startsAt.subtract({ minutes })
}

/** Whether a departure is so near that asking and urging would be the same. */
export const isUrgent = ({ startsAt }: Departure, now: Temporal.Instant): boolean =>
  startsAt.since(now).total('minutes') <= minutesUrgent

/** Whether people can say by a tap that they are there, from when they are asked on. */
export const isOpenForTaps = (item: Departure, rules: RollCallRule, now: Temporal.Instant): boolean =>
  isOpen(item, rules.rollCall[0] ?? standardMinutes, now)

/** The same by the code on the wall. */
export const isOpenForCode = (item: Departure, now: Temporal.Instant): boolean =>
  isOpen(item, minutesOfCode, now)

function isOpen(item: Departure, minutes: number, now: Temporal.Instant): boolean {
  return !isCancelled(item) && isWithin(item, now, { minutes }, { minutes: minutesAfter })
}

/** Whether a coordinator can tick people. */
export const isOpenForList = (item: Departure, now: Temporal.Instant): boolean =>
  !isCancelled(item) && isWithin(item, now, { minutes: minutesOfCode }, { hours: hoursOfList })

/** Both ends count: somebody in the very last minute is in time. */
const isWithin = (
  { startsAt }: Departure,
  now: Temporal.Instant,
  before: { minutes: number },
  after: Temporal.DurationLike,
): boolean =>
  Temporal.Instant.compare(startsAt.subtract(before), now) <= 0 &&
  Temporal.Instant.compare(now, startsAt.add(after)) <= 0

/** When the code on the wall, or the list, opens. */
export const opensAt = ({ startsAt }: Departure): Temporal.Instant =>
  startsAt.subtract({ minutes: minutesOfCode })
