import type { KeyRing } from '../../platform/crypto.ts'
import type { Database } from '../../platform/database.ts'
import type { KnownOfSender } from '../feature.ts'
import { figures } from './figures.ts'
import { handMessages } from './hand-messages.ts'
import { inboxRows } from './inbox-rows.ts'
import { outboxRows } from './outbox-rows.ts'
import { paceRows } from './pace-rows.ts'

/** What the door keeps: what came in, what is owed, what is passed on by hand, the figures and the pace. */
export const doorRows = (
  database: Database,
  botId: number,
  { keys, ...pace }: Parameters<typeof paceRows>[1] & { keys: Pick<KeyRing, 'seal' | 'open'> },
  knownOfSenders: () => readonly KnownOfSender[],
) => ({
  inbox: inboxRows(database, botId, knownOfSenders),
  outbox: outboxRows(database),
  byHand: handMessages(database, keys),
  figures: figures(database),
  pace: paceRows(database, pace),
})
