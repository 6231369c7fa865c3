import type { InlineKeyboardButton, MaybeInaccessibleMessage } from 'grammy/types'
import type { Message } from './message.ts'

/** Whether a message stands in the chat already just as it is to be shown: then nobody sees that anything was done. */
export function standsAlready(pressed: MaybeInaccessibleMessage | undefined, message: Message): boolean {
  if (!pressed || !('text' in pressed) || pressed.text === undefined) return false
  return (
    pressed.text.trim() === asShown(message.text).trim() &&
    keysOf(pressed.reply_markup?.inline_keyboard) === keysOf(message.keyboard)
  )
}

const keysOf = (rows: InlineKeyboardButton[][] = []): string =>
  JSON.stringify(
    rows.map((row) => row.map((key) => [key.text, 'callback_data' in key ? key.callback_data : ''])),
  )

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Telegram shows no tags. */
const asShown = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => names[name] ?? '')
