import type { Activities, Activity } from '../../../activities/index.ts'
import type { Attendance, AttendanceStore } from '../../data/attendance-store.ts'
import type { ItemStore } from '../../data/item-store.ts'
import type { PhonesOfPersons } from '../../data/phones-of-persons.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { isFor } from '../../domain/traveller.ts'
import { travelsWith } from '../../domain/travels-with.ts'

export type LookAtRollCall = ReturnType<typeof lookAtRollCall>

/** Somebody who is expected, and since when they are there. */
export interface Expected {
  applicationId: number
  personId: number
  name: string
  bus: string | null
  /** E.164. */
  phone: string | null
  attendance: Attendance | undefined
}

export interface RollCallScene {
  activity: Activity
  item: ProgrammeItem
  /** By name. */
  expected: readonly Expected[]
}

export interface LookAtRollCallNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'read'>
  attendances: Pick<AttendanceStore, 'ofItem'>
  phones: Pick<PhonesOfPersons, 'of'>
}

/** Who is expected at an item, and who of them is there. */
export function lookAtRollCall({ activities, items, attendances, phones }: LookAtRollCallNeeds) {
  return async (itemId: number): Promise<RollCallScene> => {
    const item = await items.read(itemId)
    const activity = item && (await activities.store.read(item.activityId))
    if (!item || !activity) throw boardingErrors.gone()
    const there = await attendances.ofItem(itemId)
    const travellers = (await activities.travellers.of(activity.id)).filter(
      (each) => there.has(each.applicationId) || (isFor(item.audience, each) && travelsWith(item, each)),
    )
    const numbers = await phones.of(travellers.map(({ personId }) => personId))
    const expected = travellers
      .map(({ applicationId, personId, name, bus }) => ({
        ...{ applicationId, personId, name, bus },
        phone: numbers.get(personId) ?? null,
        attendance: there.get(applicationId),
      }))
      .sort((one, other) => one.name.localeCompare(other.name))
    return { activity, item, expected }
  }
}

export const missingOf = <One extends Pick<Expected, 'attendance'>>(expected: readonly One[]): One[] =>
  expected.filter(({ attendance }) => !attendance)
