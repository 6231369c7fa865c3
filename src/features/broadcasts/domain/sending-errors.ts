import { DomainError } from '../../../shared/domain-error.ts'

/** Why something cannot be done with a broadcast. */
export const sendingErrors = {
  gone: () => new DomainError('sending:errors.gone'),
  notYours: () => new DomainError('sending:errors.notYours'),
  recalled: () => new DomainError('sending:errors.recalled'),
  hasLeft: () => new DomainError('sending:errors.hasLeft'),
  answersOver: () => new DomainError('sending:errors.answersOver'),
  isOver: () => new DomainError('sending:errors.isOver'),
}
