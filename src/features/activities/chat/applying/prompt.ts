import type { Choices } from '../../../../bot/drafts/question-view.ts'
import type { StepScene } from './step-view.ts'

/** What a step says and what can be tapped. */
export interface Prompt extends Choices {
  text: string
  /** Something has been answered already; then there is nothing to skip. */
  hasAnswer?: boolean
  /** Offers to share the phone's own number. */
  sharesPhone?: boolean
}

/** The question, about oneself or about the colleague one applies for. */
export const question = (
  step: 'passport' | 'position' | 'email' | 'languages' | 'interpreter' | 'wishes',
  { words, application }: StepScene,
): string => words(`activities:steps.${step}.${application.filledBy === null ? 'ask' : 'askColleague'}`)
