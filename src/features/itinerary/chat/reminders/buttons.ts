import { button } from '../../../../bot/callback-data.ts'

/** The reader has seen what asked for it: a change, the evening before the trip. */
export const markSeen = button('i.seen', { deliveryId: 'number' })
/** A coordinator's duty is done. */
export const dutyDone = button('i.duty', { activityId: 'number', slot: 'text' })

/** How somebody wishes to be reminded. */
export const openWishes = button('i.wishes')
/** Minutes before an item; 0: as planned. */
export const chooseLead = button('i.lead', { minutes: 'number' })
/** The overview of tomorrow: `1900`, `none`, or `plan`. */
export const chooseEvening = button('i.evening', { at: 'text' })
export const chooseMute = button('i.mute', { isMuted: 'number' })
