import type { MessageEntity } from 'grammy/types'
import { cleanText } from './bot-api/formatted-text.ts'
import type { Content } from './bot-api/sending.ts'
import { PhoneError } from './phone-error.ts'

/** A text as typed: cleaned, with commands, links and mentions marked. */
export function typed(text: string, entities: MessageEntity[] = []): Content {
  const clean = cleanText({ text, entities })
  if (clean.text === '') throw new PhoneError('There is nothing to send.', 'empty')
  if (clean.text.length > 4096) throw new PhoneError('A message has at most 4096 characters.', 'tooLong')
  return { text: clean.text, ...(clean.entities.length > 0 && { entities: clean.entities }) }
}
