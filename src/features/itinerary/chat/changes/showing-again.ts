import type { Watch } from '../../../../bot/keep-watch.ts'
import type { ChangeCards } from '../../data/changes/change-cards.ts'
import type { StandingCards } from './standing-cards.ts'

export interface ShowingAgainNeeds {
  cards: Pick<ChangeCards, 'nextDue' | 'claim'>
  showCards: StandingCards
}

/** Shows how changes stand, once for all who have said within seconds that they have seen them. */
export function showingAgain({ cards, showCards }: ShowingAgainNeeds): Watch {
  return {
    name: 'itinerary.change-cards',
    nextDue: () => cards.nextDue(),
    async work(now) {
      const activityIds = await cards.claim(now)
      for (const id of activityIds) await showCards(id, { isFresh: false })
      return activityIds.length > 0
    },
  }
}
