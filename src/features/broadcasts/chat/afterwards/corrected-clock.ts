import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { Activities } from '../../../activities/index.ts'
import { cityOfZone } from '../../../people/index.ts'
import type { Broadcast } from '../../domain/broadcast.ts'

/** A moment by the clock that the people of a broadcast go by: "14:05 (Barcelona)", "Thu 10 Dec 14:05 (Barcelona)". */
export type CorrectedClock = (
  broadcast: Pick<Broadcast, 'audience'>,
) => Promise<(at: Temporal.Instant, words: Words, how?: { withDay: boolean }) => string>

export function correctedClock({
  activities,
  homeTimeZone,
}: {
  activities: Pick<Activities, 'store'>
  homeTimeZone: string
}): CorrectedClock {
  return async ({ audience: { activityId } }) => {
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const zone = activity?.timeZone ?? homeTimeZone
    return (at, words, { withDay } = { withDay: false }) => {
      const local = at.toZonedDateTimeISO(zone)
      const day = withDay ? `${formatShortDay(local.toPlainDate(), words.language)} ` : ''
      return words.plain('composing:moment', {
        time: `${day}${formatClock(local)}`,
        city: (activity && readText(activity.city, words.language)) ?? cityOfZone(zone, words.language),
      })
    }
  }
}
