import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { watchWaiting } from './waiting-statements.ts'

/**
 * A client whose connections are never used again once one has broken. postgres.js keeps what it was about to write to a
 * connection that breaks, and then greets the server with it when it connects anew, or throws where nobody can catch it
 * (porsager/postgres#1154, open in 3.4.9).
 */
export interface RenewingClient {
  /** The client to use now; ask anew for each statement. */
  readonly now: postgres.Sql
  close(): Promise<void>
}

/**
 * Seconds that what is under way on sound connections of an old client may still take: a second more than a statement has
 * (`statement_timeout`).
 */
const patience = 11

type Options = postgres.Options<Record<string, postgres.PostgresType>>

export function renewingClient(url: string, options: Options): RenewingClient {
  let isClosed = false
  let giveUpWaiting = () => {}
  let now = open()

  function open(): postgres.Sql {
    const client: postgres.Sql = postgres(url, {
      ...options,
      // A connection that ended because it was old would look like a broken one.
      max_lifetime: null,
      onclose: () => renew(client),
    })
    // It sets how values are written, and that shall be the same wherever drizzle's texts and ours are sent.
    drizzle(client)
    giveUpWaiting = watchWaiting(client)
    return client
  }

  function renew(broken: postgres.Sql): void {
    if (isClosed || broken !== now) return
    giveUpWaiting()
    now = open()
    void broken.end({ timeout: patience }).catch(() => {})
  }

  return {
    get now() {
      return now
    },
    async close() {
      isClosed = true
      await now.end({ timeout: 5 })
    },
  }
}
