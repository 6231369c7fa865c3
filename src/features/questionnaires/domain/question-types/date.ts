import { atDays, dayOf } from '../expressions/dates.ts'
import type { QuestionType } from './question-type.ts'

/** `2026-03-15`; where only the year or the month is asked, its first day. */
export const date: QuestionType = (value, { question }) => {
  const days = dayOf(value)
  const day = days === undefined ? undefined : atDays(days)?.toPlainDate()
  if (!day) return undefined
  if (question.appearance.includes('year')) return day.with({ month: 1, day: 1 }).toString()
  return question.appearance.includes('month-year') ? day.with({ day: 1 }).toString() : day.toString()
}
