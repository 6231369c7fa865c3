import { stepNames, type Answers, type Application, type StepName } from './application.ts'

/** What decides which steps there are. */
export interface Asked {
  application: Pick<Application, 'answers' | 'firmId' | 'changing' | 'filledBy'>
  /** Only trips need the passport's spelling. */
  isTrip: boolean
}

/** The step to ask now: the one being changed, else the first without an answer; then the summary. */
export function currentStep({ application, isTrip }: Asked): StepName | 'summary' {
  if (application.changing) return application.changing
  return applicableSteps({ application, isTrip }).find((step) => !isAnswered(step, application)) ?? 'summary'
}

/** The steps that apply: those of a new firm only while one is being told about. */
export function applicableSteps({ application, isTrip }: Asked): StepName[] {
  const { firmId, filledBy, answers } = application
  const newFirm = firmId === null ? answers.newFirm : undefined
  const steps = stepNames.filter((step) => {
    // Who applies for a colleague does not read the notice in their place.
    if (step === 'notice') return filledBy === null
    if (step === 'passport') return isTrip
    if (step === 'firm') return true
    if (step === 'firmKnown') return newFirm?.perhaps?.because === 'name'
    return step.startsWith('firm') ? newFirm !== undefined : true
  })
  if (newFirm?.perhaps?.because !== 'tax') return steps
  // Which firm has the number is asked after the number, so that the way back leads to it.
  return steps.flatMap((step) => (step === 'firmTax' ? [step, 'firmKnown'] : [step]))
}

/** The step before this one, to go back to; `undefined` at the first. */
export function stepBefore(step: StepName | 'summary', asked: Asked): StepName | undefined {
  const steps: StepName[] = applicableSteps(asked).filter((name) => name !== 'notice')
  const at = step === 'summary' ? steps.length : steps.indexOf(step)
  return at > 0 ? steps[at - 1] : undefined
}

/**
 * How far somebody is: "3/8". A question keeps its place once it has been asked, and what was known before is not
 * counted, so the place only grows, and the total changes only with what applies.
 */
export function progressOf(step: StepName, asked: Asked): { at: number; of: number } {
  const { application } = asked
  const steps = applicableSteps(asked)
  const answered = steps.filter((name) => isAnswered(name, application))
  const trail = application.answers.asked ?? answered
  const soFar = trail.includes(step) ? trail : [...trail, step]
  const toCome = steps.filter((name) => !soFar.includes(name) && !answered.includes(name))
  return { at: soFar.indexOf(step) + 1, of: soFar.length + toCome.length }
}

/** Whether a step can be left without an answer. */
export const isOptional = (step: StepName): boolean => step === 'wishes' || step === 'firmTax'

function isAnswered(step: StepName, { answers, firmId }: Pick<Application, 'answers' | 'firmId'>): boolean {
  const firm = answers.newFirm
  const answered: Record<StepName, unknown> = {
    notice: answers.notice,
    firm: firmId ?? firm,
    firmName: firm?.isNamed,
    firmCountry: firm?.country,
    firmKnown: firm?.perhaps ? undefined : true,
    firmCity: firm?.city,
    firmCluster: firm?.cluster,
    firmTax: firm?.taxNumber,
    name: answers.givenNames !== undefined && answers.surname ? true : undefined,
    passport: answers.passport,
    position: answers.position,
    phone: answers.phone,
    email: answers.email,
    languages: answers.isLanguagesDone,
    interpreter: answers.interpreter,
    wishes: answers.wishes,
  }
  // `null` is an answer: skipped.
  return answered[step] !== undefined && (step !== 'firm' || answered[step] !== null)
}

/** What goes when a step is asked again from the beginning. */
export function withoutAnswer(step: StepName, answers: Answers): Answers {
  if (step === 'passport') {
    const { passport: _passport, ...others } = answers
    return others
  }
  if (step !== 'firm') return answers
  const { firmQuery: _query, newFirm: _firm, ...others } = answers
  return others
}
