import type { Language } from '../../../shared/localized-text.ts'

/**
 * How far a letter is. Of the person: `asking` whether it shows an identity document, `choosing` which trip it is about,
 * `known` (the bot has answered it), `passed` on to the coordinators. Of a coordinator: `gathering` the pictures
 * of an album, then as its delivery stands.
 */
export type LetterState =
  | 'asking'
  | 'choosing'
  | 'known'
  | 'passed'
  | 'gathering'
  | 'sending'
  | 'sent'
  | 'in_doubt'
  | 'unreachable'
  | 'refused'

/** What a letter says: plain words of the person, Telegram's HTML of a coordinator. */
export interface LetterWords {
  text: string
  /** The beginning of what it replies to, as its writer has read it. */
  quote?: string
  /** What the bot has answered to it, and about which activity. */
  answered?: string
  about?: number
}

/** A letter as it is kept. */
export interface Letter {
  id: number
  personId: number
  threadId: number | null
  direction: 'in' | 'out'
  authorId: number | null
  state: LetterState
  kind: LetterKind
  words: LetterWords
  at: Temporal.Instant
  editedAt: Temporal.Instant | null
  settledBy: number | null
  settledAt: Temporal.Instant | null
  isAnswered: boolean
}

export const letterKinds = [
  'text',
  'photo',
  'video',
  'document',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'location',
  'venue',
  'contact',
] as const

/** What a letter consists of, in Telegram's words. */
export type LetterKind = (typeof letterKinds)[number]

/** What might show a passport: nobody sees it before the person has said that it does not. */
export const mayShowIdentity = (kind: LetterKind, isOfAlbum: boolean): boolean =>
  kind === 'photo' || kind === 'document' || isOfAlbum

/** One correspondence: somebody, and the coordinators of an activity. */
export interface Thread {
  id: number
  personId: number
  activityId: number | null
  waitingSince: Temporal.Instant | null
  takenBy: number | null
  takenAt: Temporal.Instant | null
  escalateAt: Temporal.Instant | null
  toldAt: Temporal.Instant | null
}

/** What a coordinator sees of whoever writes, in no language. */
export interface Writer {
  personId: number
  name: string
  firm: string | null
  /** E.164. */
  phone: string | null
  bus: string | null
  hotel: string | null
  room: string | null
  language: Language | null
}
