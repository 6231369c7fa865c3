import postgres from 'postgres'
import { broken, type Finding } from './finding.ts'

/**
 * A pooler that hands out a connection for one transaction at a time loses session locks and NOTIFY, by which processes know
 * of each other. Then one client is served by another backend as soon as somebody else has taken the first.
 */
export async function examinePooler(url: string): Promise<Finding[]> {
  const options = { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} }
  const [one, other] = [postgres(url, options), postgres(url, options)]
  try {
    const before = await backendOf(one)
    // While the other is inside a transaction it keeps the backend that has just become free.
    return await other.begin(async (taken) => {
      await backendOf(taken)
      const isSame = (await backendOf(one)) === before
      return isSame
        ? []
        : [
            broken(
              'database',
              'A pooler in transaction mode stands before the database: locks and wake-up calls get lost in it.',
              'Set pool_mode = session for this database in PgBouncer, or let DATABASE_URL lead past it.',
            ),
          ]
    })
  } finally {
    await Promise.all([one.end({ timeout: 2 }), other.end({ timeout: 2 })])
  }
}

async function backendOf(sql: postgres.ISql): Promise<number | undefined> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  return row?.pid
}
