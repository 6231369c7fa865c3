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

/** On the desk: the messages of an activity that go out within a day. */
export const openReminders = button('i.reminders', { activityId: 'number', offset: 'number' })
/** Who gets one of them; `minute` counts from 1970, `itemId` 0: of no item. */
export const whoGets = button('i.whogets', {
  ...{ activityId: 'number', minute: 'number', kind: 'text', itemId: 'number', offset: 'number' },
})
export const whoHasNotHeard = button('i.unheard', { activityId: 'number', offset: 'number' })
/** Asks once before everything stops. */
export const askPause = button('i.askpause', { activityId: 'number' })
export const pauseAll = button('i.pause', { activityId: 'number', isPaused: 'number' })
/** The reminders of the trip, played in minutes into her own chat. */
export const askRehearsal = button('i.rehearse', { activityId: 'number' })
export const rehearse = button('i.rehearsein', { activityId: 'number', language: 'text' })
export const stopRehearsal = button('i.rehearsed')
