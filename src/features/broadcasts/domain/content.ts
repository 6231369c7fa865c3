import type { Language } from '../../../shared/localized-text.ts'

/** A file that Telegram keeps, under the id that the bot knows it by. */
export interface FileMedium {
  kind: 'photo' | 'video' | 'animation' | 'document' | 'audio' | 'voice' | 'video_note'
  fileId: string
}

export interface PlaceMedium {
  kind: 'location' | 'venue'
  latitude: number
  longitude: number
  /** Of a venue: plain words. */
  title?: string
  address?: string
}

export interface ContactMedium {
  kind: 'contact'
  phone: string
  firstName: string
  lastName?: string
}

/** What a message carries besides its words. Two to ten photos, films, documents or sounds together are an album. */
export type Medium = FileMedium | PlaceMedium | ContactMedium

/**
 * What a broadcast says. The words are Telegram's HTML, as the coordinator formatted them, with fields like `{bus}` in
 * them; under a picture or a film they are its caption.
 */
export interface Content {
  media: readonly Medium[]
  texts: Readonly<Partial<Record<Language, string>>>
  /** Whoever has no text in their language gets this one, marked; only after a tap that says so. */
  fallback: Language | null
}

export const noContent: Content = { media: [], texts: {}, fallback: null }

export const isEmpty = ({ media, texts }: Content): boolean =>
  media.length === 0 && Object.keys(texts).length === 0

/** A button below a broadcast with which people answer: at most 6. */
export interface AnswerOption {
  labels: Readonly<Partial<Record<Language, string>>>
  /** Whoever presses it needs somebody at once: every coordinator on duty is told, aloud. */
  callsForHelp: boolean
}
