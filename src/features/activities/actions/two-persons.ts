import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { transitions } from '../domain/life-cycle.ts'

export interface TwoPersonsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
}

/** What one of two persons has, and what the other has going of the same activity, if that can be only one. */
export interface Pair {
  activity: Activity
  theirs: Application
  own: Application | undefined
}

/** What has been handed in can be taken back, and a draft be thrown away: of these there is one for each activity. */
const isLive = ({ state }: Application) => state === 'draft' || transitions[state].includes('withdrawn')

/** Two persons who turn out to be one: what either has applied for becomes the second's. */
export function twoPersons({ activities, applications, people }: TwoPersonsNeeds) {
  return {
    /**
     * Everything of the first, with what the second has of the same, as it is under the locks: an activity's first, then
     * its applications; one activity after the other, in one order everywhere.
     */
    async lockedPairs(fromPersonId: number, toPersonId: number): Promise<Pair[]> {
      const pairs: Pair[] = []
      for (const { id, activityId } of await applications.everyOneOf(fromPersonId)) {
        const activity = await activities.readLocked(activityId)
        const theirs = await applications.readLocked(id)
        if (!activity || theirs?.personId !== fromPersonId) continue
        const found = isLive(theirs) ? await applications.liveOne(activityId, toPersonId) : undefined
        const own = found && (await applications.readLocked(found.id))
        pairs.push({ activity, theirs, own: own && isLive(own) ? own : undefined })
      }
      return pairs
    },

    async give(application: Application, personId: number): Promise<Application> {
      await applications.update(application.id, { personId })
      await applications.note(application.id, application.state, application.state, personId, 'takenOver')
      return { ...application, personId }
    },

    /** Of two of one person one is taken back. */
    async takeBack(application: Application, personId: number): Promise<Application> {
      await applications.update(application.id, { state: 'withdrawn', waitingSince: null, personId })
      await applications.note(application.id, application.state, 'withdrawn', personId, 'keptAnother')
      return { ...application, personId, state: 'withdrawn' }
    },

    /**
     * What is known of the first fills the gaps of the second, who stays what they have said of themselves. After the
     * locks, and before what they have applied for changes hands: whoever hears of that goes by it.
     */
    async fillGaps(fromPersonId: number, toPersonId: number): Promise<void> {
      const known = await people.persons.read(fromPersonId)
      const own = await people.persons.read(toPersonId)
      if (known && own) await people.persons.update(toPersonId, whatIsNew(known, own))
      await people.persons.empty(fromPersonId)
    },
  }
}

function whatIsNew<Told extends object>(told: Told, own: Told): Partial<Told> {
  const gaps = Object.entries(told).filter(
    ([key, value]) => key !== 'id' && value !== null && own[key as keyof Told] === null,
  )
  return Object.fromEntries(gaps) as Partial<Told>
}
