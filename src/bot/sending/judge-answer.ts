import { GrammyError } from 'grammy'
import type { OutboxRow } from '../data/outbox-rows.ts'
import { createsMessage } from './creating-methods.ts'
import { withoutMarkup } from './plain-text.ts'
import type { Tries } from './sender-lane.ts'
import { NoAnswer } from './transport.ts'

/** What to do after a call that did not go through. */
export type Verdict =
  | { kind: 'harmless' }
  /** `counts`: the tries of which kind it is one; none where nothing has reached Telegram, or another call is made. */
  | { kind: 'again'; afterSeconds: number; change?: (row: OutboxRow) => OutboxRow; counts?: keyof Tries }
  | { kind: 'wait'; seconds: number; everybody: boolean }
  /** Nobody can be told anything until the process has another token; what is owed waits. */
  | { kind: 'tokenRefused'; seconds: number }
  | { kind: 'unreachable' }
  /** A delivery that may have arrived. */
  | { kind: 'inDoubt' }
  | { kind: 'migrated'; to: number }
  | { kind: 'giveUp' }

const harmless = [
  'message is not modified',
  'query is too old',
  'message to delete not found',
  'message to pin not found',
  'message to unpin not found',
]
const gone = ['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID']

/**
 * Reads Telegram's answer, or its silence. By ruling 5 a reply whose fate is unknown is sent once more, whatever went
 * wrong before, and a delivery is not; what was never sent, and what Telegram itself failed at, is repeated with growing
 * pauses.
 */
export function judge(error: unknown, row: OutboxRow, tries: Tries): Verdict {
  if (error instanceof GrammyError) return judgeAnswer(error, row, tries)
  if (error instanceof NoAnswer && error.neverSent) return { kind: 'again', afterSeconds: unreachableSeconds }
  if (!(error instanceof NoAnswer) && !(error instanceof SyntaxError)) return { kind: 'giveUp' }
  if (isNeverRepeated(row)) return { kind: 'inDoubt' }
  return again('unknown', tries, createsMessage(row.method) ? 1 : 6)
}

/** A delivery that makes a message; one that only alters what stands there may be made twice. */
export const isNeverRepeated = ({ isOnce, method }: Pick<OutboxRow, 'isOnce' | 'method'>): boolean =>
  isOnce && createsMessage(method)

/** Once more after a pause that grows with the tries of this kind, as long as there have been fewer of them. */
const again = (counts: keyof Tries, tries: Tries, atMost: number): Verdict =>
  tries[counts] < atMost ? { kind: 'again', afterSeconds: pause(tries[counts]), counts } : { kind: 'giveUp' }

function judgeAnswer(error: GrammyError, row: OutboxRow, tries: Tries): Verdict {
  const says = (texts: readonly string[]) => texts.some((text) => error.description.includes(text))
  if (error.error_code === 429) return tooMany(error, row)
  if (refusesToken(error)) return { kind: 'tokenRefused', seconds: tokenSeconds }
  if (error.error_code === 403) return { kind: 'unreachable' }
  // A server that is stopped says so of everything it was asked, also of what it has passed on already.
  if (error.error_code >= 500 && isNeverRepeated(row) && says(['restart'])) return { kind: 'inDoubt' }
  if (error.error_code >= 500)
    // Telegram says itself that it has failed: a reply may come late, after a quarter of an hour it is of no use.
    return again('failed', tries, 30)
  if (error.parameters.migrate_to_chat_id !== undefined)
    return { kind: 'migrated', to: error.parameters.migrate_to_chat_id }
  if (says(harmless)) return { kind: 'harmless' }
  if (says(['chat not found'])) return { kind: 'unreachable' }
  // Whoever wants to know what has become of it decides what is said instead.
  if (says(gone) && row.isOnce) return { kind: 'giveUp' }
  if (says(gone) && !row.isFresh) return withoutTheOldMessage(row)
  if (says(["can't parse entities"]) && row.payload.includes('"parse_mode"'))
    return { kind: 'again', afterSeconds: 0, change: asPlainText }
  return { kind: 'giveUp' }
}

/** The message to edit is gone: what it should have said is sent as a new one; what only tidied it up is not needed. */
function withoutTheOldMessage(row: OutboxRow): Verdict {
  if (row.method === 'sendMessage')
    return { kind: 'again', afterSeconds: 0, change: (same) => ({ ...same, isFresh: true }) }
  if (row.method === 'editMessageText') return { kind: 'again', afterSeconds: 0, change: asNewMessage }
  return { kind: 'harmless' }
}

function asNewMessage(row: OutboxRow): OutboxRow {
  const { message_id: _gone, ...payload } = JSON.parse(row.payload) as Record<string, unknown>
  return { ...row, method: 'sendMessage', payload: JSON.stringify(payload), isFresh: true }
}

/** A group's pace is its own; in a private chat it is mostly the bot's, unless Telegram asks for very long. */
function tooMany(error: GrammyError, row: OutboxRow): Verdict {
  const seconds = error.parameters.retry_after ?? 1
  return { kind: 'wait', seconds, everybody: row.chatId > 0 && seconds <= 60 }
}

/** Whether Telegram does not know the token (any more): it was revoked, or is another bot's by now. */
export const refusesToken = ({ error_code: code, description }: GrammyError): boolean =>
  code === 401 || (code === 404 && !/chat not found|method not found/i.test(description))

/** Between two tries with a token that is refused. */
const tokenSeconds = 5

/** Between two tries to reach Telegram at all. */
const unreachableSeconds = 2

const pause = (tries: number) => Math.min(2 ** tries, 30)

/** Better a message without bold print than none. */
function asPlainText(row: OutboxRow): OutboxRow {
  const { parse_mode: _mode, ...payload } = JSON.parse(row.payload) as Record<string, unknown>
  for (const part of ['text', 'caption']) {
    const text = payload[part]
    if (typeof text === 'string') payload[part] = withoutMarkup(text)
  }
  return { ...row, payload: JSON.stringify(payload) }
}
