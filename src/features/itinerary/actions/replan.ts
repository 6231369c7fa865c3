import type { Clock } from '../../../platform/clock.ts'
import type { Activity } from '../../activities/index.ts'
import type { People } from '../../people/index.ts'
import type { NewPlan, PlannedGroup } from '../data/planned-fires.ts'
import type { RuleStore } from '../data/rule-store.ts'
import type { WishStore } from '../data/wish-store.ts'
import { planInGroups } from '../domain/plan-in-groups.ts'
import { urgeFires } from '../domain/urge.ts'
import type { Scene } from './read-scene.ts'

export interface ReplanNeeds {
  people: Pick<People, 'roles'>
  rules: Pick<RuleStore, 'read'>
  wishes: Pick<WishStore, 'ofPersons'>
  replacePlan(plan: NewPlan): Promise<void>
  clock: Clock
  homeTimeZone: string
}

export type Replan = ReturnType<typeof replanning>

/**
 * Works out anew who is reminded of what and when, after anything has changed that a reminder hangs on: in the same
 * transaction, so that no reminder is ever older than what it speaks of.
 */
export function replanning(needs: ReplanNeeds) {
  const { people, rules, wishes, replacePlan, clock, homeTimeZone } = needs

  return async (scene: Scene): Promise<void> => {
    const { activity, whose } = scene
    const now = clock.now()
    const groups = await plansOf(scene, now)
    await replacePlan({ activityId: activity.id, whose, groups, now })
    if (whose !== 'all') return
    const duties = await ofCoordinators(activity)
    await replacePlan({ activityId: activity.id, whose: 'coordinators', groups: duties, now })
  }

  async function plansOf(
    { activity, programme, ...scene }: Scene,
    now: Temporal.Instant,
  ): Promise<PlannedGroup[]> {
    if (activity.state === 'cancelled' || programme.length === 0) return []
    const travellers = scene.travellers.map((traveller) => ({
      ...traveller,
      isTravelling: travels(activity, traveller.side),
    }))
    const wished = await wishes.ofPersons(travellers.map(({ personId }) => personId))
    return planInGroups(
      { programme, travellers, wishes: wished, rules: await rules.read(activity.id), activity },
      now,
    )
  }

  /** What a coordinator owes the Ministry, to all of them who run it. */
  async function ofCoordinators(activity: Activity): Promise<PlannedGroup[]> {
    const fires = activity.state === 'cancelled' ? [] : urgeFires(activity, homeTimeZone)
    if (fires.length === 0) return []
    const coordinators = await people.roles.coordinatorsOf(activity.code)
    const members = coordinators.map((personId) => ({ personId, applicationId: null }))
    return [{ members, fires }]
  }
}

/** Whether somebody leaves home for it: of those who receive buyers, nobody does. */
const travels = ({ kind }: Activity, side: 'guest' | 'host' | null): boolean =>
  kind === 'trade_delegation' ? side !== 'host' : kind === 'purchasing_delegation' && side === 'guest'
