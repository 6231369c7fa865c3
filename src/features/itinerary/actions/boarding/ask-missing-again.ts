import type { Clock } from '../../../../platform/clock.ts'
import type { RollCallStore } from '../../data/boarding/roll-call-store.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import { isOpenForTaps } from '../../domain/roll-call.ts'
import { isWithinReach, type LooksAfter } from './looks-after.ts'
import { missingOf, type LookAtRollCall, type RollCallScene } from './look-at-roll-call.ts'

export type AskMissingAgain = ReturnType<typeof askMissingAgain>

export interface AskMissingAgainNeeds {
  look: LookAtRollCall
  looksAfter: Pick<LooksAfter, 'reach'>
  rollCalls: Pick<RollCallStore, 'mayAskAgain'>
  clock: Clock
}

/** Who of somebody's people is to be asked once more; not more than once a minute, whoever taps. */
export function askMissingAgain({ look, looksAfter, rollCalls, clock }: AskMissingAgainNeeds) {
  return async (byPersonId: number, itemId: number, titleOf: (scene: RollCallScene) => string) => {
    const scene = await look(itemId)
    const reach = await looksAfter.reach(byPersonId, scene.activity)
    if (!isOpenForTaps(scene.item, scene.rules, clock.now())) throw boardingErrors.over(titleOf(scene))
    const missing = missingOf(scene.expected).filter(({ bus }) => isWithinReach(reach, bus))
    if (missing.length === 0) throw boardingErrors.nobodyMissing()
    if (!(await rollCalls.mayAskAgain(itemId))) throw boardingErrors.justAsked()
    return { ...scene, expected: missing }
  }
}
