import type postgres from 'postgres'
import { isBrokenConnection } from './errors.ts'

/** A begun transaction on a connection of its own. */
export interface Lease {
  /** The connection, as long as it has not broken. */
  client(): Promise<postgres.TransactionSql>
  commit(): Promise<void>
  rollback(because: unknown): Promise<void>
}

/**
 * Begins a transaction. A connection that breaks rolls back by itself; postgres.js would say `rollback` on it all the same,
 * and by then it may be gone, or somebody else's. So nothing is ever said on a broken one: its end is just forgotten.
 */
export function lease(sql: postgres.Sql): Lease {
  const outcome = Promise.withResolvers<void>()
  const connected = Promise.withResolvers<postgres.TransactionSql>()
  let isEnding = false
  let broken: { because: unknown } | undefined
  const ended = sql.begin((client) => {
    connected.resolve(client)
    return outcome.promise
  })
  ended.catch((error: unknown) => {
    if (!isEnding) broken = { because: error }
    connected.reject(error)
  })
  // Where nobody asks for the connection any more, its loss is no news.
  connected.promise.catch(() => {})

  return {
    async client() {
      if (broken) throw broken.because
      return connected.promise
    },
    async commit() {
      if (broken) throw broken.because
      isEnding = true
      outcome.resolve()
      await ended
    },
    async rollback(because) {
      if (broken || isBrokenConnection(because)) return
      isEnding = true
      outcome.promise.catch(() => {})
      outcome.reject(because)
      await ended.catch(() => {})
    },
  }
}
