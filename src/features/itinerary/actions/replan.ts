import type { Clock } from '../../../platform/clock.ts'
import type { NewPlan } from '../data/reminders/planned-fires.ts'
import type { RuleStore } from '../data/reminders/rule-store.ts'
import type { PlanActivity } from './plan-activity.ts'
import type { Scene } from './read-scene.ts'

export interface ReplanNeeds {
  rules: Pick<RuleStore, 'read'>
  plan: PlanActivity
  replacePlan(plan: NewPlan): Promise<void>
  clock: Clock
}

export type Replan = ReturnType<typeof replanning>

/**
 * Works out anew who is reminded of what and when, after anything has changed that a reminder hangs on: in the same
 * transaction, so that no reminder is ever older than what it speaks of.
 */
export function replanning({ rules, plan, replacePlan, clock }: ReplanNeeds) {
  return async (scene: Scene): Promise<void> => {
    const { activity, whose } = scene
    const activityId = activity.id
    const now = clock.now()
    const ruled = await rules.read(activityId)
    await replacePlan({ activityId, whose, groups: await plan.ofTravellers(scene, ruled, now), now })
    if (whose !== 'all') return
    const owed = await plan.ofCoordinators(activity, ruled)
    const duties = [...owed, ...(await plan.ofStaff(scene, ruled, now))]
    await replacePlan({ activityId, whose: 'coordinators', groups: duties, now })
  }
}
