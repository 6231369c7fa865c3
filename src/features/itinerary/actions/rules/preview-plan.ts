import type { Clock } from '../../../../platform/clock.ts'
import type { People } from '../../../people/index.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import type { ItemFacts, ProgrammeItem } from '../../domain/item.ts'
import { outlook } from '../../domain/rules/outlook.ts'
import { planDifference, type PlanDifference } from '../../domain/rules/plan-difference.ts'
import type { PlanRules } from '../../domain/rules/plan-rules.ts'
import type { PlanActivity } from '../plan-activity.ts'
import type { ReadScene } from '../read-scene.ts'

export interface PreviewPlanNeeds {
  readScene: ReadScene
  rules: Pick<RuleStore, 'read'>
  plan: PlanActivity
  people: Pick<People, 'roles'>
  clock: Clock
}

/** What somebody means to change: some rules, or facts of items, by their ids. */
export interface Intended {
  rules?: Partial<PlanRules>
  items?: ReadonlyMap<number, ItemFacts>
}

export type PreviewPlan = ReturnType<typeof previewingPlan>

/** How many messages would come, go and move if this were changed; nothing is kept. */
export function previewingPlan({ readScene, rules, plan, people, clock }: PreviewPlanNeeds) {
  return async (activityId: number, intended: Intended): Promise<PlanDifference> => {
    const now = clock.now()
    const scene = await readScene(activityId, 'all')
    if (!scene) return planDifference([], [], now)
    const { programme } = scene
    const current = await rules.read(activityId)
    const next = { ...current, ...intended.rules }
    const planned = async (ruled: PlanRules, ofItems: readonly ProgrammeItem[]) => [
      ...(await plan.ofTravellers({ ...scene, programme: ofItems }, ruled, now)),
      ...(await plan.ofCoordinators(scene.activity, ruled)),
    ]
    const { rollCall, dayFile } = intended.rules ?? {}
    if (rollCall ?? dayFile) {
      const coordinators = await people.roles.coordinatorsOf(scene.activity.code)
      const seen = { ...scene, coordinators, current, now }
      return planDifference(outlook(seen, current), outlook(seen, next), now)
    }
    const changed = programme.map((item) => ({ ...item, ...intended.items?.get(item.id) }))
    return planDifference(await planned(current, programme), await planned(next, changed), now)
  }
}
