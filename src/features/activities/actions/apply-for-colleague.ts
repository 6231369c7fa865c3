import type { Clock } from '../../../platform/clock.ts'
import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { closedBecause, type Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { isBegunJustNow, type Begun } from './start-application.ts'
import { twoPersons } from './two-persons.ts'
import { transitions, type ApplicationState } from '../domain/life-cycle.ts'

export interface ColleagueNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
}

/** Applying for somebody else of the same firm. They read the notice themselves, with a link of their own. */
export function forColleague({ activities, applications, people, clock }: ColleagueNeeds) {
  const two = twoPersons({ activities, applications, people })
  return {
    async begin(activityId: number, byPersonId: number): Promise<Begun> {
      const activity = await activities.read(activityId)
      if (!activity) throw activityErrors.unknown()
      const closed = closedBecause(activity, clock.now())
      if (closed) throw activityErrors.notOpen(closed)
      const firms = (await people.members.membershipsOf(byPersonId)).filter(({ state }) => state === 'member')
      if (firms.length === 0) throw activityErrors.notYours()
      const known = await applications.openDraftFor(activityId, byPersonId)
      const draft =
        known ??
        (await applications.create({
          activityId,
          personId: await people.persons.create({}),
          filledBy: byPersonId,
          firmId: firms.length === 1 ? (firms[0]?.firm.id ?? null) : null,
          answers: { asked: [] },
        }))
      await applications.open(draft.id, byPersonId)
      return { application: draft, isDoubled: known !== undefined && isBegunJustNow(known, clock.now()) }
    },

    /**
     * Whoever follows the link takes over what was entered for them. A draft of their own gives way; where they have
     * handed in an application themselves, they are asked which one stands.
     */
    async takeOver(fromPersonId: number, toPersonId: number): Promise<TakenOver> {
      const outcome: TakenOver = { taken: [], contested: [], discarded: [] }
      if (fromPersonId === toPersonId) return outcome
      const pairs = await two.lockedPairs(fromPersonId, toPersonId)
      await two.fillGaps(fromPersonId, toPersonId)
      for (const { theirs, own } of pairs) {
        if (theirs.state === 'withdrawn') continue
        if (own && own.state !== 'draft') {
          outcome.contested.push({ own, entered: theirs })
          continue
        }
        if (own) {
          await applications.remove(own.id)
          outcome.discarded.push(own)
        }
        outcome.taken.push(await two.give(theirs, toPersonId))
      }
      return outcome
    },

    /** Of two applications of one person one stands; the other is taken back. */
    async keepOne(keptId: number, otherId: number, personId: number): Promise<Kept> {
      const found = await applications.read(keptId)
      const activity = found && (await activities.readLocked(found.activityId))
      const kept = await applications.readLocked(keptId)
      const other = await applications.readLocked(otherId)
      if (!activity || !kept || !other || kept.activityId !== other.activityId)
        throw activityErrors.answered()
      for (const one of [kept, other]) {
        if (!(await isTheirs(one, personId))) throw activityErrors.notYours()
        if (!transitions[one.state].includes('withdrawn')) throw activityErrors.answered()
      }
      const takenBack = await two.takeBack(other, personId)
      return {
        activity,
        kept: kept.personId === personId ? kept : await two.give(kept, personId),
        other: takenBack,
        from: other.state,
      }
    },
  }

  async function isTheirs(application: Application, personId: number): Promise<boolean> {
    if (application.personId === personId) return true
    return people.joining.hasTakenOver(application.personId, personId)
  }
}

/** What a colleague's link has led to. */
export interface TakenOver {
  /** Theirs now. */
  taken: Application[]
  /** They have handed in one themselves: asked about. */
  contested: { own: Application; entered: Application }[]
  /** Their own drafts that have given way. */
  discarded: Application[]
}

export interface Kept {
  activity: Activity
  kept: Application
  other: Application
  /** Where the other one stood. */
  from: ApplicationState
}
