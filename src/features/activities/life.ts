import type { Part } from '../../bot/part.ts'
import { sayWhyWithdrawn } from './actions/withdraw-application.ts'
import type { CardCopies } from './chat/deciding/card-copies.ts'
import { withdrawingChat } from './chat/life/withdrawing.ts'
import type { Announcements } from './chat/announcements.ts'
import { whole } from './chat/life/whole.ts'
import type { ParticipantStore } from './data/participants/participant-store.ts'
import { sendingBack } from './chat/life/sending-back.ts'
import { sentBackWatch } from './chat/life/sent-back-watch.ts'
import { replacing } from './chat/life/replacing.ts'
import { coming } from './chat/life/coming.ts'
import { activityBegins } from './chat/life/activity-begins.ts'
import { tripEnd } from './chat/life/trip-end.ts'
import { lifeWatch, type LifeWatchNeeds } from './chat/life/life-watch.ts'
import { offers } from './chat/life/offers.ts'
import type { Coordinators } from './chat/deciding/coordinators.ts'
import type { SeatsAreFree } from './chat/deciding/free-seats.ts'
import type { TellOutcome } from './chat/deciding/tell-outcome.ts'
import type { SentBackStore } from './data/life/sent-back-store.ts'
import type { MomentStore } from './data/life/moment-store.ts'
import type { ActivitiesNeeds, Room } from './needs.ts'

export interface LifeNeeds
  extends Room, Pick<ActivitiesNeeds, 'homeTimeZone' | 'attended' | 'forgetTravel' | 'botUsername'> {
  moments: MomentStore
  sentBacks: SentBackStore
  participants: ParticipantStore
  copies: CardCopies
  coordinators: Coordinators
  tellOutcome: TellOutcome
  seatsAreFree: SeatsAreFree
  announced: Announcements
  /** What was kept to be announced at a moment is announced. */
  announce(activityId: number): Promise<void>
}

/** What happens to an application after it has been handed in, but for the decision itself. */
export function openLife(needs: LifeNeeds): Part {
  const offered = offers(needs)
  const confirming = coming(needs)
  const ending = tripEnd(needs)
  const all = whole(needs)
  const asked = sentBackWatch(needs)
  const begins = activityBegins(needs)
  const comes: LifeWatchNeeds['comes'] = {
    offer_over: ({ applicationId }) => offered.isOver(applicationId ?? 0),
    ask_coming: ({ applicationId }) => confirming.ask(applicationId ?? 0),
    ask_coming_again: ({ applicationId }) => confirming.ask(applicationId ?? 0),
    info_reminder: ({ applicationId }) => asked.remind(applicationId ?? 0),
    info_over: ({ applicationId }) => asked.isOver(applicationId ?? 0),
    coming_silent: ({ activityId }) => confirming.isSilent(activityId),
    no_show_word: ({ applicationId }) => ending.writeToMissing(applicationId ?? 0),
    keep_again: ({ applicationId }) => all.askAgain(applicationId ?? 0),
    keep_silent: ({ activityId }) => all.isSilent(activityId),
    announce: ({ activityId }) => needs.announce(activityId),
    minimum: ({ activityId }) => all.isTooSmall(activityId),
    decide: ({ activityId }) => all.isUndecided(activityId),
    begun: ({ activityId }) => begins(activityId),
    ended: ({ activityId }) => ending.hasEnded(activityId),
  }
  return {
    watches: [lifeWatch({ ...needs, comes })],
    chats: [
      offered.composer,
      confirming.composer,
      ending.composer,
      all.composer,
      sendingBack(needs),
      replacing(needs),
      withdrawingChat({ ...needs, sayWhy: sayWhyWithdrawn(needs) }),
    ],
  }
}
