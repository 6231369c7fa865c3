import type { Reading } from '../../../../shared/tables/columns.ts'
import type { LocalMoment } from '../../../../shared/tables/moment-cells.ts'

export type FullMoment = LocalMoment & Required<Pick<LocalMoment, 'date' | 'time'>>

/** `2026-12-10T09:30` */
export const localText = ({ date, time }: FullMoment): string => `${date}T${time}`

/**
 * The moment that a day and an hour mean in a zone. An hour that is skipped or comes twice when clocks change is refused,
 * unless the file says which of the two by an offset.
 */
export function resolveMoment(moment: FullMoment, zone: string): Reading<Temporal.Instant> {
  const local = Temporal.PlainDateTime.from(localText(moment))
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
  const { date, time } = moment
  if (earlier.toPlainDateTime().equals(local) && !earlier.equals(later)) {
    const meant = [earlier, later].find(({ offset }) => offset === moment.offset)
    if (meant) return { value: meant.toInstant() }
    return {
      code: 'E_TIME_TWICE',
      details: { zone, date, time, first: earlier.offset, second: later.offset },
    }
  }
  if (!earlier.equals(later))
    return { code: 'E_TIME_SKIPPED', details: { zone, date, time, ...around(earlier, later) } }
  if (moment.offset && moment.offset !== earlier.offset)
    return { code: 'E_OFFSET', details: { zone, offset: moment.offset, right: earlier.offset } }
  return { value: earlier.toInstant() }
}

const around = (earlier: Temporal.ZonedDateTime, later: Temporal.ZonedDateTime) => ({
  before: clock(earlier),
  after: clock(later),
})

const clock = (moment: Temporal.ZonedDateTime) => moment.toPlainTime().toString({ smallestUnit: 'minute' })
