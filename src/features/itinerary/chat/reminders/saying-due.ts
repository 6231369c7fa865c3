import type { Watch } from '../../../../bot/keep-watch.ts'
import { priorities } from '../../../../bot/messenger.ts'
import type { LookAtDue, LookedAt } from '../../actions/look-at-due.ts'
import type { DueFires, FireEnd } from '../../data/reminders/due-fires.ts'
import type { Delivering, Letter } from '../delivering.ts'
import { reminderMessage } from './reminder-message.ts'

export interface SayingNeeds {
  fires: Pick<DueFires, 'nextDue' | 'claim' | 'end' | 'postpone'>
  look: LookAtDue
  deliver: Delivering
}

/** What is due within these minutes is told together. */
const minutesTogether = 5
/** So many minutes after its moment a reminder says that it is late. */
const minutesLate = 10

/** Says what is due, one message for each person, and writes down what has become of each reminder. */
export function sayingDue({ fires, look, deliver }: SayingNeeds): Watch {
  return {
    name: 'itinerary.reminders',
    nextDue: () => fires.nextDue(),
    async work(now) {
      const due = await fires.claim(now, now.add({ minutes: minutesTogether }))
      if (due.length === 0) return false
      const looked = await look(due, now)
      const said = withCompany(
        looked.filter(({ verdict }) => verdict.kind === 'say'),
        now,
      )
      const bundles = [...Map.groupBy(said, ({ fire }) => bundleOf(fire)).values()]
      const deliveryIds = await deliver(bundles.map((bundle) => letterOf(bundle, now)))
      const ends = bundles.flatMap((bundle, at) =>
        bundle.map(({ fire }): FireEnd => ({
          fireId: fire.id,
          state: 'said',
          deliveryId: deliveryIds[at] ?? 0,
        })),
      )
      await fires.end([...ends, ...looked.flatMap(endUnsaid)], now)
      await fires.postpone(
        looked.flatMap(({ fire, verdict }) =>
          verdict.kind === 'wait' ? [{ fireId: fire.id, until: verdict.until }] : [],
        ),
      )
      return true
    },
  }
}

/** What is due, and with it what else the same people would be told within minutes; by itself that waits for its moment. */
function withCompany(sayable: readonly LookedAt[], now: Temporal.Instant): LookedAt[] {
  const isDue = ({ fire }: LookedAt) => Temporal.Instant.compare(fire.dueAt, now) <= 0
  const told = new Set(sayable.filter(isDue).map(({ fire }) => bundleOf(fire)))
  return sayable.filter(({ fire }) => told.has(bundleOf(fire)))
}

const bundleOf = ({ personId, activityId }: LookedAt['fire']): string => `${personId}/${activityId}`

const endUnsaid = ({ fire, verdict }: LookedAt): FireEnd[] =>
  verdict.kind === 'say' || verdict.kind === 'wait' ? [] : [{ fireId: fire.id, state: verdict.kind }]

function letterOf(reminders: readonly LookedAt[], now: Temporal.Instant): Letter {
  const [one] = reminders
  if (!one) throw new Error('a letter of nothing')
  const isLate = reminders.some(({ fire }) => now.since(fire.dueAt).total('minutes') > minutesLate)
  const leaves = reminders.some(({ fire }) => fire.kind === 'departure')
  return {
    activityId: one.fire.activityId,
    personId: one.fire.personId,
    kind: isLate ? 'away' : 'reminder',
    itemIds: [...new Set(reminders.flatMap(({ fire }) => fire.itemId ?? []))],
    needsSeen: reminders.some(({ fire }) => fire.kind === 'eve'),
    usefulUntil: lastOf(reminders.map(({ fire }) => fire.uselessAt)),
    priority: leaves ? priorities.urgent : priorities.normal,
    say: (words, deliveryId) => reminderMessage(words, { reminders, isLate, now }, deliveryId),
  }
}

const lastOf = (moments: readonly Temporal.Instant[]): Temporal.Instant =>
  moments.reduce((last, one) => (Temporal.Instant.compare(one, last) > 0 ? one : last))
