import { DomainError } from '../../shared/domain-error.ts'

/** What can be wrong with a tap or a word about any draft. */
export const draftErrors = {
  answered: () => new DomainError('bot:drafts.answered', {}, { isDone: true }),
  chooseOne: () => new DomainError('bot:drafts.chooseOne'),
  notYours: () => new DomainError('bot:drafts.notYours'),
}
