import type { Language } from '../../../../shared/localized-text.ts'
import { activityErrors } from '../../domain/errors.ts'
import type { PlanAnswers } from '../../domain/planning/plan.ts'

/** What somebody sent: a tap or words. */
export type PlanRaw = { kind: 'choice'; value: string } | { kind: 'text'; text: string } | { kind: 'skip' }

export interface PlanReading {
  /** Everything answered so far, with what the last typed date can mean. */
  plan: PlanAnswers
  /** The language somebody types in. */
  language: Language
  now: Temporal.Instant
  /** Where the days of the activity are counted. */
  timeZone: string
  /** Where deadlines are meant. */
  homeTimeZone: string
}

/** What was typed, or what the button stands for. */
export function textOf(raw: PlanRaw): string {
  if (raw.kind === 'skip') throw activityErrors.answered()
  return raw.kind === 'text' ? raw.text : raw.value
}
