import { DomainError } from '../../../shared/domain-error.ts'

/** What lists refuse. Sentences: `locales/<language>/reports.json`. */
export const reportErrors = {
  gone: () => new DomainError('reports:errors.gone'),
  notYours: () => new DomainError('reports:errors.notYours'),
  notForPartners: () => new DomainError('reports:errors.notForPartners'),
  nobody: () => new DomainError('reports:errors.nobody'),
  nothingTold: () => new DomainError('reports:errors.nothingTold'),
}
