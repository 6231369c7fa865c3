import { isByHand } from '../../shared/by-hand.ts'

/** What goes with a call to somebody without Telegram, for whoever passes it on; Telegram is never told it. */
export interface HandNotes {
  /** From then on it is of no use to be passed on. */
  usefulUntil?: Temporal.Instant | undefined
  /** Telegram's HTML: what whoever was told something is to be told once it does not hold any more. */
  takenBack?: string | undefined
}

/** The payload of a call, with the notes where it is passed on by hand. */
export const withHandNotes = (
  chatId: number,
  payload: object,
  { usefulUntil, takenBack }: HandNotes,
): object =>
  isByHand(chatId)
    ? { ...payload, hand_notes: { useful_until: usefulUntil?.toString(), text: takenBack } }
    : payload

/** The notes of a call as they are read again. */
export function handNotesIn(payload: Readonly<Record<string, unknown>>): {
  usefulUntil: string | null
  takenBack: string
} {
  const { useful_until: until, text } = (payload['hand_notes'] ?? {}) as Record<string, unknown>
  return {
    usefulUntil: typeof until === 'string' ? until : null,
    takenBack: typeof text === 'string' ? text : '',
  }
}
