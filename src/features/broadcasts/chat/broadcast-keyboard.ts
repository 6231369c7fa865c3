import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../platform/texts/words.ts'
import { asksForWord, type Broadcast } from '../domain/broadcast.ts'
import type { AnswerOption } from '../domain/content.ts'
import { answerBroadcast, noMoreBroadcasts, sawBroadcast } from './buttons.ts'

/** What somebody has pressed below a broadcast. */
export interface Pressed {
  hasSeen: boolean
  /** Index of the answer. */
  answer: number | null
}

export interface KeyboardNeeds {
  broadcast: Pick<Broadcast, 'priority' | 'answers'>
  recipientId: number
  canOptOut: boolean
  pressed?: Pressed
}

/** The answers, or "seen" where none are given; and a way out of what somebody may do without. */
export function broadcastKeyboard(
  words: Words,
  { broadcast, recipientId, canOptOut, pressed = { hasSeen: false, answer: null } }: KeyboardNeeds,
): InlineKeyboardButton[][] {
  const answers = broadcast.answers.map((option, nth) => ({
    text: `${pressed.answer === nth ? '☑️ ' : ''}${labelOf(option, words)}`,
    callback_data: answerBroadcast.pack({ recipientId, nth }),
  }))
  const seen = {
    text: words.plain(pressed.hasSeen ? 'broadcasts:hasSeen' : 'broadcasts:seen'),
    callback_data: sawBroadcast.pack({ recipientId }),
  }
  return [
    ...inRows(answers),
    ...(answers.length === 0 && asksForWord(broadcast) ? [[seen]] : []),
    ...(canOptOut
      ? [[{ text: words.plain('broadcasts:noMore'), callback_data: noMoreBroadcasts.pack({ recipientId }) }]]
      : []),
  ]
}

/** An answer in somebody's language, or in whichever it has. */
export const labelOf = ({ labels }: AnswerOption, { language }: Pick<Words, 'language'>): string =>
  labels[language] ?? labels.en ?? Object.values(labels)[0] ?? '…'

/** Two of a row where all are short. */
function inRows<Button extends { text: string }>(buttons: readonly Button[]): Button[][] {
  const perRow = buttons.every(({ text }) => text.length <= 14) ? 2 : 1
  const rows: Button[][] = []
  for (let at = 0; at < buttons.length; at += perRow) rows.push(buttons.slice(at, at + perRow))
  return rows
}
