import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Coordinators } from './coordinators.ts'

export interface UnheardNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  coordinators: Pick<Coordinators, 'hearOfUntold'>
}

/** What words about an application carry, so that it is known when they do not arrive. */
export const aboutApplication = (id: number): string => `application:${id}`

/**
 * Words that were said and could not arrive, because the person has blocked the bot meanwhile: they are owed again, until
 * the person comes back (`catchingUp`), and whoever decided learns that nobody has been told.
 */
export function unheard({ activities, applications, people, coordinators }: UnheardNeeds) {
  return async (abouts: readonly string[]): Promise<void> => {
    for (const id of abouts.map(applicationIn).filter((found) => found !== undefined)) {
      const application = await applications.readLocked(id)
      const activity = application && (await activities.read(application.activityId))
      // Whoever has another phone has been told there.
      if (!activity || (await people.isReachable(application.personId))) continue
      await applications.markTold(id, false)
      await coordinators.hearOfUntold({ ...application, isUntold: true }, activity)
    }
  }
}

function applicationIn(about: string): number | undefined {
  const id = /^application:(\d+)$/.exec(about)?.[1]
  return id === undefined ? undefined : Number(id)
}
