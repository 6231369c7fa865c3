import type { Chat } from '../../../bot/context.ts'
import type { handingOver, Settled } from '../actions/hand-over.ts'
import { titleOf } from '../domain/activity.ts'
import { referenceOf } from '../domain/application.ts'
import { screenOf } from './applying/applying.ts'
import type { Coordinators } from './deciding/coordinators.ts'
import type { SeatsAreFree } from './deciding/free-seats.ts'
import type { Standings } from './standings.ts'
import { seated } from '../domain/life-cycle.ts'

export interface MovesNeeds {
  handOver: ReturnType<typeof handingOver>
  coordinators: Pick<Coordinators, 'hearOfWithdrawal'>
  seatsAreFree: SeatsAreFree
  standings: Standings
}

/** Somebody's new account was a person of its own: what both had going is one, and everybody concerned hears of it. */
export function moves({ handOver, coordinators, seatsAreFree, standings }: MovesNeeds) {
  async function tellSettled(opened: Chat, { activity, kept, other, from }: Settled): Promise<void> {
    const { words } = opened
    if (from === 'draft') {
      opened.leave(screenOf(other.id))
      await opened.conversation.exitAll()
      opened.tell({
        text: words('activities:claimed.draftGone', { title: titleOf(activity, words.language) }),
      })
      return
    }
    opened.tell({
      text: words('activities:claimed.kept', {
        kept: referenceOf(activity.code, kept.number),
        other: referenceOf(activity.code, other.number),
      }),
    })
    await coordinators.hearOfWithdrawal(other, activity)
    if (seated.includes(from)) await seatsAreFree(activity)
  }

  return async (opened: Chat, fromPersonId: number, toPersonId: number): Promise<void> => {
    const { settled, hasLostPlan } = await handOver(fromPersonId, toPersonId)
    for (const one of settled) await tellSettled(opened, one)
    if (hasLostPlan) opened.tell({ text: opened.words('activities:claimed.planGone') })
    await standings.ofPerson(toPersonId)
  }
}
