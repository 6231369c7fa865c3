import { questionnaireErrors } from './errors.ts'
import { holderOf, type Filled } from './questionnaire.ts'

/** The draft, if this person has it open; a button forwarded to somebody else finds nothing. */
export function heldDraft(draft: Filled | undefined, personId: number): Filled {
  if (!draft) throw questionnaireErrors.notYours()
  // A firm's draft is answered by one at a time; whoever opens it goes on where the other was.
  if (holderOf(draft) !== personId) throw whoHasIt(draft, personId)
  if (draft.state === 'withdrawn' && draft.section !== null) throw questionnaireErrors.sectionTakenBack()
  if (draft.state !== 'draft') throw questionnaireErrors.submitted()
  // The way back to a paused draft leads over the list, not over a button that was left behind.
  if (draft.isPaused) throw questionnaireErrors.paused()
  return draft
}

function whoHasIt({ firmId, filledBy, personId }: Filled, whose: number) {
  const isConcerned = firmId !== null || personId === whose
  if (filledBy !== null && isConcerned) return questionnaireErrors.withCoordinator()
  return firmId === null ? questionnaireErrors.notYours() : questionnaireErrors.withColleague()
}
