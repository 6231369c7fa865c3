import type { Activities, Activity } from '../../activities/index.ts'
import { displayName, mayDo, reachOf, type Grant, type People } from '../../people/index.ts'
import type { PhonesOfPersons } from '../data/boarding/phones-of-persons.ts'
import type { Served } from '../domain/traveller.ts'
import type { RoomTraveller } from './look-at-due.ts'

export interface ServingNeeds {
  activities: Pick<Activities, 'store' | 'team' | 'travellers'>
  people: Pick<People, 'roles' | 'persons'>
  phones: Pick<PhonesOfPersons, 'owners'>
}

/** Somebody of the staff as the programme sees them: like a traveller, but without a seat (`applicationId` 0). */
export type ServingTraveller = RoomTraveller & { readonly serves: Served }

export type Serving = ReturnType<typeof servingStaff>

/** Activities that somebody of the staff for all of them is shown. */
const mostActivities = 20

/**
 * Interpreters and drivers: who works at an activity by their role, and what they do there as its team says, which knows
 * them by their number. Whoever has a seat goes by that.
 */
export function servingStaff({ activities, people, phones }: ServingNeeds) {
  async function at(activity: Activity, personIds: readonly number[]): Promise<ServingTraveller[]> {
    if (personIds.length === 0) return []
    const seated = new Set((await activities.travellers.ofPersons(personIds)).flatMap(seatIn(activity.id)))
    const team = await activities.team.of(activity.id)
    const owners = await phones.owners(team.flatMap(({ phone }) => phone ?? []))
    const found: ServingTraveller[] = []
    for (const personId of personIds.filter((id) => !seated.has(id))) {
      const person = await people.persons.read(personId)
      if (!person) continue
      const rows = team.filter(({ phone }) => phone !== null && owners.get(phone)?.includes(personId))
      const buses = rows.flatMap(({ bus }) => busesOf(bus))
      const name = displayName(person)
      const names = [name, ...rows.map((row) => row.name)].filter((one) => one.trim().length > 2)
      found.push({
        ...{ ...seatless, activityId: activity.id, personId, name, homeZone: activity.timeZone },
        ...{ bus: buses.length === 1 ? (buses[0] ?? null) : null, serves: { buses, names } },
      })
    }
    return found
  }

  async function activitiesOf(grants: readonly Grant[]): Promise<Activity[]> {
    const reach = reachOf(grants, 'seeAgenda')
    if (reach !== 'everywhere') {
      const found = await Promise.all([...new Set(reach)].map((code) => activities.store.byCode(code)))
      return found.filter((activity) => activity !== undefined)
    }
    const today = Temporal.PlainDate.from('0001-01-01')
    const page = await activities.store.onDesk('running', today, reach, { offset: 0, limit: mostActivities })
    return page.activities
  }

  return {
    /** Everybody who works at an activity without a seat. */
    async of(activity: Activity): Promise<ServingTraveller[]> {
      const grants = (await people.roles.all()).filter((grant) => mayDo([grant], 'seeAgenda', activity.code))
      return at(activity, [...new Set(grants.map(({ personId }) => personId))])
    },

    /** Where somebody works. */
    async ofPerson(personId: number): Promise<{ activity: Activity; traveller: ServingTraveller }[]> {
      const found: { activity: Activity; traveller: ServingTraveller }[] = []
      for (const activity of await activitiesOf(await people.roles.of(personId)))
        for (const traveller of await at(activity, [personId])) found.push({ activity, traveller })
      return found
    },
  }
}

const seatIn =
  (id: number) =>
  ({ activityId, personId }: RoomTraveller): number[] =>
    activityId === id ? [personId] : []

/** "1, 2" → "1" and "2" */
const busesOf = (bus: string | null): string[] =>
  (bus ?? '')
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** What only somebody with a seat has. */
const seatless = {
  ...{ applicationId: 0, number: null, firmId: null, firmName: null, flightRevision: 0, role: null },
  ...{ side: 'host' as const, hotel: null, room: null, roommate: null, interpreter: null, groups: [] },
  ...{ flightOut: null, flightBack: null },
}
