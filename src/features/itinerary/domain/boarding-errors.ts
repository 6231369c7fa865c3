import { DomainError } from '../../../shared/domain-error.ts'

/** What can be said against being ticked. Sentences: `locales/<language>/boarding.json`. */
export const boardingErrors = {
  gone: () => new DomainError('boarding:errors.gone', {}, { isDone: true }),
  notYours: () => new DomainError('boarding:errors.notYours'),
  notForYou: () => new DomainError('boarding:errors.notForYou'),
  early: (said: { title: string; time: string }) => new DomainError('boarding:errors.early', said),
  over: (title: string) => new DomainError('boarding:errors.over', { title }),
  cancelled: (title: string) => new DomainError('boarding:errors.cancelled', { title }),
  nothingOpen: () => new DomainError('boarding:errors.nothingOpen'),
  nobodyYet: () => new DomainError('boarding:errors.nobodyYet', {}, { isDone: true }),
  unknownCode: () => new DomainError('boarding:errors.unknownCode'),
  noDay: () => new DomainError('boarding:errors.noDay'),
  justAsked: () => new DomainError('boarding:errors.justAsked', {}, { isDone: true }),
  nobodyMissing: () => new DomainError('boarding:errors.nobodyMissing', {}, { isDone: true }),
}
