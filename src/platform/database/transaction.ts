import type postgres from 'postgres'
import { compose, type LastWords } from './last-words.ts'
import { lease, type Lease } from './lease.ts'

/** What a running transaction offers besides SQL: work for the moment after it has been committed. */
export interface Transaction {
  /** Runs once, after the commit; never when the transaction is rolled back. */
  afterCommit(work: () => void): void
  /** Runs before the commit, inside the transaction: the place to write what was gathered meanwhile. */
  beforeCommit(work: () => Promise<void>): void
  /** Written with the end of the transaction, or before the next statement in it, whichever comes first. */
  writeLast(words: LastWords): Promise<void>
  /** The last words of that name, as long as they have not been written. */
  lastWords(name: string): LastWords | undefined
  /** What has been read in this transaction and need not be read again; emptied when a failed `attempt` is taken back. */
  readonly memory: Map<string, unknown>
  /** A drawer that collects things of one kind; what a failed `attempt` put in is taken out again. */
  drawer<T>(key: symbol): T[]
}

export interface Running extends Transaction {
  /** Whether there is anything that only this transaction's own connection can see, or that waits to be written. */
  isOpen(): boolean
  /** Takes back everything written so far; the transaction goes on, empty. */
  reset(error: unknown): Promise<void>
  connection(): Promise<postgres.TransactionSql>
  commit(): Promise<void>
  /** Runs what was left for the moment after the commit. */
  followUp(): void
  rollback(error: unknown): Promise<void>
  /** Remembers how full the drawers are; the returned function empties them down to that, and drops last words. */
  markDrawers(): () => void
}

/**
 * A transaction that begins when it is first needed. Many updates are answered without touching a table of a room, or
 * with nothing to write but their last words; they then cost no BEGIN and no COMMIT. `alone` takes a statement that is
 * whole in itself.
 */
export function begin(sql: () => postgres.Sql, alone: () => postgres.Sql): Running {
  const before: (() => Promise<void>)[] = []
  const after: (() => void)[] = []
  const drawers = new Map<symbol, unknown[]>()
  const last = new Map<string, LastWords>()
  let opened: Lease | undefined
  let isOver = false

  /** What was not awaited may ask when all is over; by then the connection serves another transaction. */
  async function connection(): Promise<postgres.TransactionSql> {
    if (isOver) throw new Error('The transaction is over: something in it was not awaited.')
    const client = await (opened ??= lease(sql())).client()
    await speak(client)
    return client
  }

  /** Says the last words that have gathered, on the connection given. */
  async function speak(client: postgres.Sql | postgres.TransactionSql): Promise<void> {
    if (last.size === 0) return
    const words = [...last.values()]
    last.clear()
    const { text, parameters } = compose(words)
    const [row] = await client.unsafe(text, parameters as never[], { prepare: true })
    for (const { heard } of words) if (heard) after.push(() => heard(row ?? {}))
  }

  return {
    memory: new Map(),
    connection,
    async writeLast(words) {
      const kind = kindOf(words)
      const clashes = [...last.values()].some((other) => other.name !== words.name && kindOf(other) === kind)
      if (clashes) await connection()
      last.set(words.name, words)
    },
    lastWords: (name) => last.get(name),
    afterCommit: (work) => after.push(work),
    beforeCommit: (work) => before.push(work),
    drawer<T>(key: symbol): T[] {
      const drawer = drawers.get(key) ?? []
      drawers.set(key, drawer)
      return drawer as T[]
    },
    markDrawers() {
      const lengths = new Map([...drawers].map(([key, drawer]) => [key, drawer.length]))
      return () => {
        last.clear()
        drawers.forEach((drawer, key) => drawer.splice(lengths.get(key) ?? 0))
      }
    },
    async commit() {
      for (const work of before) await work()
      if (opened) await connection()
      isOver = true
      await (opened ? opened.commit() : speak(alone()))
    },
    followUp: () => after.forEach((work) => work()),
    async rollback(error) {
      isOver = true
      last.clear()
      await opened?.rollback(error)
    },
    async reset(error) {
      last.clear()
      await opened?.rollback(error)
      opened = undefined
    },
    isOpen: () => opened !== undefined || last.size > 0,
  }
}

/** Two pieces of one kind write the same tables under the same names: they cannot be part of one statement. */
const kindOf = ({ tables }: LastWords): string => tables

/** Runs `work` so that a throw takes back only what it wrote, not the whole transaction. */
export async function attempt<T>(outer: Running, work: () => Promise<T>): Promise<T> {
  const takeBack = outer.markDrawers()
  const client = outer.isOpen() ? await outer.connection() : undefined
  await client?.unsafe('savepoint attempt')
  try {
    const result = await work()
    // What was kept for the end belongs inside, or it could not be taken back by an attempt around this one.
    if (client) await (await outer.connection()).unsafe('release savepoint attempt')
    return result
  } catch (error) {
    takeBack()
    outer.memory.clear()
    // Released as well: else an attempt around this one would go back only as far as here, the name being the same.
    if (client) await goBack(outer, error)
    else await outer.reset(error)
    throw error
  }
}

/** Where the connection has broken there is nothing to go back to; then the whole transaction fails of that. */
async function goBack(outer: Running, error: unknown): Promise<void> {
  const client = await outer.connection().catch(() => undefined)
  if (!client) throw error
  await client.unsafe('rollback to savepoint attempt; release savepoint attempt')
}
