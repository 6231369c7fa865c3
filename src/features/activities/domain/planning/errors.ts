import { DomainError } from '../../../../shared/domain-error.ts'

/** The rules of planning that can say no. Sentences: `locales/<language>/planning.json`. */
export const planningErrors = {
  titleShort: () => new DomainError('planning:errors.titleShort'),
  titleLong: (size: { length: number; max: number }) => new DomainError('planning:errors.titleLong', size),
  placeShort: () => new DomainError('planning:errors.placeShort'),
  placeLong: (size: { length: number; max: number }) => new DomainError('planning:errors.placeLong', size),
  otherLanguage: (typed: string) => new DomainError('planning:errors.otherLanguage', { typed }),
  dateUnreadable: () => new DomainError('planning:errors.dateUnreadable'),
  datePast: () => new DomainError('planning:errors.datePast'),
  endBeforeStart: () => new DomainError('planning:errors.endBeforeStart'),
  hoursUnreadable: () => new DomainError('planning:errors.hoursUnreadable'),
  hoursBackwards: () => new DomainError('planning:errors.hoursBackwards'),
  seatsUnreadable: () => new DomainError('planning:errors.seatsUnreadable'),
  deadlineUnreadable: () => new DomainError('planning:errors.deadlineUnreadable'),
  deadlinePast: () => new DomainError('planning:errors.deadlinePast'),
  deadlineAfterStart: () => new DomainError('planning:errors.deadlineAfterStart'),
  nothingChanged: () => new DomainError('planning:errors.nothingChanged'),
  paused: () => new DomainError('planning:errors.paused', {}, { isDone: true }),
  byWorkbook: () => new DomainError('planning:errors.byWorkbook'),
}
