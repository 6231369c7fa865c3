import type { Activity } from './activity.ts'
import type { DocumentRule } from './workbook/activity-workbook.ts'

const usualHours = 48
const fewestHours = 2
/** Of the time that is left, so much may pass until somebody has answered. */
const shareOfTimeLeft = 1 / 10

/** A document of the activity's list, as far as its day goes. */
type DatedDocument = Pick<DocumentRule, 'isMandatory' | 'dueOn'>

/**
 * Until when an offered seat is held: `offer_hours`, but no more than a tenth of what is left until the first document is
 * due that is still to come, or the first day; two hours at least, and never beyond the start.
 */
export function offerEnd(
  { details, startsOn, timeZone }: Pick<Activity, 'details' | 'startsOn' | 'timeZone'>,
  documents: readonly DatedDocument[],
  now: Temporal.Instant,
): Temporal.Instant {
  const start = startsOn.toZonedDateTime(timeZone).toInstant()
  const dues = documents
    .flatMap(({ isMandatory, dueOn }) => (isMandatory && dueOn ? Temporal.PlainDate.from(dueOn) : []))
    .map((due) => due.add({ days: 1 }).toZonedDateTime(timeZone).toInstant())
    .filter((due) => Temporal.Instant.compare(due, now) > 0)
  const hoursLeft = Math.min(...[start, ...dues].map((end) => end.since(now).total('hours')))
  const { offerHours } = details
  const wished = typeof offerHours === 'number' ? offerHours : usualHours
  const hours = Math.min(wished, Math.max(Math.floor(hoursLeft * shareOfTimeLeft), fewestHours))
  const end = now.add({ hours })
  return Temporal.Instant.compare(end, start) > 0 ? start : end
}
