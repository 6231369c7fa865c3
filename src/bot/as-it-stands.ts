import type { InlineKeyboardButton, MaybeInaccessibleMessage } from 'grammy/types'
import type { Message } from './message.ts'
import { withoutMarkup } from './sending/plain-text.ts'

/** Whether a message stands in the chat already just as it is to be shown: then nobody sees that anything was done. */
export function standsAlready(pressed: MaybeInaccessibleMessage | undefined, message: Message): boolean {
  if (!pressed || !('text' in pressed) || pressed.text === undefined) return false
  return (
    pressed.text.trim() === withoutMarkup(message.text).trim() &&
    keysOf(pressed.reply_markup?.inline_keyboard) === keysOf(message.keyboard)
  )
}

const keysOf = (rows: InlineKeyboardButton[][] = []): string =>
  JSON.stringify(
    rows.map((row) => row.map((key) => [key.text, 'callback_data' in key ? key.callback_data : ''])),
  )
