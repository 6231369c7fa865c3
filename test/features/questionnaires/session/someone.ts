import type { Form, Question } from '../../../../src/features/questionnaires/domain/form.ts'
import type { Answers, Session } from '../../../../src/features/questionnaires/domain/session/session.ts'
import { sessionOn } from '../form-of.ts'

/** An answer that somebody could give to each kind of question. */
const samples: Readonly<Record<Question['type'], readonly string[]>> = {
  text: ['a', 'Ayşe', '5'],
  integer: ['5', '-1', '0'],
  decimal: ['1.5'],
  range: ['1', '10'],
  select_one: [],
  select_multiple: [],
  rank: [],
  date: ['2026-03-15', '1999-12-31'],
  time: ['14:30:00'],
  dateTime: ['2026-03-15T10:30:00.000+03:00'],
  geopoint: ['41.0082 28.9784 0 0'],
  image: ['file:1'],
  audio: ['file:2'],
  video: ['file:3'],
  file: ['file:4'],
  barcode: ['123'],
  acknowledge: ['OK'],
}

/** Some answer to a question; `at` picks among those there are. */
export function someAnswer(session: Session, path: string, question: Question, at: number): string {
  const all = question.list ? session.choices(path).map(({ name }) => name) : samples[question.type]
  const chosen = all[at % Math.max(1, all.length)] ?? ''
  return question.type === 'select_multiple' && at % 3 === 0 ? all.join(' ') : chosen
}

/** The answers with one more, and what it makes to be kept. */
export function keep(form: Form, answers: Answers, path: string, value: string): Answers {
  return { ...answers, ...sessionOn(form, answers).afterAnswer(path, value).kept, [path]: value }
}
