import { isInGroup } from '../../../../shared/groups.ts'
import type { Activities, Activity } from '../../../activities/index.ts'
import { mayDo, type People } from '../../../people/index.ts'
import type { PhonesOfPersons } from '../../data/boarding/phones-of-persons.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'

export type LooksAfter = ReturnType<typeof looksAfter>

/** Whom somebody may tick: everybody, or the people of their buses. */
export type Reach = 'all' | readonly string[]

export interface LooksAfterNeeds {
  activities: Pick<Activities, 'team'>
  people: Pick<People, 'roles'>
  phones: Pick<PhonesOfPersons, 'owners'>
}

/** Who looks after the lists of an activity: its coordinators, and the leaders of its buses (sheet `team`), by phone. */
export function looksAfter({ activities, people, phones }: LooksAfterNeeds) {
  async function leaders({ id: activityId, code }: Activity): Promise<Map<number, string[]>> {
    const withBus = (await activities.team.of(activityId)).flatMap(({ phone, bus }) =>
      phone === null || bus === null ? [] : [{ phone, buses: bus.split(/[,;]/).map((one) => one.trim()) }],
    )
    const owners = await phones.owners(withBus.map(({ phone }) => phone))
    // Whoever leads by a role leads no more once it is gone, whatever the sheet still says.
    const out = owners.size > 0 ? await people.roles.putOutOf(code) : new Set<number>()
    const found = new Map<number, string[]>()
    for (const { phone, buses } of withBus)
      for (const personId of (owners.get(phone) ?? []).filter((id) => !out.has(id)))
        found.set(personId, [...(found.get(personId) ?? []), ...buses])
    return found
  }

  return {
    /** All of them, with their reach. */
    async everybody(activity: Activity): Promise<Map<number, Reach>> {
      const found = new Map<number, Reach>(await leaders(activity))
      for (const personId of await people.roles.coordinatorsOf(activity.code)) found.set(personId, 'all')
      return found
    },

    /** Somebody's reach; whoever has none is refused. */
    async reach(personId: number | null, activity: Activity): Promise<Reach> {
      if (personId === null) throw boardingErrors.notYours()
      if (mayDo(await people.roles.of(personId), 'callEveryRoll', activity.code)) return 'all'
      const buses = (await leaders(activity)).get(personId)
      if (!buses) throw boardingErrors.notYours()
      return buses
    },
  }
}

/** Whether somebody on this bus is within reach. */
export const isWithinReach = (reach: Reach, bus: string | null): boolean =>
  reach === 'all' ||
  reach.some((one) => isInGroup({ groups: [], bus }, /^\d+$/.test(one) ? `bus ${one}` : one))
