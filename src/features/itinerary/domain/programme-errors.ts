import { DomainError } from '../../../shared/domain-error.ts'
import { draftErrors } from '../../../shared/own-draft.ts'

/** What can be said against a change of a programme. Sentences: `locales/<language>/programme.json`. */
export const programmeErrors = {
  answered: draftErrors.answered,
  chooseOne: draftErrors.chooseOne,
  notYours: () => new DomainError('programme:errors.notYours'),
  gone: () => new DomainError('programme:errors.gone', {}, { isDone: true }),
  draftGone: () => new DomainError('programme:errors.draftGone', {}, { isDone: true }),
  notComplete: () => new DomainError('programme:errors.notComplete'),
  nothingChanged: () => new DomainError('programme:errors.nothingChanged'),
  textExpected: () => new DomainError('programme:errors.textExpected'),
  textLong: (said: { length: number; max: number }) => new DomainError('programme:errors.textLong', said),
  textShort: () => new DomainError('programme:errors.textShort'),
  whenUnreadable: (example: string) => new DomainError('programme:errors.whenUnreadable', { example }),
  dayMissing: (example: string) => new DomainError('programme:errors.dayMissing', { example }),
  hourMissing: (example: string) => new DomainError('programme:errors.hourMissing', { example }),
  hourSkipped: (said: { time: string; before: string; after: string }) =>
    new DomainError('programme:errors.hourSkipped', said),
  endBeforeStart: (said: { end: string; start: string; example: string }) =>
    new DomainError('programme:errors.endBeforeStart', said),
  outside: (said: { day: string; first: string; last: string }) =>
    new DomainError('programme:errors.outside', said),
  unknownZone: (typed: string) => new DomainError('programme:errors.unknownZone', { typed }),
  nearZone: (said: { typed: string; suggestion: string }) =>
    new DomainError('programme:errors.nearZone', said),
  unknownGroup: (said: { group: string; known: string }) =>
    new DomainError('programme:errors.unknownGroup', said),
  noGroups: (group: string) => new DomainError('programme:errors.noGroups', { group }),
  nearGroup: (said: { group: string; suggestion: string }) =>
    new DomainError('programme:errors.nearGroup', said),
  mixedAudience: (names: string) => new DomainError('programme:errors.mixedAudience', { names }),
  minutesUnreadable: () => new DomainError('programme:errors.minutesUnreadable'),
  notLate: () => new DomainError('programme:errors.notLate'),
}
