import { formatClock } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { Activities } from '../../../activities/index.ts'
import { cityOfZone } from '../../../people/index.ts'
import type { Broadcast } from '../../domain/broadcast.ts'

/** A moment by the clock that the people of a broadcast go by: "14:05 (Barcelona)". */
export type CorrectedClock = (
  broadcast: Pick<Broadcast, 'audience'>,
) => Promise<(at: Temporal.Instant, words: Words) => string>

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
    return (at, words) =>
      words.plain('composing:moment', {
        time: formatClock(at.toZonedDateTimeISO(zone)),
        city: (activity && readText(activity.city, words.language)) ?? cityOfZone(zone, words.language),
      })
  }
}
