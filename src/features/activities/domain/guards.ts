import type { DomainError } from '../../../shared/domain-error.ts'
import { closedBecause, hasBegun, isOver, type Activity } from './activity.ts'
import { activityErrors } from './errors.ts'
import type { Guard } from './life-cycle.ts'
import type { NoSeat } from './seats.ts'

/** What is known when a change is asked for; what a guard needs and nobody has looked up is not refused. */
export interface GuardScene {
  activity: Activity
  now: Temporal.Instant
  /** Whether every question is answered. */
  isComplete?: boolean
  /** Why there is no seat, if there is none. */
  noSeat?: NoSeat | undefined
  offerExpiresAt?: Temporal.Instant | null
}

type Check = (scene: GuardScene) => DomainError | undefined

/** What has to be so for a change, each with its refusal. */
const guards = {
  isOpen({ activity, now }) {
    const closed = closedBecause(activity, now)
    return closed && activityErrors.notOpen(closed)
  },
  isComplete: ({ isComplete = true }) => (isComplete ? undefined : activityErrors.notComplete()),
  /** A seat of something that has begun or does not take place is of no use to anybody. */
  isAhead({ activity, now }) {
    if (activity.state === 'cancelled') return activityErrors.tooLate('cancelled')
    return hasBegun(activity, now) ? activityErrors.tooLate('over') : undefined
  },
  hasSeat: ({ noSeat }) => noSeat && activityErrors.noSeat(noSeat),
  isInTime({ offerExpiresAt, now }) {
    const isLate = offerExpiresAt && Temporal.Instant.compare(now, offerExpiresAt) >= 0
    return isLate ? activityErrors.offerOver() : undefined
  },
  isNameChangeable({ activity, now }) {
    const until = nameChangeUntil(activity)
    return until && Temporal.PlainDate.compare(dayAt(activity, now), until) > 0
      ? activityErrors.nameChangeOver()
      : undefined
  },
  hasBegun: ({ activity, now }) => (hasBegun(activity, now) ? undefined : activityErrors.notBegun()),
  isOver: ({ activity, now }) => (isOver(activity, now) ? undefined : activityErrors.notOver()),
} satisfies Record<Guard, Check>

/** The first of these that says no. */
export function refusedBy(names: readonly Guard[], scene: GuardScene): DomainError | undefined {
  for (const name of names) {
    const refusal = guards[name](scene)
    if (refusal) return refusal
  }
  return undefined
}

const dayAt = ({ timeZone }: Activity, now: Temporal.Instant) =>
  now.toZonedDateTimeISO(timeZone).toPlainDate()

const nameChangeUntil = (activity: Activity) => dayIn(activity, 'nameChangeUntil')

/** Whether a colleague may still come instead. */
export const isNameChangeable = (activity: Activity, now: Temporal.Instant): boolean =>
  refusedBy(['isAhead', 'isNameChangeable'], { activity, now }) === undefined

/** A day that the workbook has said, if it has. */
export function dayIn({ details }: Pick<Activity, 'details'>, key: DayKey): Temporal.PlainDate | undefined {
  const said = details[key]
  return typeof said === 'string' ? Temporal.PlainDate.from(said) : undefined
}

export type DayKey = 'confirmBy' | 'withdrawUntil' | 'nameChangeUntil'
