import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../../platform/texts/words.ts'
import { hasBegun, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import * as buttons from '../buttons.ts'

/** Once it has begun: that somebody did not come, and that they came after all. */
export function departureKeys(
  words: Words,
  activity: Activity,
  { id: applicationId, state }: Pick<Application, 'id' | 'state'>,
  now: Temporal.Instant,
): InlineKeyboardButton[][] {
  if (activity.state === 'cancelled' || !hasBegun(activity, now)) return []
  if (state === 'approved')
    return [
      [{ text: words.plain('life:noShow.mark'), callback_data: buttons.noShow.pack({ applicationId }) }],
    ]
  if (state !== 'no_show') return []
  return [
    [{ text: words.plain('life:noShow.undo'), callback_data: buttons.cameAfterAll.pack({ applicationId }) }],
  ]
}
