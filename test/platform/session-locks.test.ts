import { existsSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { lockKinds, openSessionLocks } from '../../src/platform/session-locks.ts'
import { freshDatabase } from '../support/postgres.ts'
import { until } from '../support/until.ts'

const isHere = existsSync('/proc/net/tcp')

/** What the kernel keeps about the two ends of a connection on this computer: which timer runs, and for how long yet. */
function timersOf(clientPort: number, serverPort: number) {
  const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0')
  const lines = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const timer = (from: number, to: number) => {
    const line = lines.find(
      ([, local = '', remote = '']) => local.endsWith(`:${hex(from)}`) && remote.endsWith(`:${hex(to)}`),
    )
    const [kind = '', ticks = ''] = line?.[5]?.split(':') ?? []
    return { isKeepAlive: kind === '02', seconds: Number.parseInt(ticks, 16) / 100 }
  }
  return [timer(serverPort, clientPort), timer(clientPort, serverPort)]
}

test.runIf(isHere)(
  'both ends of the locks’ connection ask within seconds whether the other is alive',
  async () => {
    const database = await freshDatabase()
    const locks = openSessionLocks(database.url)
    const sql = postgres(database.url, { max: 1 })
    try {
      expect(await locks.tryHold(lockKinds.polling, 7)).toBe(true)
      const [session] = await sql<{ client: number; server: number }[]>`
      select client_port as client, inet_server_port() as server from pg_stat_activity
      where application_name = 'heyet locks' and datname = current_database()`
      const timers = () => timersOf(session?.client ?? 0, session?.server ?? 0)
      // Right after a word the kernel waits for its receipt first.
      await until('both ends are at rest', () => timers().every(({ isKeepAlive }) => isKeepAlive))
      for (const { seconds } of timers()) expect(seconds).toBeLessThanOrEqual(5)
    } finally {
      await locks.close()
      await sql.end()
      await database.drop()
    }
  },
)
