import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readInvitation } from '../../src/commands/command-line/read-invitation.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { startCommand } from '../support/started.ts'
import { until } from '../support/until.ts'

const token = '700:INVITE'
let telegram: TelegramServer
let dataDir = ''
let database: FreshDatabase

beforeEach(async () => {
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot', clock: movableClock() })
  dataDir = mkdtempSync(join(tmpdir(), 'heyet-invite-'))
  chmodSync(dataDir, 0o755)
  database = await freshDatabase()
})

afterEach(async () => {
  await telegram.stop()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const operated = () => ({
  BOT_TOKEN: token,
  TELEGRAM_API_ROOT: telegram.root,
  DATABASE_URL: database.url,
  FIELD_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
})

async function invite(args: string[], environment: Record<string, string> = operated()) {
  const command = startCommand(['invite', ...args], { environment: { DATA_DIR: dataDir, ...environment } })
  return { code: await command.ended, said: command.said() }
}

async function ask(text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(database.url, { max: 1 })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end()
  }
}

test('a link for a coordinator everywhere, and for a partner of one activity', async () => {
  await ask(`insert into activities (code, kind, title, description, city, country, time_zone, starts_on, ends_on, created_at, updated_at)
    select 'BCN26', 'trade_delegation', '{}', '{}', '{}', 'ES', 'Europe/Madrid', '2026-12-10', '2026-12-13', now(), now()`)
  for (const args of [
    ['--role', 'coordinator'],
    ['--role', 'partner', '--activity', 'bcn26'],
  ])
    expect(await invite(args)).toEqual({
      code: 0,
      said: expect.stringMatching(/^https:\/\/t\.me\/heyet_bot\?start=c_[\w-]{32}\n$/) as string,
    })
  expect(await ask('select role, activity_code from role_invitations order by id')).toEqual([
    { role: 'coordinator', activity_code: null },
    { role: 'partner', activity_code: 'BCN26' },
  ])
})

test.for<[what: string, args: string[], says: RegExp]>([
  ['no role', [], /^Which role\? Write: npm run invite/],
  ['another role', ['--role', 'king'], /^Which role\?/],
  [
    'a misspelt option',
    ['--role', 'coordinator', '--activty', 'A'],
    /^Unknown option '--activty'\. Write: npm run/,
  ],
  [
    'a code without its option',
    ['--role', 'staff', 'BCN26'],
    /^Unexpected argument 'BCN26'\. Write: npm run/,
  ],
  [
    'an option without a value',
    ['--role', 'staff', '--activity'],
    /^Option '--activity <value>' .* Write: npm run/,
  ],
  ['a value that is an option', ['--activity', '--role', 'staff'], /--activity.* Write: npm run/],
  ['an empty value', ['--role', 'coordinator', '--activity='], /^--activity has no value\./],
  ['an option twice', ['--role', 'staff', '--role', 'owner'], /^--role is written twice\./],
  ['a partner of the whole house', ['--role', 'partner'], /^A partner’s role is given for one activity/],
  ['an owner of one activity', ['--role', 'owner', '--activity', 'A'], /^An owner’s role cannot be limited/],
])('%s is refused with a sentence', ([, args, says]) => {
  expect(() => readInvitation(args)).toThrow(says)
})

test('what is refused makes no link', async () => {
  for (const [args, says] of [
    [['--role', 'coordinator', '--activty', 'BCN26'], /^Unknown option '--activty'/],
    [['--role', 'staff', '--activity', 'NOPE'], /no activity with the code NOPE/],
  ] as const) {
    const { code, said } = await invite([...args])
    expect(code).toBe(1)
    expect(said).toMatch(says)
  }
  expect(await ask('select 1 from role_invitations')).toHaveLength(0)
})

test('in a sandbox whose clock was moved on, the link is good for a day of that clock', async () => {
  const sandbox = startCommand(['main'], { environment: { DATA_DIR: dataDir, PORT: '0' } })
  const root = (await sandbox.says(/The sandbox is open: \S+/)).replace('The sandbox is open: ', '')
  const post = (path: string, body: object) =>
    fetch(`${root}/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await post('clock', { byMinutes: 3 * 24 * 60 })).status).toBe(200)
  const { code, said } = await invite(['--role', 'coordinator'], {})
  expect(code).toBe(0)
  const [, link] = /start=(c_[\w-]{32})/.exec(said) ?? []
  await post('phones/7002/start', { payload: link })
  const screen = async () => await (await fetch(`${root}/sandbox/phones/7002`)).text()
  await until('she is a coordinator', async () => (await screen()).includes('Yetkiniz tanımlandı'))
  sandbox.kill('SIGTERM')
  await sandbox.ended
}, 120_000)

test('a database of another bot, or none at all, gets no link and is not made', async () => {
  await ask(`create table heyet_holder (holder text); insert into heyet_holder values ('bot 900')`)
  expect((await invite(['--role', 'owner'])).said).toMatch(/belongs to the bot 900 .* is that of the bot 700/)
  expect((await invite(['--role', 'owner'], {})).said).toMatch(
    /no database of a sandbox in .*\. For the real bot set/,
  )
  expect(readdirSync(dataDir)).toEqual([])
})
