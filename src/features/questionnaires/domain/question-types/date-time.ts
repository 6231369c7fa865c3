import { wallClock } from '../expressions/dates.ts'
import type { QuestionType } from './question-type.ts'

/** `2026-03-15T14:30:00.000+03:00`, as it was written where it was answered. */
export const dateTime: QuestionType = (value) =>
  /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) && wallClock(value, 'UTC') ? value : undefined
