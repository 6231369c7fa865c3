import type { Part } from '../../bot/part.ts'
import { mustRun } from './actions/must-run.ts'
import { stageDecisions } from './actions/life/stage-decisions.ts'
import type { Decided, Decision } from './actions/decide-application.ts'
import type { CardCopies } from './chat/deciding/card-copies.ts'
import type { Cards } from './chat/deciding/cards.ts'
import type { Coordinators } from './chat/deciding/coordinators.ts'
import { announcingChat } from './chat/several/announcing.ts'
import { markingChat } from './chat/several/marking.ts'
import { ownReasonChat } from './chat/several/own-reason.ts'
import { stagingChat } from './chat/several/staging.ts'
import type { TellOutcome } from './chat/deciding/tell-outcome.ts'
import type { DeskPage } from './data/desk/desk-page.ts'
import type { MomentStore } from './data/life/moment-store.ts'
import type { StagingStore } from './data/life/staging-store.ts'
import type { Activity } from './domain/activity.ts'
import type { Room } from './needs.ts'

export interface SeveralNeeds extends Room {
  moments: MomentStore
  deskPage: DeskPage
  staging: StagingStore
  decide(applicationId: number, byPersonId: number, decision: Decision): Promise<Decided>
  cards: Cards
  copies: CardCopies
  coordinators: Coordinators
  tellOutcome: TellOutcome
}

/** Decisions that are kept to be announced together, and several applications decided at once. */
export function openSeveral(needs: SeveralNeeds): Part & { announce(activityId: number): Promise<void> } {
  const { activities, people } = needs

  /** Only who decides about the activity. */
  const theirs = async (activityId: number, byPersonId: number): Promise<Activity> =>
    mustRun(people, await activities.read(activityId), byPersonId, 'decideApplications')

  const staged = stageDecisions(needs)
  const announcing = announcingChat({ ...needs, theirs })
  return {
    chats: [
      stagingChat({ ...needs, staged }),
      markingChat({ ...needs, staged, theirs }),
      ownReasonChat({ ...needs, staged, theirs }),
      announcing.composer,
    ],
    announce: announcing.goOn,
  }
}
