import type { Part } from '../../bot/part.ts'
import { sayWhyWithdrawn } from './actions/withdraw-application.ts'
import type { CardCopies } from './chat/card-copies.ts'
import { withdrawingChat } from './chat/life/withdrawing.ts'
import type { Room } from './needs.ts'

export interface LifeNeeds extends Room {
  copies: CardCopies
}

/** What happens to an application after it has been handed in, but for the decision itself. */
export function openLife(needs: LifeNeeds): Part {
  return {
    chats: [withdrawingChat({ ...needs, sayWhy: sayWhyWithdrawn(needs) })],
  }
}
