import type { Unheard } from '../../../bot/feature.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Coordinators } from './deciding/coordinators.ts'

export interface UnheardNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  coordinators: Pick<Coordinators, 'hearOfUntold'>
}

/** What words about an application carry, so that it is known when they do not arrive. */
export const aboutApplication = (id: number): string => `application:${id}`

/**
 * Words that were said and could not arrive: they are owed again, until the person comes back or the next morning
 * (`catchingUp`), and whoever decided learns that nobody has been told.
 */
export function unheard({ activities, applications, people, coordinators }: UnheardNeeds) {
  return async (abouts: readonly string[], because: Unheard): Promise<void> => {
    for (const id of abouts.map(applicationIn).filter((found) => found !== undefined)) {
      const application = await applications.readLocked(id)
      const activity = application && (await activities.read(application.activityId))
      if (!activity) continue
      // Whoever has another phone has been told there.
      if (because === 'unreachable' && (await people.isReachable(application.personId))) continue
      await applications.markTold(id, false)
      await coordinators.hearOfUntold({ ...application, isUntold: true }, activity)
    }
  }
}

/** Days for which what Telegram has refused is tried again. */
const triedForDays = 7

export interface TellAgainNeeds {
  applications: ApplicationStore
  clock: Clock
  catchUp(personId: number): Promise<void>
}

/** Each morning: what Telegram would not take, though whoever it is for can be reached, is said once more. */
export const tellAgain =
  ({ applications, clock, catchUp }: TellAgainNeeds) =>
  async (): Promise<void> => {
    const since = clock.now().subtract({ hours: 24 * triedForDays })
    for (const personId of await applications.reachableUntold(since)) await catchUp(personId)
  }

function applicationIn(about: string): number | undefined {
  const id = /^application:(\d+)$/.exec(about)?.[1]
  return id === undefined ? undefined : Number(id)
}
