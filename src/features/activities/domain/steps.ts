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
  const isMakingFirm = application.firmId === null && application.answers.newFirm !== undefined
  return stepNames.filter((step) => {
    // Who applies for a colleague does not read the notice in their place.
    if (step === 'notice') return application.filledBy === null
    if (step === 'passport') return isTrip
    if (step === 'firm') return true
    return step.startsWith('firm') ? isMakingFirm : true
  })
}

/** The step before this one, to go back to; `undefined` at the first. */
export function stepBefore(step: StepName | 'summary', asked: Asked): StepName | undefined {
  const steps: StepName[] = applicableSteps(asked).filter((name) => name !== 'notice')
  const at = step === 'summary' ? steps.length : steps.indexOf(step)
  return at > 0 ? steps[at - 1] : undefined
}

/** How far somebody is: "3/8". */
export function progressOf(step: StepName, asked: Asked): { at: number; of: number } {
  const steps = applicableSteps(asked)
  return { at: steps.indexOf(step) + 1, of: steps.length }
}

/** Whether a step can be left without an answer. */
export const isOptional = (step: StepName): boolean => step === 'wishes' || step === 'firmTax'

function isAnswered(step: StepName, { answers, firmId }: Pick<Application, 'answers' | 'firmId'>): boolean {
  const firm = answers.newFirm
  const answered: Record<StepName, unknown> = {
    notice: answers.notice,
    firm: firmId ?? firm,
    firmCountry: firm?.country,
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
