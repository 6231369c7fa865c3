import { languages, type Language } from '../../../../shared/localized-text.ts'
import type { Content, Medium } from '../content.ts'
import type { ComposedDraft, DraftNotes } from './draft.ts'

/** A message of hers as the draft takes it: words in one language, at most one medium. */
export interface PutMessage {
  messageId: number
  html: string | undefined
  medium: Medium | undefined
  album: string | undefined
  /** The language its words are taken for. */
  language: Language
}

type Put = Pick<ComposedDraft, 'content' | 'notes'>

/** A message in place of everything that was there. */
export const startContent = (notes: DraftNotes, message: PutMessage): Put =>
  putMedia(
    { content: { media: [], texts: {}, fallback: null }, notes: { ...cleared(notes), textFrom: {} } },
    message,
  )

/** A message in place of the media; its words, if it has any, in place of those of its language. */
export function putMedia(draft: Put, message: PutMessage): Put {
  const { medium, album, messageId } = message
  const notes = cleared(draft.notes)
  if (!medium) return putText({ ...draft, notes }, message)
  return putText(
    {
      content: { ...draft.content, media: [medium] },
      notes: { ...notes, mediaFrom: [messageId], ...(album === undefined ? {} : { album }) },
    },
    message,
  )
}

/** One more of the album that the media began with; one that comes again changes nothing. */
export function addToAlbum(draft: Put, message: PutMessage): Put {
  const { mediaFrom = [] } = draft.notes
  const { medium, messageId } = message
  if (!medium || mediaFrom.includes(messageId) || draft.content.media.length >= mostTogether) return draft
  const grown = {
    content: { ...draft.content, media: [...draft.content.media, medium] },
    notes: { ...draft.notes, mediaFrom: [...mediaFrom, messageId] },
  }
  const already = draft.content.texts[message.language]
  return already === undefined ? putText(grown, message) : grown
}

export function putText({ content, notes }: Put, { html, language, messageId }: PutMessage): Put {
  if (html === undefined) return { content, notes }
  return {
    content: { ...content, texts: { ...content.texts, [language]: html } },
    notes: { ...notes, textFrom: { ...notes.textFrom, [language]: messageId } },
  }
}

/** A message of hers that she has edited since; `undefined` where it is no part of the draft. */
export function putEdited({ content, notes }: Put, message: PutMessage): Put | undefined {
  const { medium, html, messageId } = message
  const at = notes.mediaFrom?.indexOf(messageId) ?? -1
  const known = languages.find((language) => notes.textFrom?.[language] === messageId)
  if (at < 0 && known === undefined) return undefined
  const media = at >= 0 && medium ? content.media.with(at, medium) : content.media
  const put = { content: { ...content, media }, notes }
  // A caption that was not there before is in the language that she reads.
  if (html !== undefined) return putText(put, { ...message, language: known ?? message.language })
  return known === undefined ? put : { ...put, content: withoutText(put.content, known) }
}

export function withoutText(content: Content, language: Language): Content {
  const { [language]: _, ...texts } = content.texts
  return { ...content, texts, fallback: content.fallback === language ? null : content.fallback }
}

/** Telegram's most for an album. */
const mostTogether = 10

const cleared = ({ album: _, mediaFrom: __, ...notes }: DraftNotes): DraftNotes => notes
