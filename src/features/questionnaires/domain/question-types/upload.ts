import type { QuestionType } from './question-type.ts'

/** A name by which the room finds the file; nothing is read out of it here. */
export const upload: QuestionType = (value) => (/^[\w:-]{1,200}$/.test(value) ? value : undefined)
