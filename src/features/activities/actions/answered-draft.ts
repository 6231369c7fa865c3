import type { Answers, Application, StepName } from '../domain/application.ts'
import { presentText } from '../domain/present-answer.ts'
import { currentStep } from '../domain/steps.ts'
import type { Told } from './answer-firm.ts'
import type { Raw } from './read-answer.ts'

/** What has been answered joins the trail of what was asked; what stays open does not yet. */
export function asAsked(step: StepName, told: Told, { answers: { asked } }: Application): Told {
  return told.changing === step || !asked || asked.includes(step)
    ? told
    : { ...told, answers: { ...told.answers, asked: [...asked, step] } }
}

/** What was left half answered is asked from its beginning. */
export const reopened = ({ answers }: Application, step?: StepName): { answers: Answers } => ({
  answers: {
    ...answers,
    phoneReadings: undefined,
    emailReadings: undefined,
    passportReading: undefined,
    ...(step === 'languages' ? { isLanguagesDone: false } : {}),
  },
})

/** The answer that was there stays: by its button, and by a skip, which takes nothing away. */
export const isKept = (raw: Raw, { changing, answers }: Application): boolean =>
  changing !== null &&
  ((raw.kind === 'choice' && raw.value === 'keep') ||
    (raw.kind === 'skip' && presentText(changing, answers) !== undefined))

/** With everything answered there is no way back to how it was before. */
export function settledIf(isTrip: boolean, draft: Application, told: Told): Told {
  if (!told.answers.before || currentStep({ application: { ...draft, ...told }, isTrip }) !== 'summary')
    return told
  const { before: _before, ...answers } = told.answers
  return { ...told, answers }
}
