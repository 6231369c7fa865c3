import type { Activity } from './activity.ts'
import type { DayKey } from './guards.ts'

/** Why an activity does not take place, in a tap. */
export const cancelReasons = ['few', 'force', 'host', 'other'] as const
export type CancelReason = (typeof cancelReasons)[number]

export const isCancelReason = (text: unknown): text is CancelReason =>
  cancelReasons.some((reason) => reason === text)

const movingDays: readonly DayKey[] = ['confirmBy', 'withdrawUntil', 'nameChangeUntil']

/** What changes when an activity begins on another day: its last day, and every deadline that is counted from it. */
export function postponedTo(activity: Activity, startsOn: Temporal.PlainDate, now: Temporal.Instant) {
  const days = activity.startsOn.until(startsOn).total('days')
  const { details, applicationsCloseAt, decisionOn } = activity
  const isAhead = applicationsCloseAt !== null && Temporal.Instant.compare(applicationsCloseAt, now) > 0
  const moved = Object.fromEntries(
    movingDays
      .filter((key) => typeof details[key] === 'string')
      .map((key) => [key, Temporal.PlainDate.from(String(details[key])).add({ days }).toString()]),
  )
  const from = { startsOn: activity.startsOn.toString(), endsOn: activity.endsOn.toString() }
  return {
    startsOn,
    endsOn: activity.endsOn.add({ days }),
    ...(isAhead
      ? {
          applicationsCloseAt: applicationsCloseAt
            .toZonedDateTimeISO(activity.timeZone)
            .add({ days })
            .toInstant(),
          decisionOn: decisionOn?.add({ days }) ?? null,
        }
      : {}),
    details: {
      ...{ ...details, ...moved, postponedFrom: from, postponedAt: now.toString() },
      postponements: [...postponementsOf(activity), { at: now.toString(), startsOn: from.startsOn }],
    },
  }
}

interface Postponement {
  at: string
  /** The first day until then. */
  startsOn: string
}

const postponementsOf = ({ details }: Pick<Activity, 'details'>) =>
  (details['postponements'] ?? []) as readonly Postponement[]

/** By how many days it has been put off since that moment; negative where it is earlier. */
export function daysPutOff(
  activity: Pick<Activity, 'details' | 'startsOn'>,
  since: Temporal.Instant,
): number {
  const first = postponementsOf(activity).find(
    ({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0,
  )
  return first ? Temporal.PlainDate.from(first.startsOn).until(activity.startsOn).days : 0
}

/** The days before it was postponed, where it was. */
export function postponedFrom({ details }: Pick<Activity, 'details'>) {
  const from = details['postponedFrom'] as { startsOn: string; endsOn: string } | undefined
  return (
    from && {
      startsOn: Temporal.PlainDate.from(from.startsOn),
      endsOn: Temporal.PlainDate.from(from.endsOn),
    }
  )
}
