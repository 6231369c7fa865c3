import { button } from '../../../bot/callback-data.ts'

/** The buttons below a broadcast. Their names are stable for good: old buttons stay in old chats. Recipient 0: a preview. */
export const sawBroadcast = button('b.seen', { recipientId: 'number' })
export const answerBroadcast = button('b.answer', { recipientId: 'number', nth: 'number' })
export const noMoreBroadcasts = button('b.nomore', { recipientId: 'number' })
