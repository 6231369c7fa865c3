import type { Clock } from '../../../../platform/clock.ts'
import type { Telling } from '../../actions/look-at-changes.ts'
import type { ItemChange } from '../../actions/publish-programme.ts'
import type { Scene } from '../../actions/read-scene.ts'
import type { Serving } from '../../actions/serving.ts'
import { newsOf, whenOf } from '../../domain/changes/news.ts'
import { asKnown } from '../../domain/changes/told-item.ts'
import { urgencyOf } from '../../domain/changes/urgency.ts'
import { isServed } from '../../domain/traveller.ts'
import type { Delivering } from '../delivering.ts'
import { letterOf } from './telling-due.ts'

export interface TellingStaffNeeds {
  serving: Pick<Serving, 'of'>
  deliver: Delivering
  clock: Clock
}

/** Those who work at an activity are told at once what has changed of it; a first programme is no change. */
export function tellingStaff({ serving, deliver, clock }: TellingStaffNeeds) {
  return async ({ activity, programme }: Scene, changes: readonly ItemChange[]): Promise<void> => {
    if (activity.state === 'cancelled') return
    if (changes.every(({ before }) => before === null) && programme.length === changes.length) return
    const now = clock.now()
    const tellings = (await serving.of(activity)).flatMap((traveller): Telling[] => {
      const news = changes
        .flatMap(({ before, after }) => {
          const wasTheirs = before !== null && isServed(before, traveller.serves)
          const isTheirs = isServed(after, traveller.serves)
          if (!wasTheirs && !isTheirs) return []
          const one = newsOf(wasTheirs ? asKnown(before) : null, after, { isTheirs, now })
          return one ? [{ ...one, itemId: after.id }] : []
        })
        .sort((one, other) => Temporal.Instant.compare(whenOf(one), whenOf(other)))
      if (news.length === 0) return []
      const zone = activity.timeZone
      // Nobody rings staff again: who has not seen it is called.
      const urgency = { ...urgencyOf(news, { now, zone }), ringsAgainAt: null }
      return [{ activity, traveller, news, urgency, zone }]
    })
    await deliver(tellings.map((telling) => letterOf(telling, now)))
  }
}
