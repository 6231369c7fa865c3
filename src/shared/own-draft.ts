import { DomainError } from './domain-error.ts'

/** What can be wrong with a tap or a word about any draft. */
export const draftErrors = {
  answered: () => new DomainError('bot:drafts.answered', {}, { isDone: true }),
  chooseOne: () => new DomainError('bot:drafts.chooseOne'),
  notYours: () => new DomainError('bot:drafts.notYours'),
}

/** How a kind of draft says that it is not there any more, or laid aside. */
export interface ClosedDraft {
  gone(): DomainError
  paused(): DomainError
}

/** The draft of its author: a button forwarded to somebody else finds nothing, one that was left behind opens nothing. */
export function ownDraft<Draft extends { personId: number; isPaused: boolean }>(
  draft: Draft | undefined,
  personId: number,
  closed: ClosedDraft,
): Draft {
  if (!draft) throw closed.gone()
  if (draft.personId !== personId) throw draftErrors.notYours()
  if (draft.isPaused) throw closed.paused()
  return draft
}
