import { DomainError } from '../../../shared/domain-error.ts'
import type { Closed } from './activity.ts'
import type { NoSeat } from './seats.ts'

/** The rules of this room that can say no. Sentences: `locales/<language>/activities.json`. */
export const activityErrors = {
  unknown: () => new DomainError('activities:errors.unknown'),
  notOpen: (because: Closed) => new DomainError(`activities:errors.notOpen.${because}`),
  answered: () => new DomainError('activities:errors.answered'),
  submitted: () => new DomainError('activities:errors.submitted'),
  ownPhone: () => new DomainError('activities:errors.ownPhone'),
  paused: () => new DomainError('activities:errors.paused'),
  notYours: () => new DomainError('activities:errors.notYours'),
  ownApplication: () => new DomainError('activities:errors.ownApplication'),
  decidedAlready: (outcome: { state: string }) =>
    new DomainError(`activities:errors.decided.${outcome.state}`),
  chooseOne: () => new DomainError('activities:errors.chooseOne'),
  oneLanguage: () => new DomainError('activities:errors.oneLanguage'),
  textExpected: () => new DomainError('activities:errors.textExpected'),
  firmNameShort: () => new DomainError('activities:errors.firmNameShort'),
  cannotWithdraw: () => new DomainError('activities:errors.cannotWithdraw'),
  noSeat: (because: NoSeat) => new DomainError(`activities:errors.noSeat.${because}`),
  notComplete: () => new DomainError('activities:errors.notComplete'),
}
