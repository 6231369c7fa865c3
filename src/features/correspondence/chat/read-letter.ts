import type { Message } from 'grammy/types'
import { cleanParagraphs, shortenedTo } from '../../../shared/clean-text.ts'
import { letterKinds, type LetterKind } from '../domain/letter.ts'

/** What somebody has sent, as far as it can be carried. */
export interface WrittenLetter {
  kind: LetterKind
  /** Plain words; of a picture its caption. */
  text: string
  album: string | null
  /** The beginning of the bot's message that it replies to. */
  quote?: string
}

/** Reads a message as a letter; undefined: polls, games and the like are none. */
export function readLetter(message: Message, botId: number): WrittenLetter | undefined {
  // A film without sound comes as a document as well, and a place with a name also as a mere place.
  const kind = order.find((name) => message[name] !== undefined)
  if (!kind) return undefined
  const quoted = message.reply_to_message?.from?.id === botId ? message.reply_to_message : undefined
  const quote = quoted && firstLine(quoted.text ?? quoted.caption ?? '')
  return {
    kind,
    text: cleanParagraphs(message.text ?? message.caption ?? ''),
    album: message.media_group_id ?? null,
    ...(quote ? { quote } : {}),
  }
}

const order: readonly LetterKind[] = ['animation', 'venue', ...letterKinds]

const firstLine = (text: string): string => {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return shortenedTo(line.trim(), 120)
}
