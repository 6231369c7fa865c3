import { button } from '../../../../bot/callback-data.ts'

/** The buttons below the card of a broadcast. Their names are stable for good: old buttons stay in old chats. */
export const openCard = button('b.card', { broadcastId: 'number' })
export const stopBroadcast = button('b.stop', { broadcastId: 'number' })
export const openList = button('b.list', {
  broadcastId: 'number',
  kind: 'text',
  nth: 'number',
  offset: 'number',
})
export const resendBroadcast = button('b.resend', { broadcastId: 'number' })
export const askSilent = button('b.ask', { broadcastId: 'number' })
export const sendTable = button('b.table', { broadcastId: 'number' })
/** What somebody gets that is not about a trip of theirs. */
export const openWishes = button('b.wishes')
export const setWish = button('b.wish', { wants: 'number' })
export const wantMore = button('b.wantmore')
