import { nextAfter, isOver, runningAt } from '../domain/own-days.ts'
import type { OwnProgramme } from './own-programme.ts'

/** Trips stay to be looked at for so long after their end, in days. */
const shownForDays = 30

/** The trips that somebody is shown: the one that is running or comes next first, those just over last. */
export function currentTrips(programmes: readonly OwnProgramme[], now: Temporal.Instant): OwnProgramme[] {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const since = today.subtract({ days: shownForDays })
  const recent = programmes.filter(({ activity }) => Temporal.PlainDate.compare(activity.endsOn, since) >= 0)
  const isPast = ({ activity, items }: OwnProgramme) =>
    items.length > 0 ? isOver(items, now) : Temporal.PlainDate.compare(activity.endsOn, today) < 0
  const moment = (trip: OwnProgramme) => nextMomentOf(trip, now)
  return [
    ...recent
      .filter((trip) => !isPast(trip))
      .sort((one, other) => Temporal.Instant.compare(moment(one), moment(other))),
    ...recent.filter(isPast).toReversed(),
  ]
}

/** When something of a trip takes place next: now, while something does. */
function nextMomentOf({ activity, items }: OwnProgramme, now: Temporal.Instant): Temporal.Instant {
  if (runningAt(items, now).length > 0) return now
  return nextAfter(items, now)?.startsAt ?? activity.startsOn.toZonedDateTime(activity.timeZone).toInstant()
}
