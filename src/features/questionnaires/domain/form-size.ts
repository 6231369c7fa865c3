import type { Form, FormNode, Question } from './form.ts'
import { openSession } from './session/open-session.ts'
import { askedSteps, minutesFor } from './steps.ts'

/** How long a form is for somebody who begins it now. */
export interface FormSize {
  questions: number
  /** How many of them everybody is asked. */
  fewest: number
  /** From what is asked of everybody to what is asked at most, each repeat counted once. */
  minutes: { least: number; most: number }
}

export function sizeOf(form: Form, now: Temporal.ZonedDateTime): FormSize {
  const questions = questionsIn(form.root.children)
  const session = openSession({ form, answers: {}, now, startedAt: now, seed: '' })
  const first = askedSteps(session)
  const most = minutesFor(
    questions.map((question) => ({ kind: 'question', path: question.path, question }) as const),
  )
  return {
    questions: questions.length,
    fewest: Math.min(first.filter(({ kind }) => kind === 'question').length, questions.length),
    minutes: { least: Math.min(minutesFor(first), most), most },
  }
}

/** `4–9`, or one number where both are the same. */
export const minutesText = ({ minutes: { least, most } }: FormSize): string =>
  least === most ? String(most) : `${least}–${most}`

/** `13–28`, or one number where everybody is asked the same. */
export const questionsText = ({ fewest, questions }: FormSize): string =>
  fewest === questions ? String(questions) : `${fewest}–${questions}`

const questionsIn = (nodes: readonly FormNode[]): Question[] =>
  nodes.flatMap((node) => {
    if ('children' in node) return questionsIn(node.children)
    return node.kind === 'question' && !node.isReadOnly ? [node] : []
  })
