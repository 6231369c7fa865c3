import type { Clock } from '../../../../platform/clock.ts'
import type { Activities, Activity } from '../../../activities/index.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import { isRunning, type ProgrammeItem } from '../../domain/item.ts'
import { itemsFor } from '../../domain/own-items.ts'
import { isOpenForCode } from '../../domain/roll-call.ts'
import type { Arrival, ComeOnBoard } from './come-on-board.ts'

export type CheckIn = ReturnType<typeof checkIn>

export interface CheckInNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'ofActivity'>
  comeOnBoard: ComeOnBoard
  clock: Clock
}

/** Where somebody has been ticked, and what else of theirs is open; or what they have to choose from. */
export type CheckedIn =
  | { kind: 'arrived'; arrival: Arrival; others: readonly ProgrammeItem[] }
  | { kind: 'choose'; activity: Activity; items: readonly ProgrammeItem[] }

/**
 * Somebody has read the code of a whole activity: they are at what is going on, else at what begins next. Where that may be
 * several things, they say which.
 */
export function checkIn({ activities, items, comeOnBoard, clock }: CheckInNeeds) {
  return async (
    personId: number | null,
    activityId: number,
    explain: Parameters<ComeOnBoard>[3],
  ): Promise<CheckedIn> => {
    const activity = await activities.store.read(activityId)
    const seats = personId === null ? [] : await activities.travellers.ofPerson(personId)
    const seat = seats.find((each) => each.activityId === activityId)
    if (personId === null || !activity || !seat) throw boardingErrors.notForYou()
    const now = clock.now()
    const theirs = itemsFor(await items.ofActivity(activityId), seat).filter(
      ({ kind, ownFlight }) => kind !== 'deadline' && kind !== 'free' && !ownFlight,
    )
    const open = theirs.filter((item) => isOpenForCode(item, now))
    const running = open.filter((item) => isRunning(item, now))
    const meant = running.length > 0 ? running : open
    const [one, ...more] = meant
    if (!one) throw nothingOpen(theirs, now, (item) => explain({ item, activity }))
    if (more.length > 0) return { kind: 'choose', activity, items: meant }
    const arrival = await comeOnBoard(personId, one.id, 'code', explain)
    return { kind: 'arrived', arrival, others: open.filter(({ id }) => id !== one.id) }
  }
}

/** What comes next is not open yet; where nothing does, that is said. */
function nothingOpen(
  theirs: readonly ProgrammeItem[],
  now: Temporal.Instant,
  explain: (item: ProgrammeItem) => { title: string; time: string },
) {
  const next = theirs.find(
    (item) => item.status !== 'cancelled' && Temporal.Instant.compare(item.startsAt, now) > 0,
  )
  return next ? boardingErrors.early(explain(next)) : boardingErrors.nothingOpen()
}
