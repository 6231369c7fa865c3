import type { Clock } from '../../platform/clock.ts'
import type { Database, Transaction } from '../../platform/database.ts'
import { priorities, type NewOutboxRow, type OutboxRow, type OutboxRows } from '../data/outbox-rows.ts'
import { waysToSend, type DocumentMessage } from '../message.ts'
import { documentPayload } from './payloads.ts'

export interface OwingNeeds {
  database: Database
  clock: Clock
  outbox: Pick<OutboxRows, 'add' | 'keepFile'>
  processNumber: () => number
  send(rows: OutboxRow[]): void
}

const said = Symbol('said')
const isHooked = Symbol('hooked')

/** What a transaction wants said is owed: written with it, sent after its commit. */
export function owing({ database, clock, outbox, processNumber, send }: OwingNeeds) {
  function owe(row: Partial<NewOutboxRow> & Pick<NewOutboxRow, 'chatId' | 'method' | 'payload'>): void {
    const transaction = database.current()
    if (!transaction) throw new Error('Nothing is said outside a transaction: it would be lost with a crash.')
    transaction.drawer<NewOutboxRow>(said).push({
      priority: priorities.reply,
      screen: null,
      isFresh: false,
      fileId: null,
      about: null,
      isOnce: false,
      ...row,
    })
    const hooks = transaction.drawer<true>(isHooked)
    if (hooks.push(true) === 1) transaction.beforeCommit(() => write(transaction))
  }

  /** For transactions that are not an update's: those write their words themselves, with their end. */
  async function write(transaction: Transaction): Promise<void> {
    const rows = await outbox.add(take(transaction), processNumber(), clock.now())
    transaction.afterCommit(() => send(rows))
  }

  const take = (transaction: Transaction) => transaction.drawer<NewOutboxRow>(said).splice(0)

  async function oweDocument(
    chatId: number,
    document: DocumentMessage,
    more: Partial<NewOutboxRow>,
  ): Promise<void> {
    const { name, content } = document
    const { method, part } = waysToSend[document.as ?? 'document']
    const payload = documentPayload(document)
    if (typeof content === 'string')
      return owe({ chatId, method, payload: JSON.stringify({ [part]: content, ...payload }), ...more })
    const fileId = await outbox.keepFile(name, content, clock.now())
    owe({ chatId, method, payload: JSON.stringify(payload), fileId, ...more })
  }

  return { owe, oweDocument, take }
}
