import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../../platform/texts/words.ts'
import { hasBegun, type Activity } from '../../domain/activity.ts'
import { mayBeDecided, type ApplicationState } from '../../domain/life-cycle.ts'
import * as buttons from '../buttons.ts'

export interface ListKeysScene {
  activity: Activity
  /** The list that is shown. */
  tab: string
  counts: Partial<Record<ApplicationState, number>>
  /** Decisions that are not announced yet. */
  kept: number
  now: Temporal.Instant
}

/** Below a list of applications: several at once, and what was decided and is not announced yet. */
export function severalKeys(
  words: Words,
  { activity, tab, counts, kept, now }: ListKeysScene,
): InlineKeyboardButton[][] {
  const { id: activityId, state } = activity
  if (state === 'cancelled' || hasBegun(activity, now)) return []
  const open = Object.entries(counts).reduce(
    (sum, [name, count]) => sum + (mayBeDecided(name as ApplicationState) ? count : 0),
    0,
  )
  return [
    ...(open > 1
      ? [
          [
            {
              text: words.plain('several:button'),
              callback_data: buttons.markSeveral.pack({
                ...{ activityId, state: tab === 'waitlisted' ? tab : 'submitted', offset: 0 },
              }),
            },
          ],
        ]
      : []),
    ...(kept > 0
      ? [
          [
            {
              text: words.plain('several:kept.button', { count: kept }),
              callback_data: buttons.keptDecisions.pack({ activityId, offset: 0 }),
            },
          ],
        ]
      : []),
  ]
}
