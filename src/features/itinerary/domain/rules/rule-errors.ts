import { DomainError } from '../../../../shared/domain-error.ts'

/** What can be said against a change of a reminder rule. Sentences: `locales/<language>/rules.json`. */
export const ruleErrors = {
  draftGone: () => new DomainError('rules:errors.draftGone', {}, { isDone: true }),
  isSo: () => new DomainError('rules:errors.isSo'),
  minutesUnreadable: () => new DomainError('rules:errors.minutesUnreadable'),
  minutesMany: (most: number) => new DomainError('rules:errors.minutesMany', { most }),
  minutesFar: (most: number) => new DomainError('rules:errors.minutesFar', { most }),
  leadUnreadable: (between: { min: number; max: number }) =>
    new DomainError('rules:errors.leadUnreadable', between),
  hourUnreadable: (between: { from: string; to: string }) =>
    new DomainError('rules:errors.hourUnreadable', between),
  daysUnreadable: (between: { min: number; max: number }) =>
    new DomainError('rules:errors.daysUnreadable', between),
}
