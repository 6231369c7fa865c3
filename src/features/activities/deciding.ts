import type { Database } from '../../platform/database.ts'
import { decideApplication } from './actions/decide-application.ts'
import { decisions as openDecisions, type DecisionsNeeds } from './chat/deciding/decisions.ts'
import { rejecting as openRejecting } from './chat/deciding/rejecting.ts'
import { openRejectionNotes } from './data/rejection-notes.ts'
import type { Room } from './needs.ts'

export interface DecidingNeeds extends Room, Omit<DecisionsNeeds, keyof Room | 'decide'> {
  database: Pick<Database, 'db' | 'query'>
}

/** The decision about an application: approved, on the waiting list, or rejected with a reason. */
export function openDeciding(needs: DecidingNeeds) {
  const decide = decideApplication(needs)
  const decisions = openDecisions({ ...needs, decide })
  const notes = openRejectionNotes(needs.database, needs.clock)
  return { decide, decisions, notes, rejecting: openRejecting({ ...needs, notes, decisions }) }
}
