import { partOfDay } from '../expressions/dates.ts'
import type { QuestionType } from './question-type.ts'

/** `14:30:00`, in nobody's zone. */
export const time: QuestionType = (value) =>
  /^\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(value) && !Number.isNaN(partOfDay(value))
    ? Temporal.PlainTime.from(value).toString({ smallestUnit: 'second' })
    : undefined
