import type { Answers, Session, Step } from './session/session.ts'

/** A step at which somebody answers something. */
export type Asked = Extract<Step, { kind: 'question' | 'more' }>

export const isAsked = (step: Step): step is Asked => step.kind === 'question' || step.kind === 'more'

/** All that is asked, in order. */
export const askedSteps = (session: Session): readonly Asked[] => session.steps().filter(isAsked)

/** The key under which the answer is kept: of a repeat, how many instances there are. */
export const answerKey = (step: Asked): string => (step.kind === 'more' ? `${step.path}#` : step.path)

/** A short name of a step for buttons, which have no room for paths. */
export function stepName(step: Asked): string {
  let hash = 0x811c9dc5
  for (const letter of answerKey(step) + (step.kind === 'more' ? step.instances : '')) {
    hash ^= letter.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash.toString(36)
}

export const isStepName = (text: string): text is string => /^[0-9a-z]{1,8}$/.test(text)

/** Where somebody stands: at `place` while that still applies, else at the first that is open; `undefined`: at the review. */
export function currentStep(session: Session, place: string | null): Asked | undefined {
  const open = session.open()
  const first = open && isAsked(open) ? open : undefined
  if (place === null) return first
  return askedSteps(session).find((step) => answerKey(step) === place) ?? first
}

/** The one before, as the form has them; within a section, if one is meant. */
export function stepBefore(
  session: Session,
  step: Asked,
  asked: readonly Asked[] = askedSteps(session),
): Asked | undefined {
  const at = asked.findIndex((other) => answerKey(other) === answerKey(step))
  return at > 0 ? asked[at - 1] : undefined
}

export interface Progress {
  at: number
  of: number
  minutes: number
}

const seconds = { choice: 15, text: 30 }

/** How far somebody is, counting only what applies, and about how long the rest takes. */
export function progressOf(
  session: Session,
  answers: Answers,
  step: Asked,
  within: readonly Asked[] = askedSteps(session),
): Progress {
  const questions = within.filter(({ kind }) => kind === 'question')
  const isHere = (other: Asked) => answerKey(other) === answerKey(step)
  const at = questions.findIndex(isHere)
  const left = questions.filter((other) => isHere(other) || answers[other.path] === undefined)
  return {
    at: at < 0 ? questions.filter(({ path }) => answers[path] !== undefined).length : at + 1,
    of: questions.length,
    minutes: minutesFor(left),
  }
}

export const minutesFor = (steps: readonly Asked[]): number =>
  Math.max(1, Math.round(steps.reduce((sum, step) => sum + secondsFor(step), 0) / 60))

const written = new Set([
  'text',
  'integer',
  'decimal',
  'barcode',
  'image',
  'audio',
  'video',
  'file',
  'geopoint',
])

const secondsFor = (step: Asked): number =>
  step.kind === 'question' && written.has(step.question.type) ? seconds.text : seconds.choice

/** What is to be read before a question: the headings and notes between the question before and itself. */
export function leadIn(session: Session, step: Asked | undefined): readonly Step[] {
  const steps = session.steps()
  const at = step
    ? steps.findIndex((other) => isAsked(other) && answerKey(other) === answerKey(step))
    : steps.length
  const before = steps.slice(0, at).findLastIndex(isAsked)
  return steps.slice(before + 1, at)
}

/** Whether something stands in a group `result`: it is shown with the result, not before. */
export const isOfResult = ({ path }: Pick<Step, 'path'>): boolean => /\/result(\/|$)/.test(path)

/** The innermost heading a question stands under. */
export function sectionOf(session: Session, step: Asked): Step | undefined {
  return session
    .steps()
    .findLast(
      (other) => other.kind === 'group' && other.group.label && step.path.startsWith(`${other.path}/`),
    )
}
