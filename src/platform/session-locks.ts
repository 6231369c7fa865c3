import postgres from 'postgres'

/** The kinds of session locks, as PostgreSQL's `classid`; never reused for anything else. */
export const lockKinds = {
  process: 7_701,
  polling: 7_702,
  publishing: 7_703,
  dataDirectory: 7_704,
  migration: 7_705,
  owners: 7_706,
} as const

/** Whether a bot is running on this database, in whatever process. */
export async function isBotRunning(sql: postgres.ISql): Promise<boolean> {
  const held = await sql`select 1 from pg_locks where locktype = 'advisory' and classid = ${lockKinds.process}
    and database = (select oid from pg_database where datname = current_database())`
  if (held.length > 0) return true
  // One that is just starting holds nothing yet.
  const connected = await sql`select 1 from pg_stat_activity
    where datname = current_database() and application_name in ('heyet', 'heyet jobs')`
  return connected.length > 0
}

/** Locks that last as long as this process's own connection: PostgreSQL frees them at once when the process dies. */
export interface SessionLocks {
  /** Takes the lock if nobody holds it. */
  tryHold(kind: number, number: number): Promise<boolean>
  release(kind: number, number: number): Promise<void>
  /** A number no other process has, for as long as this one lives. */
  nextProcessNumber(): Promise<number>
  /** Called when the connection, and with it every lock, has been lost. */
  onLost(handle: () => void): void
  close(): Promise<void>
}

/**
 * How soon the death of a whole computer is noticed: after 5 s of silence the other end is asked every 2 s, three times,
 * instead of after the two hours that systems allow. A process that dies says goodbye by itself.
 */
const noticeDeath = {
  tcp_keepalives_idle: 5,
  tcp_keepalives_interval: 2,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 10_000,
}

export function openSessionLocks(url: string): SessionLocks {
  const handlers: (() => void)[] = []
  let isClosing = false
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    // The same from this end, in seconds.
    keep_alive: noticeDeath.tcp_keepalives_idle,
    connection: { application_name: 'heyet locks', ...noticeDeath },
    onclose: () => {
      if (!isClosing) for (const handle of handlers) handle()
    },
  })
  return {
    async tryHold(kind, number) {
      const [row] = await sql<
        { held: boolean }[]
      >`select pg_try_advisory_lock(${kind}::int, ${number}::int) as held`
      return row?.held ?? false
    },
    async release(kind, number) {
      await sql`select pg_advisory_unlock(${kind}::int, ${number}::int)`
    },
    async nextProcessNumber() {
      const [row] = await sql<{ number: string }[]>`select nextval('process_numbers') as number`
      return Number(row?.number)
    },
    onLost: (handle) => handlers.push(handle),
    async close() {
      isClosing = true
      await sql.end({ timeout: 2 })
    },
  }
}
