import type { Watch } from '../../../bot/keep-watch.ts'
import type { WhoAnswers } from '../actions/who-answers.ts'
import type { Thread } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import { minutesUntilNext, type PassingOn } from './passing-on.ts'

export interface EscalatingNeeds extends Room {
  passing: PassingOn
  whoAnswers: WhoAnswers
}

/** On a travel day nobody waits for half an hour without the next coordinator hearing of it, each of them once. */
export function escalating({ threads, letters, places, clock, passing, whoAnswers }: EscalatingNeeds): Watch {
  async function askNext(thread: Thread, now: Temporal.Instant): Promise<void> {
    const open = await letters.unsettledOf(thread.id)
    const asked = await places.askedAbout(thread.id)
    // Whoever has only an older letter of theirs does not know of this one.
    const has = (personId: number, letterId: number | undefined) =>
      asked.some((one) => one.personId === personId && one.letterId === letterId)
    const { now: first, later } = await whoAnswers(thread.activityId, thread.personId)
    const left = [...first, ...later].filter((personId) => !has(personId, open.at(-1)?.id))
    const [next] = left
    await threads.escalateNext(thread.id, left.length > 1 ? now.add({ minutes: minutesUntilNext }) : null)
    if (next === undefined) return
    for (const letter of open)
      if (!has(next, letter.id)) await passing.bring(letter, thread, [next], { isEscalated: true })
  }

  return {
    name: 'correspondence.escalate',
    nextDue: () => threads.nextEscalation(),
    async work(now) {
      const due = await threads.dueForNext(now)
      for (const thread of due)
        // Their trip is over: whoever waits stands in the digest of the morning.
        if ((await passing.nextAt(thread)) === null) await threads.escalateNext(thread.id, null)
        else await askNext(thread, clock.now())
      return due.length > 0
    },
  }
}
