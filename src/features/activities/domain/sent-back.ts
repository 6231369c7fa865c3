import { cleanParagraphs, lengthOf } from '../../../shared/clean-text.ts'
import { hasBegun, isTrip, type Activity } from './activity.ts'
import { personSteps, type Answers } from './application.ts'
import { activityErrors } from './errors.ts'

/** The questions about the person can be asked again; a firm is put right on the desk. */
export type ReopenableStep = (typeof personSteps)[number]

/** Questions of an application that are open again, until a day; afterwards what was said before. */
export interface SentBack {
  applicationId: number
  /** Steps of the core, and questions of the form by their short names behind `f-`; in the order in which they are asked. */
  asked: string[]
  answered: string[]
  /** How it stood when it was sent back. */
  before: Answers
  /** The same of the form's questions that were asked again, in words. */
  formBefore: FormBefore
  /** As it stands now. */
  answers: Answers
  dueAt: Temporal.Instant
  /** Why, in the coordinator's own words. */
  sentence: string | null
  isPaused: boolean
  revision: number
  /** When everything had been answered; null: it is open. */
  returnedAt: Temporal.Instant | null
  updatedAt: Temporal.Instant
}

/** By language and short name. */
export type FormBefore = Record<string, Record<string, { label: string; value: string }>>

/** What a coordinator has chosen so far, before anything is sent back. */
export interface SendingBack {
  applicationId: number
  asked: string[]
  dueOn: Temporal.PlainDate | null
  sentence: string | null
}

/** What can be asked again of an application for this activity. */
export const reopenableSteps = ({ kind }: Pick<Activity, 'kind'>): readonly ReopenableStep[] =>
  personSteps.filter((step) => step !== 'passport' || isTrip(kind))

/** The hour by which answers are to be there, by the activity's clock. */
const dueHour = Temporal.PlainTime.from('18:00')
/** Days until an answer, as they are proposed. */
const proposals = [2, 4, 7, 14]
/** Hours before, when whoever has not answered is reminded; whoever has less time is not. */
const remindedBefore = 24
const mostCharacters = 500

/** The hour of a day until which answers are awaited, where the activity takes place. */
export const dueAtOf = ({ timeZone }: Pick<Activity, 'timeZone'>, day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone, plainTime: dueHour }).toInstant()

/** Whether answers can be due on this day: it is still to come, and before the first day. */
export const canBeDueOn = (activity: Activity, day: Temporal.PlainDate, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(dueAtOf(activity, day), now) > 0 &&
  Temporal.PlainDate.compare(day, activity.startsOn) < 0

/** Days that are offered at a tap. */
export function proposedDays(activity: Activity, now: Temporal.Instant): Temporal.PlainDate[] {
  if (hasBegun(activity, now)) return []
  const today = now.toZonedDateTimeISO(activity.timeZone).toPlainDate()
  const days = proposals.map((count) => today.add({ days: count }))
  const possible = days.filter((day) => canBeDueOn(activity, day, now))
  return possible.length > 0 ? possible : [today].filter((day) => canBeDueOn(activity, day, now))
}

/** When whoever has not answered is reminded; undefined: it is due too soon for that. */
export function reminderOf(dueAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | undefined {
  const at = dueAt.subtract({ hours: remindedBefore })
  return Temporal.Instant.compare(at, now) > 0 ? at : undefined
}

/** Why something is asked again, in the coordinator's own words. */
export function readSentence(typed: string): string {
  const text = cleanParagraphs(typed)
  const length = lengthOf(text)
  if (length < 3 || length > mostCharacters) throw activityErrors.reasonLength(length, mostCharacters)
  return text
}
