import type { Answers, StepName } from './application.ts'

/** What has been written for a step whose answer is a text; it is shown when the step is asked again. */
export function presentText(step: StepName, answers: Answers): string | undefined {
  const firm = answers.newFirm
  switch (step) {
    case 'firmName':
      return firm?.isNamed ? firm.name : undefined
    case 'firmCity':
      return firm?.city
    case 'firmTax':
      return firm?.taxNumber ?? undefined
    case 'position':
    case 'phone':
    case 'email':
    case 'wishes':
      return answers[step] ?? undefined
    default:
      return undefined
  }
}
