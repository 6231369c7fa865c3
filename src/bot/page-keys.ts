import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../platform/texts/words.ts'

/** Rows of a list on one message. */
export const pageSize = 8

/** Where a page begins: at the front, where the list has become shorter than the button thought. */
export const pageAt = (offset: number, total: number): number => (offset >= 0 && offset < total ? offset : 0)

/** The row that turns the pages of a list; none where everything fits on one. */
export function pageKeys(
  words: Words,
  { offset, limit, total }: { offset: number; limit: number; total: number },
  to: (offset: number) => string,
): InlineKeyboardButton[][] {
  const keys = [
    ...(offset > 0
      ? [{ text: words.plain('bot:pageBefore'), callback_data: to(Math.max(offset - limit, 0)) }]
      : []),
    ...(offset + limit < total ? [{ text: words.plain('bot:next'), callback_data: to(offset + limit) }] : []),
  ]
  return keys.length > 0 ? [keys] : []
}
