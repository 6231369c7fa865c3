import type { Message } from 'grammy/types'
import { composingErrors } from '../../domain/composing/errors.ts'
import { htmlOf } from '../../domain/composing/html-of.ts'
import type { Medium } from '../../domain/content.ts'

/** What somebody has sent, or forwarded: words as Telegram's HTML, and at most one medium. */
export interface WrittenMessage {
  messageId: number
  html: string | undefined
  medium: Medium | undefined
  /** The album that it is a part of. */
  album: string | undefined
}

/** Reads a message as what it could say to others; stickers, polls and games are refused with what works. */
export function readMessage(message: Message): WrittenMessage {
  const { text, entities, caption, caption_entities: captionEntities } = message
  const medium = mediumOf(message)
  const html = text === undefined ? caption && htmlOf(caption, captionEntities) : htmlOf(text, entities)
  if (!medium && !html) throw composingErrors.unsupported()
  return { messageId: message.message_id, html, medium, album: message.media_group_id }
}

/** Whether a message carries anything besides words that can be sent on. */
export const hasMedium = (message: Message): boolean => mediumOf(message) !== undefined

/** Whether an edit of it says something else; a phone that shares where it is edits its message all the time. */
export const canBeMended = (message: Message): boolean =>
  message.location === undefined && (message.text !== undefined || hasMedium(message))

/** A film without sound comes as a document as well, and a place with a name also as a mere place. */
function mediumOf(message: Message): Medium | undefined {
  const { photo, venue, location, contact } = message
  const biggest = photo?.at(-1)
  if (biggest) return { kind: 'photo', fileId: biggest.file_id }
  for (const kind of files) {
    const file = message[kind]
    if (file) return { kind, fileId: file.file_id }
  }
  if (venue) {
    const { title, address } = venue
    return { kind: 'venue', ...pointOf(venue.location), title, address }
  }
  if (location) return { kind: 'location', ...pointOf(location) }
  if (!contact) return undefined
  return {
    kind: 'contact',
    phone: contact.phone_number,
    firstName: contact.first_name,
    ...(contact.last_name === undefined ? {} : { lastName: contact.last_name }),
  }
}

const files = ['animation', 'video', 'video_note', 'voice', 'audio', 'document'] as const

const pointOf = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
  latitude,
  longitude,
})
