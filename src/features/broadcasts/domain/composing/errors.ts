import { DomainError } from '../../../../shared/domain-error.ts'

/** What can be wrong while a broadcast is written. */
export const composingErrors = {
  gone: () => new DomainError('composing:errors.gone', {}, { isDone: true }),
  paused: () => new DomainError('composing:errors.paused'),
  onItsWay: () => new DomainError('composing:errors.onItsWay', {}, { isDone: true }),
  notYours: () => new DomainError('composing:errors.notYours'),
  wholeHouseOnly: () => new DomainError('composing:errors.wholeHouseOnly'),
  onlyCoordinators: () => new DomainError('composing:errors.onlyCoordinators'),
  unsupported: () => new DomainError('composing:errors.unsupported'),
  textExpected: () => new DomainError('composing:errors.textExpected'),
  contentExpected: () => new DomainError('composing:errors.contentExpected'),
  textLong: (length: number, max: number) => new DomainError('composing:errors.textLong', { length, max }),
  momentUnreadable: () => new DomainError('composing:errors.momentUnreadable'),
  whenPassed: () => new DomainError('composing:errors.whenPassed'),
  usefulBefore: () => new DomainError('composing:errors.usefulBefore'),
  untilBefore: () => new DomainError('composing:errors.untilBefore'),
  answersMany: (count: number, max: number) =>
    new DomainError('composing:errors.answersMany', { count, max }),
  answersOther: (count: number, wanted: number) =>
    new DomainError('composing:errors.answersOther', { count, wanted }),
  unknownField: (name: string) => new DomainError('composing:errors.unknownField', { name }),
  notFound: (text: string) => new DomainError('addressing:errors.notFound', { text }),
  nobody: () => new DomainError('composing:errors.nobody'),
}
