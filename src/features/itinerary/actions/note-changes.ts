import type { Clock } from '../../../platform/clock.ts'
import type { KnownTravellers } from '../data/known-travellers.ts'
import type { NewPending, PendingChanges } from '../data/changes/pending-changes.ts'
import { newsOf } from '../domain/changes/news.ts'
import { asKnown } from '../domain/changes/told-item.ts'
import { toldAt } from '../domain/changes/urgency.ts'
import { leftOutAllAlong } from '../domain/own-items.ts'
import { concerns } from '../domain/traveller.ts'
import type { RoomTraveller } from './look-at-due.ts'
import type { ItemChange } from './publish-programme.ts'
import type { Scene } from './read-scene.ts'
import type { Serving } from './serving.ts'

export interface NoteNeeds {
  pending: Pick<PendingChanges, 'add'>
  known: Pick<KnownTravellers, 'keep'>
  serving: Pick<Serving, 'of'>
  /** Tells people that their programme is there. */
  welcome(scene: Scene, travellers: readonly RoomTraveller[]): Promise<void>
  clock: Clock
}

/**
 * Notes what has to be told to exactly those for whom a changed item was, or is now, those who work there among them.
 * The first programme of an activity is no change: whoever takes part is told that it is there.
 */
export function notingChanges({ pending, known, serving, welcome, clock }: NoteNeeds) {
  return async (scene: Scene, changes: readonly ItemChange[]): Promise<void> => {
    const { activity, programme, travellers } = scene
    if (activity.state === 'cancelled') return
    // What rested and is taken out was known to nobody.
    const heard = changes.filter(({ before, after }) => before !== null || after.removedAt === null)
    const added = heard.filter(({ before }) => before === null).length
    if (added === heard.length && programme.length === added) {
      // From here on they are no newcomers, whoever has approved them.
      await known.keep(activity.id, travellers)
      return welcome(scene, travellers)
    }
    const now = clock.now()
    const shown = [...programme, ...changes.flatMap(({ after }) => (after.removedAt ? [after] : []))]
    const former = new Map(changes.flatMap(({ before }) => (before ? [[before.id, before] as const] : [])))
    const everybody = [...travellers, ...(await serving.of(activity))]
    const without = new Map(everybody.map((one) => [one.applicationId, leftOutAllAlong(shown, former, one)]))
    await pending.add(
      activity.id,
      changes.flatMap((change) =>
        pendingOf(
          change,
          everybody.filter(({ applicationId }) => !without.get(applicationId)?.has(change.after.id)),
          now,
        ),
      ),
      now,
    )
  }
}

/** Of those who take it: those who know the item as it was, and those who know nothing of it. */
function pendingOf(
  { before, after }: ItemChange,
  travellers: readonly RoomTraveller[],
  now: Temporal.Instant,
): NewPending[] {
  const versions = Map.groupBy(travellers, (one) => {
    const wasTheirs = before !== null && concerns(before, one)
    const isTheirs = concerns(after, one)
    return wasTheirs ? (isTheirs ? 'stays' : 'leaves') : isTheirs ? 'comes' : 'none'
  })
  return [...versions].flatMap(([way, members]): NewPending[] => {
    if (way === 'none') return []
    const known = way === 'comes' || !before ? null : asKnown(before)
    const news = newsOf(known, after, { isTheirs: way !== 'leaves', now })
    // What is the same again may take back something that has not been told yet: then the row is there already.
    return news ? [{ itemId: after.id, known, dueAt: toldAt(news, now), members }] : []
  })
}
