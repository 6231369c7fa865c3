import type { Language } from '../../../shared/localized-text.ts'

/**
 * What has become of a broadcast for one person. `waiting`: their turn comes. `quiet`: it waits until their night is over
 * (`notBefore`). `sending`: it is in the outbox. `in_doubt`: the request left and no answer came; it is not repeated.
 * `blocked`: they have blocked the bot or are gone. `never_started`: no phone of theirs has ever written. `failed`: Telegram
 * refuses it, or a field of theirs is empty. `late`: it was of no use any more. `stopped`: before their turn. `opted_out`:
 * they do not want such messages.
 */
export type RecipientState =
  | 'waiting'
  | 'quiet'
  | 'sending'
  | 'sent'
  | 'in_doubt'
  | 'blocked'
  | 'never_started'
  | 'failed'
  | 'late'
  | 'stopped'
  | 'opted_out'

/** One person that a broadcast is for. */
export interface Recipient {
  id: number
  broadcastId: number
  personId: number
  /** Of their phone; null: they have none. */
  language: Language | null
  chatId: number | null
  state: RecipientState
  /** What Telegram said, or which field is empty; of `failed` ones. */
  because: string | null
  notBefore: Temporal.Instant | null
  /** The message with the words and buttons. */
  messageId: number | null
  /** The other messages of it: an album, a place, a voice. */
  mediaIds: readonly number[]
  sentAt: Temporal.Instant | null
  seenAt: Temporal.Instant | null
  /** Index of the answer they have chosen. */
  answer: number | null
  answeredAt: Temporal.Instant | null
  repliedAt: Temporal.Instant | null
  /** How often they were asked again. */
  askedAgain: number
  /** The correction they have, of `Broadcast.revision`. */
  revision: number
  recalledAt: Temporal.Instant | null
}
