import { button } from '../../../bot/callback-data.ts'

/** The buttons of this room. Their names are stable for good: old buttons stay in old chats. */
export const openCalendar = button('i.calendar')
export const sendCalendarFile = button('i.ics')
export const renewCalendarLink = button('i.feed')
export const endCalendarLink = button('i.unfeed')
