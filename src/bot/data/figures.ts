import type { Database } from '../../platform/database.ts'

/** Figures that somebody looks at now and then. */
export function figures({ query }: Pick<Database, 'query'>) {
  return {
    /** Calls of the Bot API that are owed and not yet made, over all processes. */
    async messagesWaiting(): Promise<number> {
      const [row] = await query<{ count: number }>(`select count(*)::int as count from outbox`, [])
      return row?.count ?? 0
    },
  }
}
