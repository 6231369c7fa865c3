import { DomainError } from '../../../../shared/domain-error.ts'

/** Why something cannot be done with what was sent. */
export const afterwardsErrors = {
  gone: () => new DomainError('afterwards:errors.gone', {}, { isDone: true }),
  paused: () => new DomainError('afterwards:errors.paused'),
  notSent: () => new DomainError('afterwards:errors.notSent'),
  recalled: () => new DomainError('afterwards:errors.recalled'),
  nothingChanged: () => new DomainError('afterwards:errors.nothingChanged'),
  languageMissing: () => new DomainError('afterwards:errors.languageMissing'),
  captionLong: (max: number) => new DomainError('afterwards:errors.captionLong', { max }),
  fieldEmpty: (field: string, count: number) =>
    new DomainError('afterwards:errors.fieldEmpty', { field, count }),
  tooOld: () => new DomainError('afterwards:errors.tooOld'),
}
