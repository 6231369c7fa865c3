import type { Part } from '../../bot/part.ts'
import { sayWhyWithdrawn } from './actions/withdraw-application.ts'
import type { CardCopies } from './chat/card-copies.ts'
import { withdrawingChat } from './chat/life/withdrawing.ts'
import { lifeWatch } from './chat/life/life-watch.ts'
import { offers } from './chat/life/offers.ts'
import type { Coordinators } from './chat/coordinators.ts'
import type { SeatsAreFree } from './chat/free-seats.ts'
import type { TellOutcome } from './chat/tell-outcome.ts'
import type { MomentStore } from './data/moment-store.ts'
import type { ActivitiesNeeds, Room } from './needs.ts'

export interface LifeNeeds extends Room, Pick<ActivitiesNeeds, 'homeTimeZone'> {
  moments: MomentStore
  copies: CardCopies
  coordinators: Coordinators
  tellOutcome: TellOutcome
  seatsAreFree: SeatsAreFree
}

/** What happens to an application after it has been handed in, but for the decision itself. */
export function openLife(needs: LifeNeeds): Part {
  const offered = offers(needs)
  return {
    watches: [
      lifeWatch({
        ...needs,
        comes: { offer_over: ({ applicationId }) => offered.isOver(applicationId ?? 0) },
      }),
    ],
    chats: [offered.composer, withdrawingChat({ ...needs, sayWhy: sayWhyWithdrawn(needs) })],
  }
}
