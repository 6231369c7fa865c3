import { hasBegun, type Activity } from './activity.ts'
import { dayIn } from './guards.ts'

/** Why somebody does not come after all, in a tap; health is nobody's business. */
export const withdrawalReasons = ['dates', 'work', 'visa', 'cost', 'personal', 'other'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

export const isWithdrawalReason = (text: string | null | undefined): text is WithdrawalReason =>
  withdrawalReasons.some((reason) => reason === text)

/** Whether the last day to withdraw without consequences is still to come, and which it is; undefined: none was said. */
export function withdrawalCutOff(
  activity: Activity,
  now: Temporal.Instant,
): { day: Temporal.PlainDate; isPast: boolean } | undefined {
  const day = dayIn(activity, 'withdrawUntil')
  if (!day || hasBegun(activity, now)) return undefined
  const today = now.toZonedDateTimeISO(activity.timeZone).toPlainDate()
  return { day, isPast: Temporal.PlainDate.compare(today, day) > 0 }
}
