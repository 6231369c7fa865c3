import type { Message } from '../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../bot/page-keys.ts'
import { plainOf } from '../../broadcasts/index.ts'
import { bold, joined } from '../../../platform/texts/html.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import { deskRow } from '../../people/index.ts'
import type { Letter, Thread } from '../domain/letter.ts'
import * as buttons from './buttons.ts'
import { cardKeys, letterLines, writerLines, type CardScene } from './card-view.ts'

/** Somebody who waits, on the list. */
export interface InboxRow {
  threadId: number
  /** How long they have been waiting. */
  minutes: number
  name: string
  firm: string | null
  activity: string | null
  letter: Letter | undefined
  takenBy: string | null
}

/** The inbox: who waits for an answer. */
export function inboxView(
  words: Words,
  { rows, offset, total }: { rows: readonly InboxRow[]; offset: number; total: number },
): Message {
  const head = words(total > 0 ? 'correspondence:inbox.head' : 'correspondence:inbox.none', { count: total })
  return {
    text: [head, ...rows.map((row, at) => rowLines(words, row, offset + at + 1))].join('\n\n'),
    isProtected: true,
    keyboard: [
      ...rows.map(({ threadId, name }, at) => [
        {
          text: shortenedTo(`${offset + at + 1}. ${name}`, 40),
          callback_data: buttons.openThread.pack({ threadId, offset }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total }, (to) => buttons.openInbox.pack({ offset: to })),
      deskRow(words),
    ],
  }
}

function rowLines(words: Words, row: InboxRow, number: number): string {
  const { name, firm, activity, letter, takenBy } = row
  const head = joined(
    [
      `${number}. `,
      bold(name),
      [firm, activity].flatMap((part) => (part === null ? [] : [` · ${part}`])).join(''),
    ],
    '',
  )
  const said =
    letter === undefined
      ? []
      : [
          letter.words.text === ''
            ? words(`correspondence:kind.${letter.kind}`)
            : joined([`“${shortenedTo(letter.words.text.replace(/\s+/g, ' '), 90)}”`]).toString(),
        ]
  const hours = Math.floor(row.minutes / 60)
  const since =
    hours > 0
      ? words('correspondence:inbox.hours', { count: hours })
      : words('correspondence:inbox.minutes', { count: row.minutes })
  return [
    head.toString(),
    ...said,
    takenBy === null ? since : `${since} · ${words('correspondence:card.takenBy', { name: takenBy })}`,
  ].join('\n')
}

/** The last letters of a thread, and what can be done about it. */
export function threadView(
  words: Words,
  {
    thread,
    name,
    letters,
    authors,
    scene,
    offset,
  }: {
    thread: Thread
    /** With whom it is. */
    name: string
    letters: readonly Letter[]
    authors: ReadonlyMap<number, string>
    scene?: CardScene
    offset: number
  },
): Message {
  const isOpen = thread.waitingSince !== null
  // A coordinator may have begun it and written nothing, or what was written has gone since.
  const head = scene
    ? [writerLines(words, scene).join('\n')]
    : [words('correspondence:inbox.empty', { name })]
  const taken = scene?.takenBy ? [words('correspondence:card.takenBy', { name: scene.takenBy })] : []
  return {
    text: [...head, ...letters.map((letter) => lettersText(words, letter, authors)), ...taken].join('\n\n'),
    isProtected: true,
    keyboard: [
      ...(isOpen ? cardKeys(words, thread.id, thread.takenBy !== null) : []),
      [{ text: words.plain('correspondence:inbox.back'), callback_data: buttons.openInbox.pack({ offset }) }],
    ],
  }
}

function lettersText(words: Words, letter: Letter, authors: ReadonlyMap<number, string>): string {
  if (letter.direction === 'in') {
    const short = { ...letter.words, text: shortenedTo(letter.words.text, 400) }
    return letterLines(words, { ...letter, words: short }).join('\n')
  }
  const name =
    (letter.authorId === null ? undefined : authors.get(letter.authorId)) ??
    words.plain('correspondence:somebody')
  const text = shortenedTo(plainOf(letter.words.text), 400)
  return [
    words('correspondence:card.answeredBy', { name }),
    ...(letter.kind === 'text' ? [] : [words(`correspondence:kind.${letter.kind}`)]),
    ...(text === '' ? [] : [words('correspondence:card.quote', { text })]),
  ].join('\n')
}
