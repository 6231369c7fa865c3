import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export type Sql = postgres.Sql
export type Db = PostgresJsDatabase<Record<string, never>>

/** What a running transaction offers besides SQL: work for the moment after it has been committed. */
export interface Transaction {
  /** Runs once, after the commit; never when the transaction is rolled back. */
  afterCommit(work: () => void): void
  /** Runs before the commit, inside the transaction: the place to write what was gathered meanwhile. */
  beforeCommit(work: () => Promise<void>): void
  /** What has been read in this transaction and need not be read again; emptied when a failed `attempt` is taken back. */
  readonly memory: Map<string, unknown>
  /** A drawer that collects things of one kind; what a failed `attempt` put in is taken out again. */
  drawer<T>(key: symbol): T[]
}

interface Running extends Transaction {
  readonly isOpen: boolean
  /** Takes back everything written so far; the transaction goes on, empty. */
  reset(error: unknown): Promise<void>
  connection(): Promise<postgres.TransactionSql>
  commit(): Promise<void>
  /** Runs what was left for the moment after the commit. */
  followUp(): void
  rollback(error: unknown): Promise<void>
  /** Remembers how full the drawers are; the returned function empties them down to that. */
  markDrawers(): () => void
}

/** PostgreSQL under our names: everything written inside `transaction` belongs to it, however deep the call. */
export interface Database {
  /** The raw client. Moments go in and come out as ISO text, JSON goes in as text: drizzle has set it so. */
  readonly sql: Sql
  /** Drizzle; inside `transaction` it speaks on that transaction's connection. */
  readonly db: Db
  /** Runs raw SQL on the current transaction, or alone when there is none. */
  query<Row extends object>(text: string, parameters: unknown[]): Promise<Row[]>
  /** The same for a statement that is whole in itself: it needs no BEGIN where nothing has been written before it. */
  queryAlone<Row extends object>(text: string, parameters: unknown[]): Promise<Row[]>
  /** All or nothing; joins the transaction that is already running. Begins at the first statement, not before. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** Runs `work` so that a throw takes back only what it wrote, not the whole transaction. */
  attempt<T>(work: () => Promise<T>): Promise<T>
  current(): Transaction | undefined
  /** Reads once in a transaction: what `read` found is found again under the same name, until it is forgotten. */
  remember<T>(name: string, read: () => Promise<T>): Promise<T>
  /** After a write: the next reader of `name` finds `known`, or looks again; without a name everything is forgotten. */
  forget(name?: string, known?: unknown): void
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  /** Connections at most. */
  connections?: number
  applicationName?: string
}

export function openDatabase({
  url,
  connections = 12,
  applicationName = 'heyet',
}: DatabaseOptions): Database {
  const running = new AsyncLocalStorage<Running>()
  const sql = postgres(url, {
    max: connections,
    onnotice: () => {},
    connect_timeout: 10,
    fetch_types: false,
    connection: {
      application_name: applicationName,
      TimeZone: 'UTC',
      statement_timeout: 10_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  })
  const db = drizzle(routed(sql, running)) as Db

  async function transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const outer = running.getStore()
    if (outer) return work(outer)
    const inner = begin(sql)
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
  ) => client.unsafe<Row[]>(text, parameters as never[], { prepare: true })

  return {
    sql,
    db,
    transaction,
    current: () => running.getStore(),
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
    async query<Row extends object>(text: string, parameters: unknown[]) {
      return ask<Row>((await running.getStore()?.connection()) ?? sql, text, parameters)
    },
    async queryAlone<Row extends object>(text: string, parameters: unknown[]) {
      const outer = running.getStore()
      return ask<Row>(outer?.isOpen ? await outer.connection() : sql, text, parameters)
    },
    attempt: (work) => {
      const outer = running.getStore()
      return outer ? attempt(outer, work) : transaction(work)
    },
    close: () => sql.end({ timeout: 5 }),
  }
}

async function attempt<T>(outer: Running, work: () => Promise<T>): Promise<T> {
  const takeBack = outer.markDrawers()
  const client = outer.isOpen ? await outer.connection() : undefined
  await client?.unsafe('savepoint attempt')
  try {
    const result = await work()
    await client?.unsafe('release savepoint attempt')
    return result
  } catch (error) {
    takeBack()
    outer.memory.clear()
    // Released as well: else an attempt around this one would go back only as far as here, the name being the same.
    if (client) await client.unsafe('rollback to savepoint attempt; release savepoint attempt')
    else await outer.reset(error)
    throw error
  }
}

/**
 * A transaction that begins when it is first needed. Many updates are answered without touching a table of a room; they
 * then cost no BEGIN and no COMMIT.
 */
function begin(sql: Sql): Running {
  const before: (() => Promise<void>)[] = []
  const after: (() => void)[] = []
  const drawers = new Map<symbol, unknown[]>()
  let outcome = Promise.withResolvers<void>()
  let opened: Promise<postgres.TransactionSql> | undefined
  let ended: Promise<unknown> | undefined
  let isOver = false

  function open(): Promise<postgres.TransactionSql> {
    const connected = Promise.withResolvers<postgres.TransactionSql>()
    ended = sql.begin((client) => {
      connected.resolve(client)
      return outcome.promise
    })
    ended.catch((error: unknown) => connected.reject(error))
    return connected.promise
  }

  async function rollback(error: unknown): Promise<void> {
    outcome.promise.catch(() => {})
    outcome.reject(error)
    await ended?.catch(() => {})
  }

  /** What was not awaited may ask when all is over; by then the connection serves another transaction. */
  async function connection(): Promise<postgres.TransactionSql> {
    if (isOver) throw new Error('The transaction is over: something in it was not awaited.')
    return (opened ??= open())
  }

  return {
    memory: new Map(),
    connection,
    afterCommit: (work) => after.push(work),
    beforeCommit: (work) => before.push(work),
    drawer<T>(key: symbol): T[] {
      const drawer = drawers.get(key) ?? []
      drawers.set(key, drawer)
      return drawer as T[]
    },
    markDrawers() {
      const lengths = new Map([...drawers].map(([key, drawer]) => [key, drawer.length]))
      return () => drawers.forEach((drawer, key) => drawer.splice(lengths.get(key) ?? 0))
    },
    async commit() {
      for (const work of before) await work()
      isOver = true
      outcome.resolve()
      await ended
    },
    followUp: () => after.forEach((work) => work()),
    async rollback(error) {
      isOver = true
      await rollback(error)
    },
    async reset(error) {
      await rollback(error)
      outcome = Promise.withResolvers<void>()
      opened = undefined
      ended = undefined
    },
    get isOpen() {
      return opened !== undefined
    },
  }
}

/** A client for drizzle that sends each statement to the transaction of whoever asks. */
function routed(sql: Sql, running: AsyncLocalStorage<Running>): Sql {
  const unsafe = (text: string, parameters?: never[], options?: postgres.UnsafeQueryOptions) => {
    const transaction = running.getStore()
    // `prepare` keeps the parsed statement with the connection: drizzle's texts are few and come again and again.
    const prepared = { ...options, prepare: true }
    if (!transaction) return sql.unsafe(text, parameters, prepared)
    const sent = transaction
      .connection()
      .then((client) => ({ query: client.unsafe(text, parameters, prepared) }))
    return {
      then: (...handlers: Parameters<Promise<unknown>['then']>) =>
        sent.then(({ query }) => query).then(...handlers),
      values: () => sent.then(({ query }) => query.values()),
    }
  }
  return new Proxy(sql, {
    get: (target, property) => (property === 'unsafe' ? unsafe : (Reflect.get(target, property) as unknown)),
  })
}
