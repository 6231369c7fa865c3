import { writeCalendar, type CalendarEvent } from '../../../../platform/calendar-file.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { ItemEvent, NumberEvents } from '../../actions/number-events.ts'
import type { OwnProgramme } from '../../actions/own-programme.ts'
import { isUntimed, type ProgrammeItem } from '../../domain/item.ts'
import { eventOf } from './event-of.ts'

/** Trips stay in the calendar for so long after their end, in days. */
const keptForDays = 30

export interface OwnCalendarNeeds {
  numberEvents: NumberEvents
  clock: Clock
  botUsername: string
}

interface ForWhom {
  personId: number
  words: Words
  programmes: readonly OwnProgramme[]
  /** For whoever subscribes, who needs not be told what is theirs no more: it is not there. */
  refreshSeconds?: number
}

export type WriteOwnCalendar = ReturnType<typeof writingOwnCalendar>

/** Everything somebody is approved for, as a calendar in their language. */
export function writingOwnCalendar({ numberEvents, clock, botUsername }: OwnCalendarNeeds) {
  return async ({ personId, words, programmes, refreshSeconds }: ForWhom): Promise<string> => {
    const since = clock.now().subtract({ hours: keptForDays * 24 })
    const day = since.toZonedDateTimeISO('UTC').toPlainDate()
    const events = programmes
      .filter(({ activity }) => Temporal.PlainDate.compare(activity.endsOn, day) >= 0)
      .flatMap((programme) => eventsOf(programme, words, botUsername))
    const { theirs, calledOff } = await numberEvents(personId, events, since)
    return writeCalendar({
      name: words.plain('calendar:name'),
      ...(refreshSeconds === undefined
        ? { events: [...theirs, ...calledOff] }
        : { events: theirs, refreshSeconds }),
    })
  }
}

const eventsOf = ({ activity, traveller, items }: OwnProgramme, words: Words, botUsername: string) =>
  items
    .filter((item) => !isUntimed(item))
    .map((item): ItemEvent => {
      const { workingLanguage: working } = activity
      // Their flights may have changed before a calendar was kept track of.
      const grown = traveller.flightRevision
      const event = eventOf(item, words, { botUsername, working, grown })
      return { itemId: item.id, event, kept: item.ownFlight ? asOfTheGroup(item, event, words) : event }
    })

/** The day, and what the group's flight is called. */
const asOfTheGroup = ({ title }: ProgrammeItem, { startsAt }: CalendarEvent, { language }: Words) => ({
  title: readText(title, language) ?? '',
  startsAt: startsAt.startOfDay(),
  endsAt: null,
})
