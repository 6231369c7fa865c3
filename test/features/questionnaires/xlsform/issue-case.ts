import type { FormSentence } from '../../../../src/features/questionnaires/domain/xlsform/sentences.ts'
import { question, yesNo, type Rows } from './books.ts'

/** A form with one thing wrong in it, and where that is said to be. */
export interface Case {
  readonly sentence: FormSentence
  /** Place and text, as `briefly` has them behind the code. */
  readonly at: string
  readonly survey: Rows
  readonly other?: Record<string, Rows>
}

export const asked = question()
export const select = question({ type: 'select_one yes_no', name: 'exports', label: 'Do you?' })
export const withChoices = { choices: yesNo }
