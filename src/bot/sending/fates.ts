import type { Logger } from 'pino'
import { isPassing, type Database } from '../../platform/database.ts'
import type { OutboxRow, OutboxRows } from '../data/outbox-rows.ts'
import type { Fate, Feature } from '../feature.ts'

/** A delivery that has come to its end. */
export interface EndedDelivery extends Omit<Fate, 'about' | 'chatId'> {
  row: OutboxRow
}

export interface FatesNeeds {
  database: Pick<Database, 'transaction'>
  outbox: Pick<OutboxRows, 'endDeliveries'>
  log: Logger
  /** The rooms, once they are there. */
  features(): readonly Feature[]
  count(fate: Fate['fate']): void
}

/**
 * Ends deliveries and tells the rooms, in one transaction: whoever takes the row out of the outbox is the one who tells,
 * so a fate is told once, also where two processes know it.
 */
export function fates({ database, outbox, log, features, count }: FatesNeeds) {
  async function learn(told: readonly Fate[]): Promise<void> {
    if (told.length > 0) for (const { learnsFates } of features()) await learnsFates?.(told)
  }

  async function endTogether(ended: readonly EndedDelivery[]): Promise<void> {
    const over = await database.transaction(async () => {
      const gone = await outbox.endDeliveries(ended.map(({ row }) => row.id))
      const now = ended.filter(({ row }) => gone.has(row.id))
      await learn(now.flatMap(asFates))
      return now
    })
    for (const { fate } of over) count(fate)
  }

  /** A room that breaks over one fate must not keep those of others waiting, nor what is owed to that chat. */
  async function endAlone(ended: EndedDelivery): Promise<void> {
    try {
      await endTogether([ended])
    } catch (error) {
      if (isPassing(error)) throw error
      log.error({ err: error, outbox: ended.row.id }, 'fate.not-learnt')
      await database.transaction(() => outbox.endDeliveries([ended.row.id]))
    }
  }

  return {
    /** For who ends deliveries in a transaction of their own. */
    learn,
    async end(ended: readonly EndedDelivery[]): Promise<void> {
      try {
        await endTogether(ended)
      } catch (error) {
        if (isPassing(error)) throw error
        for (const one of ended) await endAlone(one)
      }
    },
  }
}

const asFates = ({ row: { about, chatId }, ...ended }: EndedDelivery): Fate[] =>
  about === null ? [] : [{ about, chatId, ...ended }]
