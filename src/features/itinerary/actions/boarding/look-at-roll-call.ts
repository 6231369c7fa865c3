import type { Activities, Activity, Traveller } from '../../../activities/index.ts'
import type { Attendance, AttendanceStore } from '../../data/boarding/attendance-store.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { PhonesOfPersons } from '../../data/boarding/phones-of-persons.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { isCounted } from '../../domain/counted.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import type { RollCallRule } from '../../domain/roll-call.ts'
import { itemsFor } from '../../domain/own-items.ts'

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
  /** False: nobody is asked, because all of them are counted at another departure. */
  isCalled: boolean
  rules: RollCallRule
}

export interface LookAtRollCallNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'read' | 'shownOf'>
  attendances: Pick<AttendanceStore, 'ofItem'>
  rules: Pick<RuleStore, 'read'>
  phones: Pick<PhonesOfPersons, 'of'>
}

/**
 * Who is expected at an item, and who of them is there. Of a leg those who board there; where nobody does, because it only
 * takes people on, whoever takes it.
 */
export function lookAtRollCall({ activities, items, attendances, rules, phones }: LookAtRollCallNeeds) {
  return async (itemId: number): Promise<RollCallScene> => {
    const item = await items.read(itemId)
    const activity = item && (await activities.store.read(item.activityId))
    if (!item || !activity) throw boardingErrors.gone()
    const there = await attendances.ofItem(itemId)
    const programme = await items.shownOf([activity.id])
    const all = await activities.travellers.of(activity.id)
    const taking = all.filter((each) => theirs(programme, each, item))
    const counted = taking.filter((each) => isCounted(item, itemsFor(programme, each)))
    const awaited = new Set(counted.length > 0 ? counted : taking)
    const travellers = all.filter((each) => awaited.has(each) || there.has(each.applicationId))
    const numbers = await phones.of(travellers.map(({ personId }) => personId))
    const expected = travellers
      .map(({ applicationId, personId, name, bus }) => ({
        ...{ applicationId, personId, name, bus },
        phone: numbers.get(personId) ?? null,
        attendance: there.get(applicationId),
      }))
      .sort((one, other) => one.name.localeCompare(other.name))
    return { activity, item, expected, isCalled: counted.length > 0, rules: await rules.read(activity.id) }
  }
}

const theirs = (programme: readonly ProgrammeItem[], one: Traveller, { id }: ProgrammeItem): boolean =>
  itemsFor(programme, one).some((item) => item.id === id && !item.ownFlight)

export const missingOf = <One extends Pick<Expected, 'attendance'>>(expected: readonly One[]): One[] =>
  expected.filter(({ attendance }) => !attendance)
