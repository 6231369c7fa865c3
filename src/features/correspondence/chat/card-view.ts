import type { Message } from '../../../bot/messenger.ts'
import { bold, joined } from '../../../platform/texts/html.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import { formatPhone } from '../../people/index.ts'
import type { Letter, Writer } from '../domain/letter.ts'
import * as buttons from './buttons.ts'

/** What stands on the card of a letter. */
export interface CardScene {
  letter: Letter
  threadId: number
  writer: Writer
  /** Title of the activity in the reader's language; null: about none. */
  activity: string | null
  /** They are on the way: where to find them is said. Never in a group. */
  isTravelling: boolean
  /** First name of whoever has said that they answer. */
  takenBy: string | null
  /** First name of whoever has answered it or laid it by. */
  settledBy: string | null
  /** What the coordinator has answered, in plain words. */
  answer?: string | undefined
  /** The coordinator before this one has not answered. */
  isEscalated?: boolean
}

/** Words of a letter beyond which only the beginning stands on the card, and the whole below. */
const mostOnCard = 3000

export const isTooLongForCard = ({ words }: Pick<Letter, 'words'>): boolean => words.text.length > mostOnCard

/** A letter as a coordinator gets it: who writes, from where, what, and how it stands. */
export function cardView(words: Words, scene: CardScene): Message {
  const { letter, threadId } = scene
  const isOpen = letter.settledAt === null
  return {
    text: [
      ...(scene.isEscalated ? [words('correspondence:card.escalated')] : []),
      writerLines(words, scene).join('\n'),
      ...letterLines(words, letter),
      ...standingLines(words, scene),
    ].join('\n\n'),
    isProtected: true,
    ...(isOpen ? { keyboard: cardKeys(words, threadId, scene.takenBy !== null) } : {}),
  }
}

/** The same in a group: no travel fields, and no buttons, because whatever is written in the topic is the answer. */
export function groupCardView(words: Words, scene: CardScene): Message {
  const { keyboard: _, ...card } = cardView(words, { ...scene, isTravelling: false })
  return card
}

export const cardKeys = (words: Words, threadId: number, isTaken: boolean) => [
  [
    {
      text: words.plain('correspondence:card.answer'),
      callback_data: buttons.beginAnswer.pack({ threadId }),
    },
    ...(isTaken
      ? []
      : [
          {
            text: words.plain('correspondence:card.take'),
            callback_data: buttons.takeThread.pack({ threadId }),
          },
        ]),
  ],
  [{ text: words.plain('correspondence:card.layBy'), callback_data: buttons.layBy.pack({ threadId }) }],
]

/** Who writes: name and firm, the activity, where they can be found, and their number. */
export function writerLines(
  words: Words,
  { writer, activity, isTravelling }: Pick<CardScene, 'writer' | 'activity' | 'isTravelling'>,
): string[] {
  const { name, firm, phone, bus, hotel, room } = writer
  const head = joined(['✉️ ', bold(name), ...(firm === null ? [] : [` · ${firm}`])], '').toString()
  const where = [
    ...(bus === null ? [] : [words.plain('correspondence:card.bus', { bus })]),
    ...(hotel === null ? [] : [`🏨 ${[hotel, room].filter((part) => part !== null).join(' · ')}`]),
  ]
  return [
    head,
    ...(activity === null ? [] : [joined([`🧳 ${activity}`]).toString()]),
    ...(isTravelling && where.length > 0 ? [joined([where.join(' · ')]).toString()] : []),
    phone === null ? words('correspondence:card.noPhone') : joined([`☎️ ${formatPhone(phone)}`]).toString(),
  ]
}

/** What they say, as they have written it. */
export function letterLines(words: Words, { words: said, kind, editedAt, state }: Letter): string[] {
  const { text, quote, answered } = said
  return [
    ...(quote === undefined ? [] : [words('correspondence:card.replyTo', { text: quote })]),
    ...(kind === 'text' ? [] : [words(`correspondence:kind.${kind}`)]),
    ...(text === ''
      ? []
      : [
          words('correspondence:card.quote', {
            text: shortenedTo(text, text.length > mostOnCard ? 300 : mostOnCard),
          }),
        ]),
    ...(editedAt === null || state === 'known' ? [] : [words('correspondence:card.edited')]),
    ...(answered === undefined ? [] : [words('correspondence:card.botSaid', { text: answered })]),
  ]
}

function standingLines(words: Words, { letter, takenBy, settledBy, answer }: CardScene): string[] {
  if (letter.settledAt !== null) {
    const name = settledBy ?? words.plain('correspondence:somebody')
    if (!letter.isAnswered) return [words('correspondence:card.laidBy', { name })]
    const said = answer ? [words('correspondence:card.quote', { text: shortenedTo(answer, 300) })] : []
    return [[words('correspondence:card.answeredBy', { name }), ...said].join('\n')]
  }
  return takenBy === null ? [] : [words('correspondence:card.takenBy', { name: takenBy })]
}
