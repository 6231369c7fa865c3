import type { Update } from 'grammy/types'
import type { ReceivedUpdate } from '../data/inbox-rows.ts'

/** The kinds of updates Heyet has a use for. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

/** The person, else the chat: what one of them sends is handled in order. */
function laneOf(update: Update): number {
  const message = update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post
  const from = message?.from ?? update.callback_query?.from ?? update.my_chat_member?.from
  return from?.id ?? message?.chat.id ?? 0
}

export const asReceived = (update: Update): ReceivedUpdate => ({
  updateId: update.update_id,
  lane: laneOf(update),
  body: JSON.stringify(update),
  update,
})
