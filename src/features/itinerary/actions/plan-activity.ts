import type { Activity } from '../../activities/index.ts'
import type { People } from '../../people/index.ts'
import type { PlannedGroup } from '../data/reminders/planned-fires.ts'
import type { WishStore } from '../data/reminders/wish-store.ts'
import { planInGroups } from '../domain/plan-in-groups.ts'
import type { PlanRules } from '../domain/rules/plan-rules.ts'
import { urgeFires } from '../domain/urge.ts'
import type { Scene } from './read-scene.ts'
import type { Serving } from './serving.ts'

export interface PlanActivityNeeds {
  people: Pick<People, 'roles'>
  wishes: Pick<WishStore, 'ofPersons'>
  serving: Pick<Serving, 'of'>
  homeTimeZone: string
}

/** What the reminders of an activity hang on: who takes part, and in what. */
export type PlanScene = Pick<Scene, 'activity' | 'programme' | 'travellers'>

export type PlanActivity = ReturnType<typeof planningActivity>

/** Works out who is reminded of what and when, by these rules; it keeps nothing. */
export function planningActivity({ people, wishes, serving, homeTimeZone }: PlanActivityNeeds) {
  return {
    async ofTravellers(scene: PlanScene, rules: PlanRules, now: Temporal.Instant): Promise<PlannedGroup[]> {
      const { activity, programme } = scene
      if (activity.state === 'cancelled' || programme.length === 0) return []
      const travellers = scene.travellers.map((traveller) => ({
        ...traveller,
        isTravelling: travels(activity, traveller.side),
      }))
      const wished = await wishes.ofPersons(travellers.map(({ personId }) => personId))
      return planInGroups({ programme, travellers, wishes: wished, rules, activity }, now)
    },

    /** Those who work there are reminded of what they work at. */
    async ofStaff({ activity, programme }: PlanScene, rules: PlanRules, now: Temporal.Instant) {
      if (activity.state === 'cancelled' || programme.length === 0) return []
      const staff = await serving.of(activity)
      const wished = await wishes.ofPersons(staff.map(({ personId }) => personId))
      // Each has their own work, and they are few.
      return staff.flatMap((one): PlannedGroup[] => {
        const travellers = [{ ...one, isTravelling: false }]
        const planned = planInGroups({ programme, travellers, wishes: wished, rules, activity }, now)
        return planned.map(({ fires }) => ({
          members: [{ personId: one.personId, applicationId: null }],
          fires,
        }))
      })
    },

    /** What a coordinator owes the Ministry, to all of them who run it. */
    async ofCoordinators(activity: Activity, rules: PlanRules): Promise<PlannedGroup[]> {
      const fires = activity.state === 'cancelled' ? [] : urgeFires(activity, rules, homeTimeZone)
      if (fires.length === 0) return []
      const coordinators = await people.roles.coordinatorsOf(activity.code)
      const members = coordinators.map((personId) => ({ personId, applicationId: null }))
      return [{ members, fires }]
    },
  }
}

/** Whether somebody leaves home for it: of those who receive buyers, nobody does. */
const travels = ({ kind }: Activity, side: 'guest' | 'host' | null): boolean =>
  kind === 'trade_delegation' ? side !== 'host' : kind === 'purchasing_delegation' && side === 'guest'
