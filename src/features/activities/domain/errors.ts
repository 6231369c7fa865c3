import { DomainError } from '../../../shared/domain-error.ts'
import type { Closed } from './activity.ts'
import type { NoSeat } from './seats.ts'

/** The rules of this room that can say no. Sentences: `locales/<language>/activities.json`. */
export const activityErrors = {
  unknown: () => new DomainError('activities:errors.unknown'),
  notOpen: (because: Closed) => new DomainError(`activities:errors.notOpen.${because}`),
  answered: () => new DomainError('activities:errors.answered', {}, { isDone: true }),
  submitted: () => new DomainError('activities:errors.submitted', {}, { isDone: true }),
  draftGone: () => new DomainError('activities:errors.draftGone', {}, { isDone: true }),
  ownPhone: () => new DomainError('activities:errors.ownPhone'),
  paused: () => new DomainError('activities:errors.paused', {}, { isDone: true }),
  notYours: () => new DomainError('activities:errors.notYours'),
  ownApplication: () => new DomainError('activities:errors.ownApplication'),
  decidedAlready: (outcome: { state: string }, isDone = false) =>
    new DomainError(`activities:errors.decided.${outcome.state}`, {}, { isDone }),
  /** Somebody else was faster. */
  decidedBy: (outcome: { state: string; name: string }) =>
    new DomainError(`activities:errors.decidedBy.${outcome.state}`, { name: outcome.name }),
  tooLate: (because: 'cancelled' | 'over') => new DomainError(`activities:errors.tooLate.${because}`),
  reasonLength: (length: number, max: number) =>
    new DomainError(`activities:errors.${length < 3 ? 'reasonShort' : 'reasonLong'}`, { length, max }),
  chooseOne: () => new DomainError('activities:errors.chooseOne'),
  oneLanguage: () => new DomainError('activities:errors.oneLanguage'),
  textExpected: () => new DomainError('activities:errors.textExpected'),
  /** Taken back before; with a name, for somebody else. */
  withdrawn: (name?: string) =>
    name === undefined
      ? new DomainError('activities:trips.withdrawn', {}, { isDone: true })
      : new DomainError('activities:trips.withdrawnFor', { name }, { isDone: true }),
  isGone: () => new DomainError('life:whole.gone'),
  offerOver: () => new DomainError('activities:errors.offerOver'),
  nameChangeOver: () => new DomainError('activities:errors.nameChangeOver'),
  notBegun: () => new DomainError('activities:errors.notBegun'),
  notOver: () => new DomainError('activities:errors.notOver'),
  cannotWithdraw: () => new DomainError('activities:errors.cannotWithdraw'),
  noSeat: (because: NoSeat) => new DomainError(`activities:errors.noSeat.${because}`),
  nobodyYet: () => new DomainError('activities:errors.nobodyYet'),
  tooManyGroups: (max: number) => new DomainError('person:errors.tooManyGroups', { max }),
  tagLength: (max: number) => new DomainError('person:errors.tagLength', { max }),
  noteLength: (max: number) => new DomainError('person:errors.noteLength', { max }),
  tooManyNotes: (max: number) => new DomainError('person:errors.tooManyNotes', { max }),
  notByHand: () => new DomainError('person:errors.notByHand', {}, { isDone: true }),
  entryGone: () => new DomainError('person:errors.entryGone', {}, { isDone: true }),
  isThere: (name: string) => new DomainError('person:errors.isThere', { name }),
  hasStarted: () => new DomainError('person:errors.hasStarted', {}, { isDone: true }),
  noteGone: () => new DomainError('person:errors.noteGone', {}, { isDone: true }),
  refusedByFirm: () => new DomainError('activities:errors.refusedByFirm'),
  notStaged: () => new DomainError('activities:errors.notStaged', {}, { isDone: true }),
  nobodyMarked: () => new DomainError('activities:errors.nobodyMarked', {}, { isDone: true }),
  momentPast: () => new DomainError('activities:errors.momentPast'),
  dueDayPast: () => new DomainError('activities:errors.dueDayPast'),
  /** What was asked again is not asked any more: answered, or decided meanwhile. */
  notAskedAgain: () => new DomainError('activities:errors.notAskedAgain', {}, { isDone: true }),
  notComplete: () => new DomainError('activities:errors.notComplete'),
}

/** Whether a refusal says that the application has been decided before. */
export const isDecided = (error: unknown): error is DomainError =>
  error instanceof DomainError && /^activities:errors\.decided(By)?\./.test(error.code)
