import { DomainError } from '../../../shared/domain-error.ts'

/** Why something about a letter cannot be done; the code is the key of the sentence. */
export const correspondenceErrors = {
  gone: () => new DomainError('correspondence:errors.gone', {}, { isDone: true }),
  notYours: () => new DomainError('correspondence:errors.notYours'),
  ownersOnly: () => new DomainError('correspondence:errors.ownersOnly'),
  nothingWaits: () => new DomainError('correspondence:errors.nothingWaits', {}, { isDone: true }),
  alreadyTaken: () => new DomainError('correspondence:errors.alreadyTaken', {}, { isDone: true }),
}
