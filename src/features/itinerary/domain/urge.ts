import type { Fire, FireKind } from './fire.ts'
import type { PlanRules } from './rules/plan-rules.ts'

const at = Temporal.PlainTime.from('10:00')

/** What the Ministry's support wants of whoever runs a trip, and for how many days it is of use to say so. */
const duties = [
  { kind: 'urge_begin', rule: 'urgeBegin', daysOfUse: 30 },
  { kind: 'urge_freeze', rule: 'urgeFreeze', daysOfUse: 1 },
] as const satisfies readonly { kind: FireKind; rule: keyof PlanRules; daysOfUse: number }[]

/** Whether the Ministry supports an activity. */
export const isSupported = ({ details }: { details: Record<string, unknown> }): boolean =>
  details['funding'] === 'urge'

/** The reminders of its coordinators; only an activity that the Ministry supports has any. */
export function urgeFires(
  activity: { startsOn: Temporal.PlainDate; details: Record<string, unknown> },
  rules: Pick<PlanRules, 'urgeBegin' | 'urgeFreeze'>,
  homeTimeZone: string,
): Fire[] {
  if (!isSupported(activity)) return []
  const moment = (days: number) =>
    activity.startsOn
      .subtract({ days })
      .toZonedDateTime({ timeZone: homeTimeZone, plainTime: at })
      .toInstant()
  return duties.flatMap(({ kind, rule, daysOfUse }) =>
    rules[rule].map((days): Fire => ({
      slot: kind,
      kind,
      itemId: null,
      dueAt: moment(days),
      uselessAt: moment(Math.max(days - daysOfUse, 0)),
    })),
  )
}
