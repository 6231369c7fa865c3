import type { Choice, Question } from '../form.ts'

/** What an answer is checked against. */
export interface Asked {
  readonly question: Question
  /** What can be chosen just now; asked for only where it matters. */
  readonly choices: () => readonly Choice[]
}

/**
 * A kind of question: the value as it is kept, or undefined when it is no answer to such a question. A button may have been
 * forged or its choice may be gone, so what arrives is believed in no case.
 */
export type QuestionType = (value: string, asked: Asked) => string | undefined
