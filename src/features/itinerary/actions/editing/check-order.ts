import type { ItemFacts } from '../../domain/item.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'

type Times = Pick<ItemFacts, 'startsAt' | 'endsAt' | 'startZone' | 'endZone'>

/** What ends, ends after it has begun, each hour read by the clock of its own place. */
export function checkOrder({ startsAt, endsAt, endZone, startZone }: Times): void {
  const clock = (at: Temporal.Instant, zone: string) =>
    at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  if (endsAt && Temporal.Instant.compare(endsAt, startsAt) <= 0)
    throw programmeErrors.endBeforeStart({
      end: clock(endsAt, endZone),
      start: clock(startsAt, startZone),
      example: clock(startsAt.add({ hours: 1 }), endZone),
    })
}
