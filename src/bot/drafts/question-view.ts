import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../platform/texts/words.ts'
import type { QuestionButtons } from './question-buttons.ts'

/** Something to tap; a wide one has a row to itself. */
export interface OfferedChoice {
  label: string
  value: string
  isWide?: boolean
}

/** What can be tapped at a question. */
export interface Choices {
  choices: readonly OfferedChoice[]
  perRow?: number
}

/** A question that stands open: which draft it belongs to, and which ways lead on from it. */
export interface OpenQuestion {
  words: Words
  buttons: QuestionButtons
  draft: { id: number; revision: number }
  step: string
  hasBack: boolean
  hasSkip: boolean
}

/** The answers to tap, and below them always the same last row. */
export const questionKeyboard = (question: OpenQuestion, choices: Choices): InlineKeyboardButton[][] => [
  ...choiceRows(question, choices),
  lastRow(question),
]

function choiceRows({ buttons, draft, step }: OpenQuestion, { choices, perRow = 1 }: Choices) {
  const keyOf = ({ label, value }: OfferedChoice): InlineKeyboardButton => ({
    text: label,
    callback_data: buttons.pick.pack({ draftId: draft.id, revision: draft.revision, step, value }),
  })
  return rowsOf(choices, perRow).map((row) => row.map(keyOf))
}

/** Beside each other as far as the row goes; a wide one ends the row before it. */
function rowsOf(choices: readonly OfferedChoice[], perRow: number): OfferedChoice[][] {
  const rows: OfferedChoice[][] = []
  for (const choice of choices) {
    const row = rows.at(-1)
    const isFull = !row || row.length >= perRow || (row[0]?.isWide ?? false)
    if (choice.isWide || isFull) rows.push([choice])
    else row.push(choice)
  }
  return rows
}

/** The same place at every step: back, skip, pause. */
function lastRow({ words, buttons, draft, hasBack, hasSkip }: OpenQuestion): InlineKeyboardButton[] {
  const to = { draftId: draft.id, revision: draft.revision }
  return [
    ...(hasBack ? [{ text: words.plain('bot:drafts.back'), callback_data: buttons.back.pack(to) }] : []),
    ...(hasSkip ? [{ text: words.plain('bot:drafts.skip'), callback_data: buttons.skip.pack(to) }] : []),
    pauseKey(words, buttons, draft.id),
  ]
}

export const pauseKey = (words: Words, { pause }: QuestionButtons, draftId: number) => ({
  text: words.plain('bot:drafts.pause'),
  callback_data: pause.pack({ draftId }),
})

/** The name of what is filled in and how far somebody is: "3/8 ▰▰▰▱▱▱▱▱". */
export const progressLine = (words: Words, title: string, { at, of }: { at: number; of: number }): string =>
  words('bot:drafts.progress', {
    title,
    at: String(at),
    of: String(of),
    bar: '▰'.repeat(at) + '▱'.repeat(Math.max(of - at, 0)),
  })

/** A button per line that can be changed. */
export const changeKeys = (
  { change }: QuestionButtons,
  draft: { id: number; revision: number },
  lines: readonly { step: string; label: string }[],
): InlineKeyboardButton[] =>
  lines.map(({ step, label }) => ({
    text: `✎ ${label}`,
    callback_data: change.pack({ draftId: draft.id, revision: draft.revision, step }),
  }))

export function inRows<Item>(items: readonly Item[], perRow: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / perRow) }, (_, row) =>
    items.slice(row * perRow, (row + 1) * perRow),
  )
}
