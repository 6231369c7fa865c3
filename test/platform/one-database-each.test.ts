import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { movableClock } from '../../src/platform/clock.ts'
import { connectBeside } from '../../src/platform/embedded-postgres/index.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { freshDatabase } from '../support/postgres.ts'
import { startCommand } from '../support/started.ts'

const token = '700:EACH'
let telegram: TelegramServer
let home = ''
let dataDir = ''

beforeEach(async () => {
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot', clock: movableClock() })
  home = mkdtempSync(join(tmpdir(), 'heyet-each-'))
  // Started by root the database server is another user, who has to get in.
  chmodSync(home, 0o755)
  dataDir = join(home, 'data')
})

afterEach(async () => {
  await telegram.stop()
  rmSync(home, { recursive: true, force: true })
})

const sandbox = () => ({ DATA_DIR: dataDir, PORT: '0' })
const bot = (digits = token) => ({ ...sandbox(), BOT_TOKEN: digits, TELEGRAM_API_ROOT: telegram.root })

/** Starts it, waits until it says so, and stops it. */
async function runs(environment: Record<string, string>, until: RegExp): Promise<string> {
  const started = startCommand(['main'], { environment })
  await started.says(until)
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  return started.said()
}

async function command(args: string[], environment: Record<string, string>): Promise<string> {
  const started = startCommand(args, { environment })
  await started.ended
  return started.said()
}

async function accountsIn(folder: string): Promise<number[]> {
  const server = await connectBeside({ dataDir: folder })
  const sql = postgres(server.url, { max: 1 })
  const rows = await sql<{ id: number }[]>`select user_id::int as id from accounts`
  await sql.end()
  await server.stop()
  return rows.map(({ id }) => id)
}

test('the sandbox and a real bot on one DATA_DIR never meet', { timeout: 120_000 }, async () => {
  await runs(sandbox(), /The sandbox is open/)
  expect(await runs(bot(), /start=c_/)).toMatch(/There is no owner yet\. .*t\.me\/heyet_bot\?start=c_/)
  await runs(sandbox(), /The sandbox is open/)
  expect(await accountsIn(dataDir)).toEqual([])
  expect(await accountsIn(join(dataDir, 'sandbox'))).toEqual([7001])

  expect(await command(['doctor'], bot())).toContain('✓ database: It belongs to the bot 700.')
  expect(await command(['doctor'], sandbox())).toContain('✓ database: It belongs to the sandbox.')
  expect(await command(['invite', '--role', 'owner'], bot())).toMatch(/^https:\/\/t\.me\/heyet_bot\?start=c_/)
  expect(await command(['invite', '--role', 'staff'], sandbox())).toMatch(
    /heyet_sandbox_bot.*\nThis link is for the sandbox/,
  )
})

test('another bot’s token is refused with a way on, by start and doctor', async () => {
  const database = await freshDatabase()
  await migrate(database.url, { holder: 'bot 700' })
  const other = {
    ...bot('800:OTHER'),
    DATABASE_URL: database.url,
    FIELD_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  }
  const refused = startCommand(['main'], { environment: other })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toMatch(/This database belongs to the bot 700 .*npm run adopt -- --from 700/)
  expect(await command(['doctor'], other)).toMatch(/✗ database: This database belongs to the bot 700/)
  await database.drop()
}, 60_000)
