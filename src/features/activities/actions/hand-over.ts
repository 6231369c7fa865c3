import type { ClosingStore } from '../data/closing/closing-store.ts'
import type { ParticipantStore } from '../data/participants/participant-store.ts'
import type { PlanDraftStore } from '../data/planning/plan-draft-store.ts'
import type { NoteStore } from '../data/person/note-store.ts'
import type { SentBackStore } from '../data/life/sent-back-store.ts'
import type { RejectionNotes } from '../data/rejection-notes.ts'
import type { Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { twoPersons, type Pair, type TwoPersonsNeeds } from './two-persons.ts'
import type { ApplicationState } from '../domain/life-cycle.ts'

export interface HandOverNeeds extends TwoPersonsNeeds {
  participants: Pick<ParticipantStore, 'inherit'>
  drafts: Pick<PlanDraftStore, 'handOver'>
  notes: Pick<RejectionNotes, 'handOver'>
  sentBacks: Pick<SentBackStore, 'closeChoice'>
  closings: Pick<ClosingStore, 'handOver'>
  personNotes: Pick<NoteStore, 'handOver'>
}

/** Of two applications for one activity, which one stands and which has given way. */
export interface Settled {
  activity: Activity
  kept: Application
  other: Application
  /** Where the other one stood. */
  from: ApplicationState
}

export interface HandedOver {
  settled: Settled[]
  /** A plan of an activity has given way to the one that was there. */
  hasLostPlan: boolean
}

/** The more somebody has reached, the more they would lose. */
const strength: readonly ApplicationState[] = [
  'draft',
  'info_requested',
  'submitted',
  'waitlisted',
  'offered',
  'on_hold',
  'approved',
  'no_show',
  'completed',
]

/**
 * Two persons turn out to be one: everything of the first becomes the second's. Where both have applied for the same, the
 * one that has come further stands; of two alike the second's, of two on the waiting list the one before.
 */
export function handingOver(needs: HandOverNeeds) {
  const { applications, participants, drafts, notes, closings, personNotes, sentBacks } = needs
  const two = twoPersons(needs)

  async function settle(
    { activity, theirs, own }: Pair & { own: Application },
    personId: number,
  ): Promise<Settled> {
    const [kept, other] = (await comesBefore(theirs, own)) ? [theirs, own] : [own, theirs]
    await participants.inherit(other.id, kept.id)
    const gone = await giveUp(other, personId)
    return {
      activity,
      kept: kept === theirs ? await two.give(kept, personId) : kept,
      other: gone,
      from: other.state,
    }
  }

  async function giveUp(other: Application, personId: number): Promise<Application> {
    if (other.state !== 'draft') return two.takeBack(other, personId)
    await applications.remove(other.id)
    return other
  }

  async function comesBefore(theirs: Application, own: Application): Promise<boolean> {
    if (theirs.state !== own.state) return strength.indexOf(theirs.state) > strength.indexOf(own.state)
    if (own.state !== 'waitlisted') return false
    return (await applications.waitingPosition(theirs)) < (await applications.waitingPosition(own))
  }

  return async (fromPersonId: number, toPersonId: number): Promise<HandedOver> => {
    const settled: Settled[] = []
    const pairs = await two.lockedPairs(fromPersonId, toPersonId)
    await two.fillGaps(fromPersonId, toPersonId)
    for (const pair of pairs) {
      if (pair.own) settled.push(await settle({ ...pair, own: pair.own }, toPersonId))
      else await two.give(pair.theirs, toPersonId)
    }
    await applications.handOverFilledIn(fromPersonId, toPersonId)
    const hasLostPlan = await drafts.handOver(fromPersonId, toPersonId)
    await notes.handOver(fromPersonId, toPersonId)
    // What was being chosen is chosen anew, in a few taps.
    await sentBacks.closeChoice(fromPersonId)
    await closings.handOver(fromPersonId, toPersonId)
    await personNotes.handOver(fromPersonId, toPersonId)
    return { settled, hasLostPlan }
  }
}
