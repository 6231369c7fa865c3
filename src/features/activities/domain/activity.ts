import { readText, type Language, type LocalizedText } from '../../../shared/localized-text.ts'
import type { ActivityKind, Approval } from './workbook/meanings.ts'

/** What one can sign up for. */
export interface Activity {
  id: number
  /** A-Z, 0-9 and `-`, at most 20. */
  code: string
  kind: ActivityKind
  title: LocalizedText
  description: LocalizedText
  country: string | null
  city: LocalizedText
  timeZone: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
  /** From when until when on each of its days, by its own clock: "09:30-17:00", or "09:30" alone; null: not said. */
  hours: string | null
  /** Seats; null: as many as come. */
  capacity: number | null
  /** Seats one firm may have. */
  perFirm: number | null
  applicationsCloseAt: Temporal.Instant | null
  decisionOn: Temporal.PlainDate | null
  workingLanguage: Language | null
  approval: Approval
  details: Record<string, unknown>
  state: 'published' | 'closed' | 'cancelled'
}

/** Why nobody can apply just now. */
export type Closed = 'closed' | 'cancelled' | 'over' | 'deadline'

/** Whether one can apply at this moment; a trip that has begun takes nobody any more. */
export function closedBecause(activity: Activity, now: Temporal.Instant): Closed | undefined {
  if (activity.state === 'cancelled') return 'cancelled'
  if (activity.state === 'closed') return 'closed'
  if (hasBegun(activity, now)) return 'over'
  const { applicationsCloseAt } = activity
  if (applicationsCloseAt && Temporal.Instant.compare(now, applicationsCloseAt) >= 0) return 'deadline'
  return undefined
}

/** Whether its first day has come where it takes place. */
export function hasBegun(
  { startsOn, timeZone }: { startsOn: Temporal.PlainDate | string; timeZone: string },
  now: Temporal.Instant,
): boolean {
  return Temporal.PlainDate.compare(now.toZonedDateTimeISO(timeZone).toPlainDate(), startsOn) >= 0
}

/** Whether its last day is past where it takes place. */
export function isOver(
  { endsOn, timeZone }: Pick<Activity, 'endsOn' | 'timeZone'>,
  now: Temporal.Instant,
): boolean {
  return Temporal.PlainDate.compare(now.toZonedDateTimeISO(timeZone).toPlainDate(), endsOn) > 0
}

export const titleOf = (
  activity: Pick<Activity, 'title' | 'workingLanguage' | 'code'>,
  language: Language,
): string => readText(activity.title, language, activity.workingLanguage ?? undefined) ?? activity.code

export const cityOf = (activity: Pick<Activity, 'city' | 'workingLanguage'>, language: Language): string =>
  readText(activity.city, language, activity.workingLanguage ?? undefined) ?? ''

export const descriptionOf = (activity: Activity, language: Language): string | undefined =>
  readText(activity.description, language, activity.workingLanguage ?? undefined)

/**
 * Whether a questionnaire may belong to its applications: its workbook names one or did so once, or some have ever been chosen
 * on the desk.
 */
export const mayHaveForm = ({ details }: Pick<Activity, 'details'>): boolean =>
  typeof details['applicationForm'] === 'string' ||
  details['hadForm'] === true ||
  Array.isArray(details['chosenForms'])

/** Whether people go somewhere: only then the passport's spelling of a name is needed. */
export const isTrip = (kind: ActivityKind): boolean =>
  kind === 'trade_delegation' || kind === 'purchasing_delegation'
