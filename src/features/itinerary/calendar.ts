import { calendarChat } from './chat/calendar/calendar.ts'
import type { Part } from '../../bot/part.ts'
import { calendarLinkStore } from './data/calendar-links.ts'
import type { Room } from './needs.ts'
import { calendarFeed } from './web/calendar-feed.ts'

/** The programme in somebody's own calendar. */
export function openCalendar(room: Room) {
  const needs = {
    ...room,
    links: calendarLinkStore(room.database, room.clock),
  }
  const part: Part = { chats: [calendarChat(needs)] }
  return { part, routes: calendarFeed(needs) }
}
