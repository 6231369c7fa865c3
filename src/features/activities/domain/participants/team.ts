import type { TeamMember } from '../workbook/activity-workbook.ts'

/** Somebody of the team on a trip: whom to call, and when. */
export interface TeamPerson {
  name: string
  role: string | null
  /** E.164. */
  phone: string | null
  /** ISO 639 codes. */
  languages: readonly string[]
  bus: string | null
  /** Since when and until when they can be called; null: as long as the activity lasts. */
  onDutyFrom: Temporal.Instant | null
  onDutyTo: Temporal.Instant | null
}

/** A row of the sheet `team`, with its hours in the zone of the activity; a day alone is meant from its beginning to its end. */
export function teamPerson(member: TeamMember, timeZone: string): TeamPerson {
  const { name, role, phone, languages, bus, onDutyFrom, onDutyTo } = member
  return {
    ...{ name, role, phone, languages, bus },
    onDutyFrom: onDutyFrom === null ? null : momentOf(onDutyFrom, timeZone, 0),
    onDutyTo: onDutyTo === null ? null : momentOf(onDutyTo, timeZone, 1),
  }
}

/** Whether somebody can be called at this moment. */
export const isOnDuty = ({ onDutyFrom, onDutyTo }: TeamPerson, at: Temporal.Instant): boolean =>
  (onDutyFrom === null || Temporal.Instant.compare(onDutyFrom, at) <= 0) &&
  (onDutyTo === null || Temporal.Instant.compare(at, onDutyTo) < 0)

/** "2026-12-10T09:30", or the beginning of the day so many days after "2026-12-10". */
function momentOf(text: string, timeZone: string, daysAfter: number): Temporal.Instant {
  if (text.includes('T')) return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant()
  return Temporal.PlainDate.from(text).add({ days: daysAfter }).toZonedDateTime(timeZone).toInstant()
}
