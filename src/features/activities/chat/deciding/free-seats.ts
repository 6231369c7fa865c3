import type { MoveUp } from '../../actions/move-up.ts'
import type { Activity } from '../../domain/activity.ts'
import type { CardCopies } from './card-copies.ts'
import type { Coordinators } from './coordinators.ts'
import type { TellOutcome } from './tell-outcome.ts'

export interface FreeSeatsNeeds {
  moveUp: MoveUp
  tellOutcome: TellOutcome
  copies: CardCopies
  coordinators: Pick<Coordinators, 'hearOfFreeSeats'>
}

export type SeatsAreFree = ReturnType<typeof freeSeats>

/** Seats have become free: those who wait go first, by themselves or, where people decide, by a coordinator's tap. */
export function freeSeats({ moveUp, tellOutcome, copies, coordinators }: FreeSeatsNeeds) {
  return async (activity: Activity): Promise<void> => {
    for (const decided of await moveUp(activity.id)) {
      await tellOutcome(decided)
      await copies.refresh(decided.application, decided.activity)
    }
    await coordinators.hearOfFreeSeats(activity)
  }
}
