import type { Clock } from '../../../../platform/clock.ts'
import type { AttendanceStore } from '../../data/boarding/attendance-store.ts'
import type { RollCallStore } from '../../data/boarding/roll-call-store.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import { isOpenForList } from '../../domain/roll-call.ts'
import { isWithinReach, type LooksAfter } from './looks-after.ts'
import type { LookAtRollCall, RollCallScene } from './look-at-roll-call.ts'

export type TickPerson = ReturnType<typeof tickPerson>

export interface TickPersonNeeds {
  look: LookAtRollCall
  looksAfter: Pick<LooksAfter, 'reach'>
  attendances: Pick<AttendanceStore, 'tick' | 'untick'>
  rollCalls: Pick<RollCallStore, 'touch'>
  clock: Clock
}

/** A coordinator or bus leader ticks somebody, or takes the tick away. The button says which, so a double tap does no harm. */
export function tickPerson({ look, looksAfter, attendances, rollCalls, clock }: TickPersonNeeds) {
  return async (
    byPersonId: number,
    { itemId, applicationId, isThere }: { itemId: number; applicationId: number; isThere: boolean },
    explain: (scene: RollCallScene) => { title: string; time: string },
  ): Promise<void> => {
    const scene = await look(itemId)
    const reach = await looksAfter.reach(byPersonId, scene.activity)
    const person = scene.expected.find((each) => each.applicationId === applicationId)
    if (!person || !isWithinReach(reach, person.bus)) throw boardingErrors.gone()
    if (!isOpenForList(scene.item, clock.now())) {
      const isEarly = Temporal.Instant.compare(clock.now(), scene.item.startsAt) < 0
      const said = explain(scene)
      throw isEarly ? boardingErrors.early(said) : boardingErrors.over(said.title)
    }
    const isChanged = isThere
      ? await attendances.tick(itemId, applicationId, reach === 'all' ? 'list' : 'leader', byPersonId)
      : await attendances.untick(itemId, applicationId)
    if (isChanged) await rollCalls.touch(itemId)
  }
}
