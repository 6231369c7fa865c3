import { numberingEvents } from './actions/number-events.ts'
import { calendarChat } from './chat/calendar/calendar.ts'
import type { Part } from '../../bot/part.ts'
import { writingOwnCalendar } from './chat/calendar/write-own-calendar.ts'
import { calendarEntryStore } from './data/calendar/calendar-entries.ts'
import { calendarLinkStore } from './data/calendar/calendar-links.ts'
import type { Room } from './needs.ts'
import { calendarFeed } from './web/calendar-feed.ts'

/** The programme in somebody's own calendar. */
export function openCalendar(room: Room) {
  const numberEvents = numberingEvents({ ...room, entries: calendarEntryStore(room.database) })
  const needs = {
    ...room,
    links: calendarLinkStore(room.database, room.clock),
    writeOwnCalendar: writingOwnCalendar({ ...room, numberEvents }),
  }
  const part: Part = { chats: [calendarChat(needs)] }
  return { part, routes: calendarFeed(needs) }
}
