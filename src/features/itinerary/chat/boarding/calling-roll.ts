import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { priorities } from '../../../../bot/messenger.ts'
import {
  missingOf,
  type LookAtRollCall,
  type RollCallScene,
} from '../../actions/boarding/look-at-roll-call.ts'
import { isWithinReach, type LooksAfter, type Reach } from '../../actions/boarding/looks-after.ts'
import type { departuresAround } from '../../data/boarding/due-roll-calls.ts'
import { noMarks } from '../../data/boarding/due-roll-calls.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { RollCallStore } from '../../data/boarding/roll-call-store.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import { isCancelled } from '../../domain/item.ts'
import { isUrgent, nextStep, type RollCallStep } from '../../domain/roll-call.ts'
import type { Delivering, Letter } from '../delivering.ts'
import { askMessage, missingMessage } from './roll-call-letters.ts'
import type { ShowCards } from './showing-cards.ts'

export interface CallingRollNeeds {
  around: ReturnType<typeof departuresAround>
  rollCalls: Pick<RollCallStore, 'claim' | 'open' | 'read' | 'mark' | 'cards' | 'look'>
  items: Pick<ItemStore, 'read'>
  rules: Pick<RuleStore, 'paused'>
  look: LookAtRollCall
  looksAfter: Pick<LooksAfter, 'everybody'>
  deliver: Delivering
  showCards: ShowCards
  clock: Clock
}

/** Asks who is on board before each departure, tells who is missing, and shows every change to those who look after it. */
export function callingRoll(needs: CallingRollNeeds): Watch {
  const { around, rollCalls, items, look, looksAfter, rules, deliver, showCards, clock } = needs

  return {
    name: 'itinerary.roll-calls',
    async nextDue() {
      const now = clock.now()
      const moments = (await around(now)).flatMap(
        ({ item, marks, rules: ruled }) => nextStep(item, marks, { now, rules: ruled })?.at ?? [],
      )
      return moments.sort(Temporal.Instant.compare)[0]
    },
    async work(now) {
      for (const { item, marks, rules: ruled } of await around(now)) {
        const by = { now, rules: ruled }
        if (!isDue(nextStep(item, marks, by), now) || !(await rollCalls.claim(item.id))) continue
        // Somebody else may have done it in the meantime.
        const fresh = await items.read(item.id)
        const next = fresh && nextStep(fresh, (await rollCalls.read(item.id)) ?? noMarks, by)
        if (!next || !isDue(next, now)) continue
        await take(item.id, next.step, now)
        return true
      }
      return false
    },
  }

  async function take(itemId: number, step: RollCallStep, now: Temporal.Instant): Promise<void> {
    await rollCalls.open(itemId)
    const scene = await look(itemId)
    const { startsAt } = scene.item
    if (step === 'ask' && !scene.isCalled)
      return rollCalls.mark(itemId, { askedFor: startsAt, urgedFor: startsAt, closedFor: startsAt })
    if (step === 'ask') {
      const urgedFor = isUrgent(scene.item, now) ? { urgedFor: startsAt } : {}
      await rollCalls.mark(itemId, { askedFor: startsAt, ...urgedFor, showAt: null })
      await askMissing(scene, now, false)
      await giveCards(scene)
    } else if (step === 'urge') {
      await rollCalls.mark(itemId, { urgedFor: startsAt, showAt: null })
      await askMissing(scene, now, true)
      await tellWhoIsMissing(scene, now)
    } else if (step === 'close' && isCancelled(scene.item))
      // Where it takes place after all, everybody is asked anew.
      await rollCalls.mark(itemId, { askedFor: null, urgedFor: null, closedFor: null, showAt: null })
    else
      await rollCalls.mark(
        itemId,
        step === 'close' ? { closedFor: startsAt, showAt: null } : { showAt: null },
      )
    await showCards(scene, now)
  }

  /** Nobody is written to while the activity is paused; those who look after it can tick them all the same. */
  async function askMissing(scene: RollCallScene, now: Temporal.Instant, isAgain: boolean): Promise<void> {
    if ((await rules.paused([scene.activity.id])).has(scene.activity.id)) return
    await deliver(askLetters(scene, now, isAgain))
  }

  /** Whoever looks after people who are expected gets a card, if they have none yet. */
  async function giveCards(scene: RollCallScene): Promise<void> {
    const having = new Set((await rollCalls.cards(scene.item.id)).map(({ personId }) => personId))
    for (const personId of await concerned(scene))
      if (!having.has(personId.id))
        await rollCalls.look(scene.item.id, { personId: personId.id, bus: null, first: 0 })
  }

  async function tellWhoIsMissing(scene: RollCallScene, now: Temporal.Instant): Promise<void> {
    const letters = (await concerned(scene)).flatMap(({ id: personId, reach }): Letter[] => {
      const missing = missingOf(scene.expected).filter(({ bus }) => isWithinReach(reach, bus))
      if (missing.length === 0) return []
      return [
        {
          ...letterAbout(scene, personId),
          say: (words) => missingMessage(words, { ...scene, now }, missing),
        },
      ]
    })
    await deliver(letters)
  }

  async function concerned({ activity, expected }: RollCallScene): Promise<{ id: number; reach: Reach }[]> {
    return [...(await looksAfter.everybody(activity))]
      .filter(([, reach]) => expected.some(({ bus }) => isWithinReach(reach, bus)))
      .map(([id, reach]) => ({ id, reach }))
  }
}

const isDue = (next: { at: Temporal.Instant } | undefined, now: Temporal.Instant): boolean =>
  next !== undefined && Temporal.Instant.compare(next.at, now) <= 0

const letterAbout = ({ activity, item }: RollCallScene, personId: number) => ({
  ...{ activityId: activity.id, personId, kind: 'roll_call' as const, itemIds: [item.id] },
  priority: priorities.urgent,
})

/** A question for each who is missing. */
export const askLetters = (scene: RollCallScene, now: Temporal.Instant, isAgain: boolean): Letter[] =>
  missingOf(scene.expected).map(({ personId }) => ({
    ...letterAbout(scene, personId),
    // Whoever has no Telegram is ticked by whoever looks after them.
    isForPhones: true,
    say: (words) => askMessage(words, { ...scene, now }, { isAgain }),
  }))
