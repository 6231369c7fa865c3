import type { Clock } from '../../../../platform/clock.ts'
import type { Activities, Activity } from '../../../activities/index.ts'
import type { AttendanceStore } from '../../data/boarding/attendance-store.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { RollCallStore } from '../../data/boarding/roll-call-store.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import { isCancelled, type ProgrammeItem } from '../../domain/item.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import { isOpenForCode, isOpenForTaps } from '../../domain/roll-call.ts'
import { isFor } from '../../domain/traveller.ts'

export type ComeOnBoard = ReturnType<typeof comeOnBoard>

export interface ComeOnBoardNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'read'>
  attendances: Pick<AttendanceStore, 'tick'>
  rollCalls: Pick<RollCallStore, 'touch'>
  rules: Pick<RuleStore, 'read'>
  clock: Clock
}

export interface Arrival {
  activity: Activity
  item: ProgrammeItem
  /** False: that was known already. */
  isNew: boolean
}

/** Somebody says that they are there; `explain` says why not yet or no more, with the item's name and hour. */
export function comeOnBoard({ activities, items, attendances, rollCalls, rules, clock }: ComeOnBoardNeeds) {
  return async (
    personId: number | null,
    itemId: number,
    way: 'self' | 'code',
    explain: (scene: { item: ProgrammeItem; activity: Activity }) => { title: string; time: string },
  ): Promise<Arrival> => {
    const item = await items.read(itemId)
    const activity = item && (await activities.store.read(item.activityId))
    if (!item || !activity) throw boardingErrors.gone()
    const seats = personId === null ? [] : await activities.travellers.ofPerson(personId)
    const seat = seats.find((each) => each.activityId === item.activityId && isFor(item.audience, each))
    if (personId === null || !seat) throw boardingErrors.notForYou()
    const said = explain({ item, activity })
    if (isCancelled(item)) throw boardingErrors.cancelled(said.title)
    const now = clock.now()
    const isOpen =
      way === 'code' ? isOpenForCode(item, now) : isOpenForTaps(item, await rules.read(activity.id), now)
    if (!isOpen)
      throw Temporal.Instant.compare(now, item.startsAt) < 0
        ? boardingErrors.early(said)
        : boardingErrors.over(said.title)
    const isNew = await attendances.tick(itemId, seat.applicationId, way, personId)
    if (isNew) await rollCalls.touch(itemId)
    return { activity, item, isNew }
  }
}
