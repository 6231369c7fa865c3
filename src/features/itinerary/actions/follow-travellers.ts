import { newsOf } from '../domain/changes/news.ts'
import { asKnown } from '../domain/changes/told-item.ts'
import { toldAt } from '../domain/changes/urgency.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import type { KnownTraveller, KnownTravellers } from '../data/known-travellers.ts'
import type { NewPending, PendingChanges } from '../data/changes/pending-changes.ts'
import type { ProgrammeItem } from '../domain/item.ts'
import { leftOut } from '../domain/own-items.ts'
import { isFor } from '../domain/traveller.ts'
import type { RoomTraveller } from './look-at-due.ts'
import type { NoteNeeds } from './note-changes.ts'
import type { Scene } from './read-scene.ts'

export interface FollowNeeds extends NoteNeeds {
  items: Pick<ItemStore, 'shownOf'>
  pending: Pick<PendingChanges, 'add' | 'drop'>
  known: KnownTravellers
  /** Messages of this activity that ask for "seen" do not ring again for these people. */
  stopRinging(activityId: number, personIds: readonly number[]): Promise<void>
}

/**
 * Somebody has come, left, or is in other groups: whoever comes is told that the programme is there, and no history;
 * whoever has left is told nothing any more; for whom other items are now, what is different.
 */
export function followingTravellers(needs: FollowNeeds) {
  const { items, pending, known, welcome, stopRinging, clock } = needs

  return async (scene: Scene): Promise<void> => {
    const { activity, whose } = scene
    const { id: activityId } = activity
    const seats = activity.state === 'cancelled' ? [] : scene.travellers
    const before = new Map((await known.of(activityId, whose)).map((one) => [one.applicationId, one]))
    await leave(activityId, [...before.values()], seats)

    const newcomers = seats.filter(({ applicationId }) => !before.has(applicationId))
    const moved = seats.flatMap((seat) => {
      const former = before.get(seat.applicationId)
      return former && isElsewhere(former, seat) ? [{ seat, former }] : []
    })
    await known.keep(activityId, [...newcomers, ...moved.map(({ seat }) => seat)])
    if (newcomers.length > 0) await welcome(scene, newcomers)
    if (moved.length === 0) return
    const now = clock.now()
    const programme = await items.shownOf([activityId])
    await pending.add(
      activityId,
      moved.flatMap((move) => differencesOf(move, programme, now)),
      now,
    )
  }

  async function leave(
    activityId: number,
    before: readonly KnownTraveller[],
    seats: readonly RoomTraveller[],
  ): Promise<void> {
    const seated = new Map(seats.map(({ applicationId, personId }) => [applicationId, personId]))
    const gone = before.filter(({ applicationId, personId }) => seated.get(applicationId) !== personId)
    if (gone.length === 0) return
    const ids = gone.map(({ applicationId }) => applicationId)
    await known.forget(ids)
    await pending.drop(ids)
    await stopRinging(
      activityId,
      gone.map(({ personId }) => personId),
    )
  }
}

const isElsewhere = (one: Groups, other: Groups): boolean => written(one) !== written(other)
const written = ({ groups, bus }: Groups) => JSON.stringify([[...groups].sort(), bus])
type Groups = Pick<KnownTraveller, 'groups' | 'bus'>

/** What somebody has more now, and what they have no more. */
function differencesOf(
  { seat, former }: { seat: RoomTraveller; former: KnownTraveller },
  programme: readonly ProgrammeItem[],
  now: Temporal.Instant,
): NewPending[] {
  const { groups, bus } = former
  const without = leftOut(programme, seat)
  return programme.flatMap((item): NewPending[] => {
    const wasTheirs = isFor(item.audience, { ...seat, groups, bus })
    const isTheirs = isFor(item.audience, seat)
    if (wasTheirs === isTheirs || without.has(item.id)) return []
    const known = wasTheirs ? asKnown(item) : null
    const news = newsOf(known, item, { isTheirs, now })
    return news ? [{ itemId: item.id, known, dueAt: toldAt(news, now), members: [seat] }] : []
  })
}
