import { button } from '../../../../bot/callback-data.ts'

/** On the desk: the messages of an activity that go out within a day. */
export const openReminders = button('i.reminders', { activityId: 'number', offset: 'number' })
/** Who gets one of them; `minute` counts from 1970, `itemId` 0: of no item. */
export const whoGets = button('i.whogets', {
  ...{ activityId: 'number', minute: 'number', kind: 'text', itemId: 'number', offset: 'number' },
})
/** The same by person: all who get anything, what one of them gets, and somebody by their name. */
export const byPerson = button('i.bywhom', { activityId: 'number', offset: 'number' })
export const ofPerson = button('i.ofwhom', { activityId: 'number', personId: 'number', offset: 'number' })
export const findPerson = button('i.findwhom', { activityId: 'number' })
export const whoHasNotHeard = button('i.unheard', { activityId: 'number', offset: 'number' })
/** Asks once before everything stops. */
export const askPause = button('i.askpause', { activityId: 'number' })
export const pauseAll = button('i.pause', { activityId: 'number', isPaused: 'number' })
/** The reminders of the trip, played in minutes into her own chat. */
export const askRehearsal = button('i.rehearse', { activityId: 'number' })
export const rehearse = button('i.rehearsein', { activityId: 'number', language: 'text' })
export const stopRehearsal = button('i.rehearsed')
