import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../platform/texts/words.ts'

/** The way to the page before and after; no keys where there is one page only. */
export const pageKeys = (
  words: Words,
  { offset, pageSize, total }: { offset: number; pageSize: number; total: number },
  to: (offset: number) => string,
): InlineKeyboardButton[] => [
  ...(offset > 0
    ? [{ text: words.plain('bot:back'), callback_data: to(Math.max(offset - pageSize, 0)) }]
    : []),
  ...(offset + pageSize < total
    ? [{ text: words.plain('bot:next'), callback_data: to(offset + pageSize) }]
    : []),
]
