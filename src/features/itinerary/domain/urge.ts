import type { Fire, FireKind } from './fire.ts'

const at = Temporal.PlainTime.from('10:00')

/** What the Ministry's support wants of whoever runs a trip, in days before it begins, and until when it is of use. */
const duties = [
  { kind: 'urge_begin', days: 90, untilDays: 60 },
  { kind: 'urge_freeze', days: 15, untilDays: 14 },
] as const satisfies readonly { kind: FireKind; days: number; untilDays: number }[]

/** The reminders of its coordinators; only an activity that the Ministry supports has any. */
export function urgeFires(
  { startsOn, details }: { startsOn: Temporal.PlainDate; details: Record<string, unknown> },
  homeTimeZone: string,
): Fire[] {
  if (details['funding'] !== 'urge') return []
  const moment = (days: number) =>
    startsOn.subtract({ days }).toZonedDateTime({ timeZone: homeTimeZone, plainTime: at }).toInstant()
  return duties.map(({ kind, days, untilDays }) => ({
    slot: kind,
    kind,
    itemId: null,
    dueAt: moment(days),
    uselessAt: moment(untilDays),
  }))
}
