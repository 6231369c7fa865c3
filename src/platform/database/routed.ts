import type { AsyncLocalStorage } from 'node:async_hooks'
import type postgres from 'postgres'
import type { RenewingClient } from './renewing-client.ts'
import type { Running } from './transaction.ts'

/** A client for drizzle that sends each statement to the transaction of whoever asks, where that is where it belongs. */
export function routed(
  client: () => RenewingClient,
  running: AsyncLocalStorage<Running>,
  belongs: (transaction: Running) => boolean,
): postgres.Sql {
  const unsafe = (text: string, parameters?: never[], options?: postgres.UnsafeQueryOptions) => {
    const transaction = running.getStore()
    const prepared = { ...options, ...kept }
    if (!transaction || !belongs(transaction)) return client().now.unsafe(text, parameters, prepared)
    const sent = transaction.connection().then((its) => ({ query: its.unsafe(text, parameters, prepared) }))
    return {
      then: (...handlers: Parameters<Promise<unknown>['then']>) =>
        sent.then(({ query }) => query).then(...handlers),
      values: () => sent.then(({ query }) => query.values()),
    }
  }
  return new Proxy(client().now, {
    get: (target, property) => (property === 'unsafe' ? unsafe : (Reflect.get(target, property) as unknown)),
  })
}

/**
 * The parsed statement is kept with the connection: our texts and drizzle's are few and come again and again. postgres.js
 * would not do so where there are no parameters, and PostgreSQL would plan those anew each time.
 */
export const kept = { prepare: true, simple: false }
