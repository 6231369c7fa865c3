import type { InlineKeyboardButton } from 'grammy/types'
import type { Deliverable, DocumentMessage, Message } from '../../../bot/message.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import type { Broadcast } from '../domain/broadcast.ts'
import type { FileMedium, Medium } from '../domain/content.ts'
import { mostUnits, visibleLength } from '../domain/visible-length.ts'
import { broadcastKeyboard, labelOf, type Pressed } from './broadcast-keyboard.ts'
import { mediaMessages } from './media-messages.ts'

/** Why somebody gets a broadcast: they take part in its activity, have applied for it, or are known to the chamber. */
export type Standing = 'approved' | 'applied' | 'contact'

/** A broadcast and somebody it is for. */
export interface ToSomebody {
  broadcast: Pick<Broadcast, 'content' | 'priority' | 'answers'>
  /** 0: a preview, whose buttons say so. */
  recipientId: number
  /** The words in their language (`textFor`), the fields filled: Telegram's HTML. */
  filled: string
  isFallback: boolean
  /** Whoever has written it; null: they are gone. */
  author: string | null
  /** Title of the activity in their language; null: of the whole house. */
  activity: string | null
  standing: Standing
  /** A message they may do without: they can say that they want no more of these. */
  canOptOut: boolean
  /** Arrives without a sound. */
  isSilent?: boolean
  /** When it was corrected, as a clock with its city. */
  correctedAt?: string
  /** When the others got it, where that was before they joined: a day and a clock with its city. */
  sentEarlierAt?: string
  /** What they have pressed already. */
  pressed?: Pressed
}

/** What somebody gets of a broadcast, in the order in which it goes out. */
export interface BroadcastMessages {
  /** What cannot carry the words: it goes before them. */
  media: readonly Deliverable[]
  /** The words and buttons: a message of their own (`text`), or the only picture, film or file with them as its caption. */
  words: Message | (DocumentMessage & { content: string; caption: string })
}

/** The one place that turns a broadcast into messages: for a preview, for sending and for a correction alike. */
export function broadcastMessages(words: Words, to: ToSomebody): BroadcastMessages {
  const { media } = to.broadcast.content
  const text = textOf(words, to)
  const keyboard = broadcastKeyboard(words, to)
  const more = { ...(keyboard.length > 0 ? { keyboard } : {}), ...(to.isSilent ? { isSilent: true } : {}) }
  const carrier = carrierOf(media, text)
  if (carrier) return { media: [], words: captioned(carrier, text, more) }
  return { media: mediaMessages(media, to.isSilent), words: { text, ...more } }
}

/** The words come first, because a locked phone shows no more than them; who has sent it and why stands below. */
function textOf(words: Words, { filled, isFallback, correctedAt, sentEarlierAt, ...to }: ToSomebody): string {
  const author = shortenedTo(to.author ?? words.plain('broadcasts:office'), longestAuthor)
  const activity = shortenedTo(to.activity ?? '', longestTitle)
  const why = to.activity === null ? 'contact' : to.standing
  return [
    ...(correctedAt === undefined ? [] : [words('broadcasts:corrected', { time: correctedAt })]),
    ...(filled.trim() === '' ? [] : [filled.trim()]),
    ...(isFallback ? [words('broadcasts:fallback')] : []),
    ...(sentEarlierAt === undefined ? [] : [words('broadcasts:sentEarlier', { time: sentEarlierAt })]),
    ...(words.isByHand ? choicesLine(words, to.broadcast) : []),
    words(`broadcasts:why.${why}`, { author, activity }),
  ].join('\n\n')
}

/** What stands below the words keeps within the room that is left for it (`mostWords`). */
const longestAuthor = 60
const longestTitle = 120

/** What others tap is said. */
const choicesLine = (words: Words, { answers }: ToSomebody['broadcast']): string[] =>
  answers.length === 0
    ? []
    : [words('byhand:answers', { choices: answers.map((option) => labelOf(option, words)).join(' / ') })]

/** The medium under which the words stand, where it is the only one and they fit. */
function carrierOf(media: readonly Medium[], text: string): FileMedium | undefined {
  const [only, ...others] = media
  if (!only || others.length > 0 || visibleLength(text) > mostUnits.caption) return undefined
  return carriesWords(only) ? only : undefined
}

/** A voice could, but phones show little of it there. */
const carriesWords = (medium: Medium): medium is FileMedium =>
  ['photo', 'video', 'animation', 'document', 'audio'].includes(medium.kind)

const captioned = (
  { kind, fileId }: FileMedium,
  caption: string,
  more: { keyboard?: InlineKeyboardButton[][]; isSilent?: boolean },
) => ({ name: '', content: fileId, as: kind, caption, ...more })
