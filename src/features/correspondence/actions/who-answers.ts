import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Activities } from '../../activities/index.ts'
import type { Itinerary } from '../../itinerary/index.ts'
import type { People } from '../../people/index.ts'

export interface WhoAnswersNeeds {
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
  itinerary: Pick<Itinerary, 'onDuty'>
  accounts: Pick<Accounts, 'ofPersons'>
  clock: Clock
}

/** Which coordinators get a letter: at once, and in which order when nobody answers. */
export interface Answerers {
  now: number[]
  later: number[]
}

export type WhoAnswers = ReturnType<typeof whoAnswers>

/**
 * Who answers about an activity: whoever is on duty, else all of its coordinators, else those of the whole house. Nobody gets
 * a letter of their own, and whoever has no phone that can be reached gets none.
 */
export function whoAnswers({ people, activities, itinerary, accounts, clock }: WhoAnswersNeeds) {
  return async (activityId: number | null, writerId: number): Promise<Answerers> => {
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const all = await people.roles.coordinatorsOf(activity?.code ?? '')
    const onDuty = activity ? await itinerary.onDuty(activity, clock.now()) : all
    const phones = await accounts.ofPersons(all)
    const canRead = (personId: number) =>
      personId !== writerId && (phones.get(personId) ?? []).some(({ isReachable }) => isReachable)
    const now = onDuty.filter(canRead)
    const others = all.filter((personId) => canRead(personId) && !now.includes(personId))
    return now.length > 0 ? { now, later: others } : { now: others, later: [] }
  }
}
