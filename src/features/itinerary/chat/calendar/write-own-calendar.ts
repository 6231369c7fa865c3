import { writeCalendar } from '../../../../platform/calendar-file.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { OwnProgramme } from '../../actions/own-programme.ts'
import { isUntimed } from '../../domain/item.ts'
import { eventOf } from './event-of.ts'

/** Trips stay in the calendar for so long after their end, in days. */
const keptForDays = 30

/** Everything somebody is approved for, as a calendar in their language. */
export function writeOwnCalendar(
  programmes: readonly OwnProgramme[],
  words: Words,
  {
    botUsername,
    now,
    refreshSeconds,
  }: { botUsername: string; now: Temporal.Instant; refreshSeconds?: number },
): string {
  const since = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: keptForDays })
  const current = programmes.filter(({ activity }) => Temporal.PlainDate.compare(activity.endsOn, since) >= 0)
  return writeCalendar({
    name: words.plain('calendar:name'),
    events: current.flatMap(({ activity, traveller, items }) =>
      items
        .filter((item) => !isUntimed(item))
        .map((item) =>
          eventOf(item, words, {
            botUsername,
            working: activity.workingLanguage,
            // Whatever changes with their own flights, a calendar takes a file only where the number has grown.
            grown: traveller.flightRevision,
          }),
        ),
    ),
    ...(refreshSeconds === undefined ? {} : { refreshSeconds }),
  })
}
