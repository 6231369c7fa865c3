import type { Rejection } from './rejection.ts'

/** What can be decided and kept for later. */
export const stagedOutcomes = ['approved', 'waitlisted', 'rejected'] as const
export type StagedOutcome = (typeof stagedOutcomes)[number]

export const isStagedOutcome = (text: string): text is StagedOutcome =>
  stagedOutcomes.some((name) => name === text)

/** A decision that only coordinators know of. */
export interface Staged {
  applicationId: number
  outcome: StagedOutcome
  /** Why, where it is a rejection. */
  rejection: Rejection
  byPersonId: number
}

/** How many decisions wait to be announced; `gone`: about somebody who has withdrawn since. */
export type StagedCounts = Partial<Record<StagedOutcome | 'gone', number>>

/** How many of them are announced when one announces. */
export const decisionsIn = (counts: StagedCounts): number =>
  stagedOutcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0)

/** What has become of a decision: as it was meant; no seat any more; or left out, because it stands otherwise by now. */
export type Fate = StagedOutcome | 'noSeat' | 'leftOut'

export interface AnnouncedOne {
  applicationId: number
  fate: Fate
  /** Nobody could be reached. */
  isUntold?: true
}

/** More than this at once is asked about once more. */
export const confirmedBeyond = 20

/** The decision itself. */
export const decisionOf = ({ outcome, rejection }: Pick<Staged, 'outcome' | 'rejection'>) =>
  outcome === 'rejected' ? { outcome, rejection } : { outcome }

/** Hours at which announcing is offered: today, on the next days, and on the day on which decisions were promised. */
const proposedHours = [10, 18]
const mostProposed = 5

/** Moments that are offered for announcing, by the activity's clock, before it begins. */
export function announcingMoments(
  { decisionOn, startsOn, timeZone }: AnnouncingFor,
  now: Temporal.Instant,
): Temporal.PlainDateTime[] {
  const local = now.toZonedDateTimeISO(timeZone).toPlainDateTime()
  const today = local.toPlainDate()
  const days = [today, today.add({ days: 1 }), ...(decisionOn ? [decisionOn] : [])]
  const moments = days.flatMap((day) =>
    proposedHours.map((hour) => day.toPlainDateTime(Temporal.PlainTime.from({ hour }))),
  )
  return [...new Map(moments.map((moment) => [moment.toString(), moment])).values()]
    .filter((moment) => Temporal.PlainDateTime.compare(moment, local) > 0)
    .filter((moment) => Temporal.PlainDate.compare(moment.toPlainDate(), startsOn) < 0)
    .toSorted((one, other) => Temporal.PlainDateTime.compare(one, other))
    .slice(0, mostProposed)
}

interface AnnouncingFor {
  decisionOn: Temporal.PlainDate | null
  startsOn: Temporal.PlainDate
  timeZone: string
}
