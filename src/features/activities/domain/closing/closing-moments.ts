import type { Activity } from '../activity.ts'

/** A moment at which those who are invited and have not applied are told that applications close. */
export interface ClosingMoment {
  readonly dueAt: Temporal.Instant
  /** From here on it would only confuse. */
  readonly uselessAt: Temporal.Instant
}

type Closing = Pick<Activity, 'applicationsCloseAt' | 'startsOn' | 'timeZone' | 'state'>

const leads: readonly Temporal.DurationLike[] = [{ days: 7 }, { days: 2 }, { hours: 3 }]
/** What could not be said for so long is left to the next moment. */
const hoursOfUse = 24

/** The moments that are still to come; none where nobody can apply until then. Days are those of `homeTimeZone`. */
export function closingMoments(
  activity: Closing,
  now: Temporal.Instant,
  homeTimeZone: string,
): ClosingMoment[] {
  const closesAt = activity.state === 'published' ? endOfApplying(activity) : undefined
  if (!closesAt) return []
  const closes = closesAt.toZonedDateTimeISO(homeTimeZone)
  return leads
    .map((lead) => closes.subtract(lead).toInstant())
    .filter((dueAt) => Temporal.Instant.compare(dueAt, now) > 0)
    .map((dueAt) => ({ dueAt, uselessAt: earlier(dueAt.add({ hours: hoursOfUse }), closesAt) }))
}

/** Whether other moments follow from it than before. */
export const closesOtherwise = (before: Closing, after: Closing): boolean =>
  before.state !== after.state ||
  before.timeZone !== after.timeZone ||
  !before.startsOn.equals(after.startsOn) ||
  before.applicationsCloseAt?.epochMilliseconds !== after.applicationsCloseAt?.epochMilliseconds

/** A trip that has begun takes nobody any more, whatever its deadline says; without a deadline nothing closes. */
function endOfApplying({ applicationsCloseAt, startsOn, timeZone }: Closing): Temporal.Instant | undefined {
  return applicationsCloseAt === null
    ? undefined
    : earlier(applicationsCloseAt, startsOn.toZonedDateTime(timeZone).toInstant())
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? one : other
