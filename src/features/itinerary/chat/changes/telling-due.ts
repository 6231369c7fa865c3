import type { Watch } from '../../../../bot/keep-watch.ts'
import { priorities } from '../../../../bot/messenger.ts'
import type { LookAtChanges, Telling } from '../../actions/look-at-changes.ts'
import type { ChangeStanding } from '../../data/changes/change-standing.ts'
import type { Ringing } from '../../data/changes/ringing.ts'
import type { PendingChanges } from '../../data/changes/pending-changes.ts'
import type { Delivering, Letter } from '../delivering.ts'
import { changeMessage } from './change-message.ts'
import type { StandingCards } from './standing-cards.ts'

export interface TellingNeeds {
  pending: Pick<PendingChanges, 'nextDue' | 'claim'>
  look: LookAtChanges
  rings: Pick<Ringing, 'supersede'>
  standing: Pick<ChangeStanding, 'wasToldSince'>
  showCards: StandingCards
  deliver: Delivering
}

/** Changes that are told within these minutes stand on the same card of the coordinators. */
const minutesOfOneCard = 3

/** Tells people what has changed for them, all of it in one message, once nothing more is expected. */
export function tellingDue({ pending, look, rings, standing, showCards, deliver }: TellingNeeds): Watch {
  return {
    name: 'itinerary.changes',
    nextDue: () => pending.nextDue(),
    async work(now) {
      const due = await pending.claim(now)
      if (due.length === 0) return false
      const tellings = await look(due, now)
      const letters = tellings.map((telling) => letterOf(telling, now))
      await rings.supersede(letters)
      const activityIds = [...new Set(letters.map(({ activityId }) => activityId))]
      const first = new Set<number>()
      for (const id of activityIds)
        if (!(await standing.wasToldSince(id, now.subtract({ minutes: minutesOfOneCard })))) first.add(id)
      await deliver(letters)
      const next = await pending.nextDue()
      const isMore = next !== undefined && Temporal.Instant.compare(next, now) <= 0
      // Of many portions the first one brings the card, and the last one says how it has ended.
      for (const id of activityIds)
        if (first.has(id) || !isMore) await showCards(id, { isFresh: first.has(id) })
      return true
    },
  }
}

/** The letter in which one person is told what has changed. */
function letterOf(telling: Telling, now: Temporal.Instant): Letter {
  const { activity, traveller, news, urgency } = telling
  return {
    activityId: activity.id,
    personId: traveller.personId,
    kind: 'change',
    itemIds: news.map(({ itemId }) => itemId),
    needsSeen: urgency.needsSeen,
    ...(urgency.ringsAgainAt ? { ringsAgainAt: urgency.ringsAgainAt } : {}),
    priority: urgency.isUrgent ? priorities.urgent : priorities.normal,
    say: (words, deliveryId) => changeMessage(words, telling, { deliveryId, now }),
  }
}
