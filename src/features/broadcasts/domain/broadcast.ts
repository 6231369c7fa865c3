import type { Audience } from './audience.ts'
import type { AnswerOption, Content } from './content.ts'

/** `normal` keeps quiet hours; `important` too, and asks for "seen"; `urgent` goes at any hour, for a reason, and asks for "seen". */
export const priorities = ['normal', 'important', 'urgent'] as const
export type Priority = (typeof priorities)[number]

/**
 * `draft`: being written. `scheduled`: leaves at `startsAt`, chosen by its author. `arming`: leaves at `startsAt`, in a
 * moment; can be undone. `sending`: its recipients are decided. `stopped`: by somebody, before all had it. `expired`: its
 * moment passed while nobody could send it. `undone`: taken back before the first left.
 */
export type BroadcastState =
  'draft' | 'scheduled' | 'arming' | 'sending' | 'finished' | 'stopped' | 'expired' | 'undone'

/** One message to many. */
export interface Broadcast {
  id: number
  /** The person who wrote it. */
  authorId: number
  state: BroadcastState
  content: Content
  audience: Audience
  priority: Priority
  /** Why it may wake people; of urgent ones. */
  reason: string | null
  answers: readonly AnswerOption[]
  /** Until when answers may be given and changed. */
  answersUntil: Temporal.Instant | null
  /** Minutes after which whoever has not pressed "seen" or answered is asked again, at most twice; null: never by itself. */
  askAgainMinutes: number | null
  /** When the first one leaves. */
  startsAt: Temporal.Instant | null
  /** After this it is of no use to anybody; null: it stays of use. */
  usefulUntil: Temporal.Instant | null
  /** Grows with each correction of what was sent; 0: as it was written. */
  revision: number
  /** How many it is for, decided when it started. */
  people: number
  startedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  /** When it was corrected last. */
  correctedAt: Temporal.Instant | null
  /** Since when it is taken back everywhere. */
  recalledAt: Temporal.Instant | null
  /** Whoever takes part later gets it too. */
  isForNewcomers: boolean
}

/** A person asked for "seen" or for an answer is one who can be silent. */
export const asksForWord = ({ priority, answers }: Pick<Broadcast, 'priority' | 'answers'>): boolean =>
  priority !== 'normal' || answers.length > 0
