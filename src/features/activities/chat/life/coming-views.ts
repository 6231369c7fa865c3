import type { InlineKeyboardButton } from 'grammy/types'
import { formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { hasBegun, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { comingUntil } from '../../domain/coming.ts'
import * as buttons from '../buttons.ts'

/** Whether somebody is asked to say that they are coming. */
export const mayConfirm = (
  activity: Activity,
  { state, comingAt }: Pick<Application, 'state' | 'comingAt'>,
  now: Temporal.Instant,
): boolean =>
  state === 'approved' &&
  comingAt === null &&
  activity.state !== 'cancelled' &&
  !hasBegun(activity, now) &&
  typeof activity.details['confirmBy'] === 'string'

/** Until when they are to say so: to somebody who is asked just now, on their card, on the coordinators'. */
export function comingLine(
  words: Words,
  where: 'ask' | 'open' | 'cardOpen',
  activity: Activity,
  application: Application,
  now: Temporal.Instant,
): string[] {
  if (!mayConfirm(activity, application, now)) return []
  const until = comingUntil(activity, where === 'ask' ? now : application.updatedAt)
  return until ? [words(`life:coming.${where}`, { day: formatDate(until, words.language) })] : []
}

/** The tap that says it. */
export const comingKeys = (words: Words, applicationId: number): InlineKeyboardButton[][] => [
  [{ text: words.plain('life:coming.yes'), callback_data: buttons.sayComing.pack({ applicationId }) }],
]
