import { button } from '../../../bot/callback-data.ts'

/** The buttons of the room. Their names are stable for good: old buttons stay in old chats. */
export const beginAnswer = button('c.answer', { threadId: 'number' })
/** To somebody first, from their card. */
export const writeTo = button('c.write', { applicationId: 'number' })
export const leaveAnswer = button('c.leave')
export const takeThread = button('c.take', { threadId: 'number' })
export const layBy = button('c.layby', { threadId: 'number' })
export const openInbox = button('c.inbox', { offset: 'number' })
export const openThread = button('c.thread', { threadId: 'number', offset: 'number' })
/** Of the person: whether a picture shows an identity document. */
export const isIdentity = button('c.identity', { letterId: 'number' })
export const isNoIdentity = button('c.noidentity', { letterId: 'number' })
/** Of the person: which activity their letters are about; 0: none of these. */
export const chooseTrip = button('c.trip', { activityId: 'number' })
/** Of the owner: which activity a group is for. */
export const bindGroup = button('c.bind', { forumId: 'number', activityId: 'number' })
/** Of the person: the bot's answer was not to the point. */
export const notMeant = button('c.notmeant', { letterId: 'number' })
