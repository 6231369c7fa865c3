import type { InlineKeyboardButton } from 'grammy/types'
import { lengthOf } from '../shared/clean-text.ts'

/** Buttons in rows of two; a last odd one stands alone. */
export const inTwos = <Some>(all: readonly Some[]): Some[][] =>
  all.flatMap((_, at) => (at % 2 === 0 ? [all.slice(at, at + 2)] : []))

/** As many characters as half a row of a narrow phone shows. */
const roomyHalf = 18

/** The same menu in fewer rows: a button that stood alone takes up the next such one, where both can be read whole. */
export function sideBySide(rows: readonly InlineKeyboardButton[][]): InlineKeyboardButton[][] {
  const paired: InlineKeyboardButton[][] = []
  let alone: InlineKeyboardButton[] | undefined
  for (const row of rows) {
    if (alone && isShort(row)) {
      alone.push(...row)
      alone = undefined
      continue
    }
    const kept = [...row]
    paired.push(kept)
    if (isShort(kept)) alone = kept
  }
  return paired
}

const isShort = (row: readonly InlineKeyboardButton[]): boolean =>
  row.length === 1 && row.every(({ text }) => lengthOf(text) <= roomyHalf)
