import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { examineBackups } from '../../src/commands/doctor/computer.ts'
import { examineClock } from '../../src/commands/doctor/telegram.ts'
import { noteBackup } from '../../src/platform/backup/last-backup.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { until } from '../support/until.ts'
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { startCommand } from '../support/started.ts'

const token = '700:DOCTOR'
const key = Buffer.alloc(32, 7).toString('base64')
let telegram: TelegramServer
let dataDir = ''
const used: FreshDatabase[] = []

beforeEach(async () => {
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot', clock: movableClock() })
  dataDir = mkdtempSync(join(tmpdir(), 'heyet-doctor-'))
})

afterEach(async () => {
  await telegram.stop()
  for (const database of used.splice(0)) await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

interface Report {
  ok: boolean
  findings: { part: string; state: string; said: string; mend?: string }[]
}

/** What the doctor says as JSON, and its exit code; no report ever contains a secret. */
async function report(environment: Record<string, string>): Promise<Report & { code: unknown }> {
  const doctor = startCommand(['doctor', '--json'], { environment: { DATA_DIR: dataDir, ...environment } })
  const code = await doctor.ended
  for (const hidden of [token, key, 'geheim']) expect(doctor.said()).not.toContain(hidden)
  return { code, ...(JSON.parse(doctor.said()) as Report) }
}

async function database(opening: Promise<FreshDatabase>): Promise<string> {
  const opened = await opening
  used.push(opened)
  return opened.url
}

const operated = (url: string) => ({
  BOT_TOKEN: token,
  TELEGRAM_API_ROOT: telegram.root,
  DATABASE_URL: url,
  FIELD_KEYS: `k1:${key}`,
})

const whatIsWrong = ({ findings }: Report) =>
  findings.filter(({ state }) => state !== 'good').map(({ part, said }) => `${part}: ${said}`)

test('a bot that can work', async () => {
  const found = await report(operated(await database(freshDatabase())))
  expect(whatIsWrong(found)).toEqual([])
  expect(found).toMatchObject({ code: 0, ok: true })
  const parts = new Set(found.findings.map(({ part }) => part))
  expect([...parts].sort()).toEqual([
    'clock',
    'configuration',
    'database',
    'disk',
    'keys',
    'locales',
    'node',
    'telegram',
  ])
})

test('nothing set and nothing started yet is well, and stays untouched', async () => {
  const found = await report({})
  expect(found).toMatchObject({ code: 0, ok: true })
  expect(readdirSync(dataDir)).toEqual([])
})

test('every finding that is not good comes with its mend', async () => {
  const url = new URL(await database(emptyDatabase()))
  url.password = 'geheim'
  const found = await report({ ...operated(url.href), BOT_TOKEN: '700:OTHER' })
  expect(found).toMatchObject({ code: 1, ok: false })
  const parts = found.findings.filter(({ state }) => state === 'broken').map(({ part }) => part)
  expect(parts).toContain('telegram')
  for (const { state, mend } of found.findings) expect(mend === undefined).toBe(state === 'good')
})

test.for<[seconds: number | undefined, said: string[]]>([
  [undefined, []],
  [3, ['good This computer’s clock agrees with Telegram’s.']],
  [90, ['doubtful This computer’s clock is 90 seconds ahead of Telegram’s; reminders go by it.']],
  [-90, ['doubtful This computer’s clock is 90 seconds behind Telegram’s; reminders go by it.']],
])('a clock that is %s seconds ahead', ([seconds, said]) => {
  expect(examineClock(seconds).map((finding) => `${finding.state} ${finding.said}`)).toEqual(said)
})

test('how old the last backup is, where one has been noted', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'heyet-backup-age-'))
  const now = Temporal.Instant.from('2026-12-10T06:00Z')
  const said = () => examineBackups(dataDir, now).map((finding) => `${finding.state} ${finding.said}`)
  expect(said()).toEqual([])
  noteBackup(dataDir, Temporal.Instant.from('2026-12-10T02:15Z'))
  expect(said()).toEqual(['good The last backup was made 3 hours ago.'])
  noteBackup(dataDir, Temporal.Instant.from('2026-12-01T02:15Z'))
  expect(said()).toEqual(['doubtful The last backup was made 9 days ago.'])
  expect(() => noteBackup(join(dataDir, 'nowhere'), now)).not.toThrow()
  rmSync(dataDir, { recursive: true })
})

test('mistakes of the configuration are all told', async () => {
  const found = await report({ PORT: 'x', BOT_TOKEN: 'geheim' })
  expect(found).toMatchObject({ code: 1, ok: false })
  expect(found.findings.filter(({ part }) => part === 'configuration')).toHaveLength(2)
})

test('a database that is newer, and keys that do not fit it', async () => {
  const url = await database(freshDatabase())
  const sql = postgres(url, { max: 1 })
  await sql`insert into heyet_migrations (tag) values ('9999_from_the_future')`
  await sql`insert into field_key_checks (key_id, fingerprint) values ('k0', 'another')`
  await sql.end()
  const wrong = whatIsWrong(await report(operated(url)))
  expect(wrong).toContainEqual(expect.stringMatching(/^database: It is newer than this version/))
  expect(wrong).toContainEqual(expect.stringMatching(/^keys: The key "k0"/))
})

test('nobody listens where the database should be', async () => {
  const found = await report(operated('postgres://heyet:geheim@127.0.0.1:1/heyet'))
  expect(whatIsWrong(found)).toEqual(['database: Nobody listens at that address. (ECONNREFUSED)'])
})

test('nobody listens where the Bot API should be, also on a port that browsers avoid', async () => {
  const environment = operated(await database(freshDatabase()))
  const found = await report({ ...environment, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' })
  expect(whatIsWrong(found)).toEqual([
    'telegram: The Bot API at 127.0.0.1:9 cannot be reached (nobody listens there, ECONNREFUSED).',
  ])
})

test.each([['--jsn'], ['json'], ['--json=yes']])('what it does not know is refused: %s', async (word) => {
  const doctor = startCommand(['doctor', word], { environment: { DATA_DIR: dataDir } })
  expect(await doctor.ended).toBe(1)
  expect(doctor.said()).toContain('Write: npm run doctor [-- --json]')
  expect(doctor.said()).not.toContain('mistake of its own')
})

test('for a person it is a list of sentences', async () => {
  const doctor = startCommand(['doctor'], { environment: { DATA_DIR: dataDir } })
  expect(await doctor.ended).toBe(0)
  expect(doctor.said()).toMatch(/^✓ node: This is Node/)
  expect(doctor.said()).toMatch(/Heyet can work\.\n$/)
})

test('a folder that cannot be written to is told, with the user who has to be able to', async () => {
  writeFileSync(join(dataDir, 'file'), '')
  const found = await report({
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.root,
    DATA_DIR: join(dataDir, 'file/data'),
  })
  expect(whatIsWrong(found)).toEqual([`disk: This user may not write to ${join(dataDir, 'file/data')}.`])
  expect(found.findings.find(({ part }) => part === 'disk')?.mend).toContain('Set DATA_DIR')
})

test('a webhook that failed and works again keeps nobody from anything', async () => {
  let isDown = true
  const proxy = createServer((_request, response) => response.writeHead(isDown ? 502 : 200).end('{}'))
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  const port = String((proxy.address() as AddressInfo).port)
  const WEBHOOK_URL = `http://127.0.0.1:${port}`
  await fetch(`${telegram.root}/bot${token}/setWebhook?url=${WEBHOOK_URL}/telegram`)
  telegram.openPhone({ firstName: 'Ayşe', phoneNumber: '+905550000001', label: 'Ayşe' }).start({})
  const info = async () => {
    const answer = await fetch(`${telegram.root}/bot${token}/getWebhookInfo`)
    return ((await answer.json()) as { result: { last_error_date?: number; pending_update_count: number } })
      .result
  }
  const looked = () => report({ BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root, WEBHOOK_URL, PORT: port })
  try {
    await until('a delivery has failed', async () => (await info()).last_error_date !== undefined)
    const failing = await looked()
    expect(failing.ok).toBe(false)
    expect(whatIsWrong(failing)).toEqual([
      expect.stringMatching(/could not deliver .* 1 update is waiting\.$/),
    ])
    isDown = false
    await until('it has been delivered', async () => (await info()).pending_update_count === 0)
    const mended = await looked()
    expect(mended.ok).toBe(true)
    expect(whatIsWrong(mended)).toEqual([
      expect.stringMatching(/could not deliver .* Nothing is waiting now\.$/),
    ])
  } finally {
    proxy.close()
  }
})
