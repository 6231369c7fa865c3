import type { Fate } from '../../../../bot/feature.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { AlterationStore } from '../../data/alteration-store.ts'
import { readAlteration } from '../../domain/parts.ts'

export interface LearningAlterationsNeeds {
  clock: Clock
  alterations: Pick<AlterationStore, 'holdOf' | 'done' | 'failed' | 'refused'>
  progressed(broadcastIds: readonly number[]): Promise<void>
}

/** Writes down which messages have been altered, and why others have not. */
export function learningAlterations({ clock, alterations, progressed }: LearningAlterationsNeeds) {
  return async (told: readonly Fate[]): Promise<void> => {
    const own = told.flatMap((fate) => {
      const id = readAlteration(fate.about)
      return id === undefined ? [] : [{ ...fate, id }]
    })
    if (own.length === 0) return
    const broadcastIds = await alterations.holdOf(own.map(({ id }) => id))
    await alterations.done(
      own.flatMap(({ id, fate }) => (fate === 'sent' ? [id] : [])),
      clock.now(),
    )
    await alterations.failed(
      own.flatMap(({ id, fate }) => (fate === 'unreachable' ? [{ id, because: 'blocked' }] : [])),
    )
    await alterations.refused(
      own.flatMap(({ id, fate, because = 'refused' }) =>
        fate === 'refused' || fate === 'inDoubt'
          ? [{ id, because: because.includes('not found') ? 'gone' : 'refused' }]
          : [],
      ),
    )
    await progressed(broadcastIds)
  }
}
