import type { Clock } from '../../../platform/clock.ts'
import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { closedBecause } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'

export interface ColleagueNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
}

/** Applying for somebody else of the same firm. They read the notice themselves, with a link of their own. */
export function forColleague({ activities, applications, people, clock }: ColleagueNeeds) {
  return {
    async begin(activityId: number, byPersonId: number): Promise<Application> {
      const activity = await activities.read(activityId)
      if (!activity) throw activityErrors.unknown()
      const closed = closedBecause(activity, clock.now())
      if (closed) throw activityErrors.notOpen(closed)
      const firms = (await people.members.membershipsOf(byPersonId)).filter(({ state }) => state === 'member')
      if (firms.length === 0) throw activityErrors.notYours()
      const draft =
        (await applications.openDraftFor(activityId, byPersonId)) ??
        (await applications.create({
          activityId,
          personId: await people.persons.create({}),
          filledBy: byPersonId,
          firmId: firms.length === 1 ? (firms[0]?.firm.id ?? null) : null,
          answers: { asked: [] },
        }))
      await applications.open(draft.id, byPersonId)
      return draft
    },

    /** Whoever follows the link takes over what was entered for them. Returns the applications that are theirs now. */
    async takeOver(fromPersonId: number, toPersonId: number): Promise<Application[]> {
      if (fromPersonId === toPersonId) return applications.ofPerson(toPersonId)
      const entered = (await applications.ofPerson(fromPersonId)).filter(({ state }) => state !== 'withdrawn')
      const taken: Application[] = []
      for (const application of entered) {
        // Somebody who has applied themselves keeps their own application; the colleague's goes.
        if (await applications.liveOne(application.activityId, toPersonId)) {
          await applications.update(application.id, { state: 'withdrawn', answers: {} })
          continue
        }
        await applications.update(application.id, { personId: toPersonId })
        taken.push({ ...application, personId: toPersonId })
      }
      const known = await people.persons.read(fromPersonId)
      const own = await people.persons.read(toPersonId)
      if (known && own) await people.persons.update(toPersonId, whatIsNew(known, own))
      await people.persons.empty(fromPersonId)
      return taken
    },
  }
}

/** What a colleague has told fills the gaps; what somebody has said of themselves stays. */
function whatIsNew<Told extends object>(told: Told, own: Told): Partial<Told> {
  const gaps = Object.entries(told).filter(
    ([key, value]) => key !== 'id' && value !== null && own[key as keyof Told] === null,
  )
  return Object.fromEntries(gaps) as Partial<Told>
}
