import { dayIn } from './guards.ts'
import type { Activity } from './activity.ts'

/** Days that somebody who is approved late has at least to say that they are coming. */
const fewestDays = 2
const askedAt = Temporal.PlainTime.from('10:00')
const silentAt = Temporal.PlainTime.from('09:00')

type Asking = Pick<Activity, 'details' | 'startsOn' | 'timeZone'>

/**
 * Until which day somebody is to say that they are coming; undefined: this activity does not ask, or it is about to begin.
 * Whoever is approved late gets two days.
 */
export function comingUntil(activity: Asking, since: Temporal.Instant): Temporal.PlainDate | undefined {
  const confirmBy = dayIn({ details: activity.details }, 'confirmBy')
  if (!confirmBy) return undefined
  const fewest = since.toZonedDateTimeISO(activity.timeZone).toPlainDate().add({ days: fewestDays })
  const until = Temporal.PlainDate.compare(confirmBy, fewest) >= 0 ? confirmBy : fewest
  return Temporal.PlainDate.compare(until, activity.startsOn) < 0 ? until : undefined
}

/** When somebody is reminded, by their own clock, those moments that are still to come; and when coordinators hear. */
export function comingMoments(
  until: Temporal.PlainDate,
  { now, zone, home }: { now: Temporal.Instant; zone: string; home: string },
): { ask?: Temporal.Instant; again?: Temporal.Instant; silent: Temporal.Instant } {
  const at = (daysBefore: number) =>
    until.subtract({ days: daysBefore }).toZonedDateTime({ timeZone: zone, plainTime: askedAt }).toInstant()
  const [ask, again] = [at(3), at(0)].map((moment) =>
    Temporal.Instant.compare(moment, now) > 0 ? moment : undefined,
  )
  return {
    ...(ask ? { ask } : {}),
    ...(again ? { again } : {}),
    silent: until.add({ days: 1 }).toZonedDateTime({ timeZone: home, plainTime: silentAt }).toInstant(),
  }
}
