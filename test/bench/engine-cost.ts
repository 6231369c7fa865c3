import { openSession } from '../../src/features/questionnaires/domain/session/open-session.ts'
import type { Answers, Session } from '../../src/features/questionnaires/domain/session/session.ts'
import type { Form, Question } from '../../src/features/questionnaires/domain/form.ts'
import { readFormInThread } from '../../src/features/questionnaires/jobs/read-form-in-thread.ts'
import { readSpreadsheetInWorker, writeSpreadsheet } from '../../src/platform/spreadsheets/index.ts'
import { asSheets } from '../../src/shared/tables/write-table.ts'
import { workbookOf } from '../support/forms.ts'
import { threeHundredQuestions } from './long-forms.ts'
import { median, rounded, type Figures } from './table.ts'

const times = 15

/** What a form of 300 questions costs: its import from the file, a session from stored answers, one answer. */
export async function engineCost(): Promise<Figures> {
  const file = await writeSpreadsheet(asSheets(workbookOf(threeHundredQuestions)))
  const imports: number[] = []
  let form: Form | undefined
  for (let time = 0; time < 5; time += 1) {
    const began = performance.now()
    const reading = await readFormInThread()(await readSpreadsheetInWorker(file))
    imports.push(performance.now() - began)
    form = reading.form
  }
  if (!form) throw new Error('The form of 300 questions has a mistake.')
  const { answers, given } = filledIn(form)
  const whole = Array.from({ length: times }, () =>
    milliseconds(() => {
      const session = sessionOn(form, { ...answers })
      session.steps()
      session.open()
    }),
  )
  return {
    import300Ms: rounded(median(imports)),
    session300Ms: rounded(median(whole)),
    answer300Ms: rounded(Math.max(...given.map((path) => answerCost(form, answers, path)))),
    questionsOf300: given.length,
  }
}

/** Whether it is taken and what is worked out with it; on a session that has looked at nothing yet. */
const answerCost = (form: Form, answers: Answers, path: string): number =>
  median(
    Array.from({ length: times }, () => {
      const session = sessionOn(form, answers)
      const value = answers[path] ?? ''
      return milliseconds(() => {
        session.canonical(path, value)
        session.judge(path, value)
        session.afterAnswer(path, value)
      })
    }),
  )

/** Answers every question that applies, one after the other. */
function filledIn(form: Form): { answers: Answers; given: string[] } {
  const answers: Record<string, string> = {}
  for (;;) {
    const session = sessionOn(form, answers)
    const step = session.open()
    if (step?.kind !== 'question') return { answers, given: Object.keys(answers) }
    answers[step.path] = anAnswer(session, step.path, step.question)
    if (session.judge(step.path, answers[step.path] ?? ''))
      throw new Error(`An answer of the benchmark is not taken: ${step.path}.`)
  }
}

function anAnswer(session: Session, path: string, { type }: Question): string {
  if (type === 'date') return '2026-03-15'
  if (type === 'text') return 'Rolling stock, bodies and bogies'
  if (type === 'select_one' || type === 'select_multiple') return session.choices(path)[0]?.name ?? ''
  return '7'
}

const startedAt = Temporal.ZonedDateTime.from('2026-11-02T09:00:00+03:00[Europe/Istanbul]')
const sessionOn = (form: Form, answers: Answers): Session =>
  openSession({ form, answers, now: startedAt, startedAt, seed: 'seed' })

function milliseconds(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
