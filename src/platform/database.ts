import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { LastWords } from './database/last-words.ts'
import { renewingClient, type RenewingClient } from './database/renewing-client.ts'
import { kept, routed } from './database/routed.ts'
import { attempt, begin, type Running, type Transaction } from './database/transaction.ts'

export { isPassing, isUniqueViolation } from './database/errors.ts'
export { isBrokenRule, type LastWords } from './database/last-words.ts'
export type { Transaction } from './database/transaction.ts'
export type Sql = postgres.Sql
export type Db = PostgresJsDatabase<Record<string, never>>

/** PostgreSQL under our names: everything written inside `transaction` belongs to it, however deep the call. */
export interface Database {
  /** The raw client. Moments go in and come out as ISO text, JSON goes in as text: drizzle has set it so. */
  readonly sql: Sql
  /** Drizzle; inside `transaction` it speaks on that transaction's connection. */
  readonly db: Db
  /**
   * Drizzle for quick plain reads by key. As long as a transaction has written nothing there is nothing of its own to
   * see, and they travel on a connection of their own, many together, instead of beginning it.
   */
  readonly lookups: Db
  /**
   * For many plain reads at once that come again and again: outside of a transaction all of them travel on one connection
   * of their own, which plans each once, instead of taking every connection there is.
   */
  aside<T>(reads: () => Promise<T>): Promise<T>
  /** Runs raw SQL on the current transaction, or alone when there is none. */
  query<Row extends object>(text: string, parameters: unknown[]): Promise<Row[]>
  /** A quick statement that is whole in itself, outside any transaction; many travel to the database together. */
  queryAlone<Row extends object>(text: string, parameters: unknown[]): Promise<Row[]>
  /** All or nothing; joins the transaction that is already running. Begins at the first statement, not before. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** Runs `work` so that a throw takes back only what it wrote, not the whole transaction. */
  attempt<T>(work: () => Promise<T>): Promise<T>
  current(): Transaction | undefined
  /** Writes with the end of the current transaction; at once when there is none. */
  writeLast(words: LastWords): Promise<void>
  /** Reads once in a transaction: what `read` found is found again under the same name, until it is forgotten. */
  remember<T>(name: string, read: () => Promise<T>): Promise<T>
  /** After a write: the next reader of `name` finds `known`, or looks again; without a name everything is forgotten. */
  forget(name?: string, known?: unknown): void
  /** Hears what is notified on a channel, on a connection of its own that comes back when it breaks. */
  listen(channel: string, hear: (payload: string) => void): Promise<void>
  /** What has been read together with something else, so that the next reader of `name` finds it. */
  keepInMind(name: string, known: unknown): void
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  /** Connections for transactions, at most. */
  connections?: number
  applicationName?: string
}

/** Connections that many quick statements share, for those that write and for those that read. */
const shared = { writing: 2, reading: 1 }

export function openDatabase({
  url,
  connections = 12,
  applicationName = 'heyet',
}: DatabaseOptions): Database {
  const running = new AsyncLocalStorage<Running>()
  const connect = (max: number, more = {}) =>
    renewingClient(url, { ...settings, max, connection: { ...limits(applicationName), ...more } })
  const own = connect(connections)
  const reading = connect(shared.reading, planned)
  const writing = connect(shared.writing, planned)
  const watching = connect(1, planned)
  const asideOn = new AsyncLocalStorage<RenewingClient>()
  const ears = postgres(url, { ...settings, max: 1, connection: limits(applicationName) })

  async function transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const outer = running.getStore()
    if (outer) return work(outer)
    const inner = begin(
      () => own.now,
      () => writing.now,
    )
    let result: T
    try {
      result = await running.run(inner, () => work(inner))
      await running.run(inner, () => inner.commit())
    } catch (error) {
      await inner.rollback(error)
      throw error
    }
    // Out here, because whatever this sets going must not go on speaking on a connection that is somebody else's now.
    inner.followUp()
    return result
  }

  const ask = <Row extends object>(
    client: Sql | postgres.TransactionSql,
    text: string,
    parameters: unknown[],
  ) => client.unsafe<Row[]>(text, parameters as never[], kept)

  return {
    get sql() {
      return own.now
    },
    db: drizzle(
      routed(
        () => asideOn.getStore() ?? own,
        running,
        () => true,
      ),
    ),
    lookups: drizzle(
      routed(
        () => reading,
        running,
        (transaction) => transaction.isOpen(),
      ),
    ),
    aside: (reads) => asideOn.run(watching, reads),
    transaction,
    current: () => running.getStore(),
    writeLast: (words) => transaction((current) => current.writeLast(words)),
    async remember<T>(name: string, read: () => Promise<T>): Promise<T> {
      const memory = running.getStore()?.memory
      if (memory?.has(name)) return memory.get(name) as T
      const found = await read()
      memory?.set(name, found)
      return found
    },
    forget(name, known) {
      const memory = running.getStore()?.memory
      if (name === undefined) memory?.clear()
      else if (known === undefined) memory?.delete(name)
      else memory?.set(name, known)
    },
    keepInMind: (name, known) => void running.getStore()?.memory.set(name, known),
    async query<Row extends object>(text: string, parameters: unknown[]) {
      return ask<Row>(
        (await running.getStore()?.connection()) ?? (asideOn.getStore() ?? own).now,
        text,
        parameters,
      )
    },
    queryAlone: async <Row extends object>(text: string, parameters: unknown[]) =>
      ask<Row>(writing.now, text, parameters),
    attempt: (work) => {
      const outer = running.getStore()
      return outer ? attempt(outer, work) : transaction(work)
    },
    listen: async (channel, hear) => void (await ears.listen(channel, hear)),
    close: async () =>
      void (await Promise.all(
        [own, writing, reading, watching, { close: () => ears.end({ timeout: 1 }) }].map((client) =>
          client.close(),
        ),
      )),
  }
}

const settings = { onnotice: () => {}, connect_timeout: 10, fetch_types: false }

const limits = (applicationName: string) => ({
  application_name: applicationName,
  TimeZone: 'UTC',
  statement_timeout: 10_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 30_000,
})

/**
 * The statements that share connections are few, made of rows by key, and come all the time: each is planned once, because
 * planning it anew for its values takes longer than answering it (3 ms and more against 0.5 ms).
 */
const planned = { plan_cache_mode: 'force_generic_plan' }
