import { GrammyError } from 'grammy'
import type { Logger } from 'pino'
import type { OutboxRow } from '../data/outbox-rows.ts'
import type { Verdict } from './judge-answer.ts'

/** How a call has ended, for the figures. */
export type SentOutcome = 'sent' | 'refused' | 'tooMany' | 'givenUp' | 'inDoubt'

export interface NoteNeeds {
  log: Logger
  count(outcome: SentOutcome): void
}

/** Counts and logs a call that did not go through, without its words. */
export function noteVerdict(
  { log, count }: NoteNeeds,
  verdict: Verdict,
  row: OutboxRow,
  error: unknown,
): void {
  if (verdict.kind === 'harmless') return
  count(outcomes[verdict.kind] ?? 'refused')
  const code =
    error instanceof GrammyError ? error.error_code : error instanceof Error ? error.name : 'unknown'
  log.warn({ outbox: row.id, method: row.method, code, verdict: verdict.kind }, 'send.refused')
  if (verdict.kind === 'tokenRefused') log.error({ code }, 'token.refused')
}

const outcomes: Partial<Record<Verdict['kind'], SentOutcome>> = {
  wait: 'tooMany',
  giveUp: 'givenUp',
  inDoubt: 'inDoubt',
}
