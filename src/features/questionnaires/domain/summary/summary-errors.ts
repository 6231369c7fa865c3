import { DomainError } from '../../../../shared/domain-error.ts'

const refusal =
  (name: string, { isDone = false } = {}) =>
  () =>
    new DomainError(`formsummary:errors.${name}`, {}, { isDone })

/** What can be said against looking at results one by one. Sentences: `locales/<language>/formsummary.json`. */
export const summaryErrors = {
  /** What was said in an anonymous questionnaire belongs to nobody. */
  noCards: refusal('noCards'),
  /** Erased, withdrawn, or no response of this questionnaire. */
  gone: refusal('gone'),
  /** It is still being fetched from Telegram, or was too large for that. */
  fileNotHere: refusal('fileNotHere'),
  /** The form has changed, and has no question at this place. */
  noQuestion: refusal('noQuestion'),
  /** The picture was ordered by a tap before. */
  underWay: refusal('underWay', { isDone: true }),
}
