import { DomainError } from '../../../shared/domain-error.ts'

/** What can be said against a tap below a file. Sentences: `locales/<language>/uploads.json`. */
export const uploadErrors = {
  /** The key that its content was sealed with is not there any more. */
  sendAgain: () => new DomainError('uploads:errors.sendAgain'),
  publishedAlready: () => new DomainError('uploads:published.already'),
  discardedAlready: () => new DomainError('uploads:discardedAlready'),
}
