import type { Activities, Activity, TeamPerson, Traveller } from '../../../activities/index.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { PhonesOfPersons } from '../../data/boarding/phones-of-persons.ts'
import { isCancelled, startsLocally, type ProgrammeItem } from '../../domain/item.ts'

export type LookAtDay = ReturnType<typeof lookAtDay>

/** All that a coordinator needs on paper for a day. */
export interface DayScene {
  activity: Activity
  day: Temporal.PlainDate
  items: readonly ProgrammeItem[]
  /** All days, in their order. */
  programme: readonly ProgrammeItem[]
  travellers: readonly (Traveller & { phone: string | null })[]
  team: readonly TeamPerson[]
}

export interface LookAtDayNeeds {
  activities: Pick<Activities, 'travellers' | 'team'>
  items: Pick<ItemStore, 'ofActivity'>
  phones: Pick<PhonesOfPersons, 'of'>
}

/** A day of an activity as it stands: its items, its people by bus and name, and whom to call. */
export function lookAtDay({ activities, items, phones }: LookAtDayNeeds) {
  return async (activity: Activity, day: Temporal.PlainDate): Promise<DayScene> => {
    const programme = await items.ofActivity(activity.id)
    const travellers = await activities.travellers.of(activity.id)
    const numbers = await phones.of(travellers.map(({ personId }) => personId))
    return {
      ...{ activity, day, programme },
      items: programme.filter(
        (item) =>
          !isCancelled(item) && item.kind !== 'deadline' && startsLocally(item).toPlainDate().equals(day),
      ),
      travellers: travellers
        .map((each) => ({ ...each, phone: numbers.get(each.personId) ?? null }))
        .sort(
          (one, other) =>
            Number(one.bus === null) - Number(other.bus === null) ||
            (one.bus ?? '').localeCompare(other.bus ?? '', undefined, { numeric: true }) ||
            one.name.localeCompare(other.name),
        ),
      team: await activities.team.of(activity.id),
    }
  }
}

/** The next day after this moment on which something of a programme begins. */
export function nextDay(
  items: readonly ProgrammeItem[],
  now: Temporal.Instant,
): Temporal.PlainDate | undefined {
  return items
    .filter((item) => !isCancelled(item) && item.kind !== 'deadline')
    .map((item) => startsLocally(item).toPlainDate().toString() > localDay(item, now) && startsLocally(item))
    .find((start) => start !== false)
    ?.toPlainDate()
}

const localDay = ({ startZone }: ProgrammeItem, now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(startZone).toPlainDate().toString()
