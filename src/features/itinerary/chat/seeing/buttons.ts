import { button } from '../../../../bot/callback-data.ts'

/** Buttons of the participants' side. Their names are stable for good: old buttons stay in old chats. */
export const openItinerary = button('i.now')
/** The same underneath: what was tapped is a message that stays. */
export const openBelow = button('i.nowbelow')
/** Now and next of one of several trips. */
export const openTrip = button('i.trip', { activityId: 'number' })
export const openToday = button('i.today', { activityId: 'number' })
export const openTomorrow = button('i.tomorrow', { activityId: 'number' })
/** `day` as 2026-12-10. */
export const openDay = button('i.day', { activityId: 'number', day: 'text' })
export const openWhole = button('i.whole', { activityId: 'number', page: 'number' })
export const openItem = button('i.item', { itemId: 'number' })
/** From the card of the day, which stays as it is. */
export const openItemBelow = button('i.itembelow', { itemId: 'number' })
/** The pin on the map. */
export const showOnMap = button('i.map', { itemId: 'number' })
