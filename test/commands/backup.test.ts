import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockKinds, openSessionLocks } from '../../src/platform/session-locks.ts'
import { readFileName } from '../../src/commands/command-line/read-file-name.ts'
import { tableSums } from '../support/copied.ts'
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { startCommand } from '../support/started.ts'

const token = '700:BACKUP'
const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64')
let folder = ''
let from: FreshDatabase
let into: FreshDatabase
let sql: postgres.Sql
let file = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heyet-backup-'))
  file = join(folder, 'heyet.backup')
  from = await freshDatabase()
  into = await emptyDatabase()
  sql = postgres(from.url, { max: 1, onnotice: () => {} })
  await sql`create table heyet_holder (one boolean primary key default true, holder text not null)`
  await sql`insert into heyet_holder (holder) values ('bot 700')`
  await sql`insert into accounts (user_id, first_name, language, first_seen_at) values (5, 'Ada', 'en', now())`
  await sql`insert into inbox (bot_id, update_id, lane, body, received_at) values (700, 1, 5, '{}', now())`
  await sql`insert into outbox (chat_id, method, payload, claimed_by, created_at) values (5, 'sendMessage', '{}', 1, now())`
  await sql`insert into outbox (chat_id, method, payload, claimed_by, created_at, is_once, priority, about)
    values (5, 'sendMessage', '{}', 1, now(), true, 2, 'letter 1')`
})
afterEach(async () => {
  await sql.end()
  await from.drop()
  await into.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function command(args: string[], database: FreshDatabase, environment: Record<string, string> = {}) {
  const started = startCommand(args, {
    environment: {
      BOT_TOKEN: token,
      DATABASE_URL: database.url,
      FIELD_KEYS: `k1:${keyOf(7)}`,
      ...environment,
    },
  })
  const code = await started.ended
  for (const hidden of [token, keyOf(7), keyOf(8)]) expect(started.said()).not.toContain(hidden)
  return { code, said: started.said() }
}

async function restored(text: string): Promise<Record<string, unknown>[]> {
  const other = postgres(into.url, { max: 1, onnotice: () => {} })
  return other.unsafe(text).finally(() => other.end())
}

test('beside a running bot; what was on its way then is not sent again', async () => {
  const running = openSessionLocks(from.url)
  await running.tryHold(lockKinds.process, 1)
  const { code, said } = await command(['backup', file], from)
  await running.close()
  expect(said).toMatch(/\d+ rows of \d+ tables\. Not in it: the keys \(FIELD_KEYS\), .* and \.env/)
  expect(code).toBe(0)
  expect((await command(['restore', file, '--moved'], into)).said).toMatch(
    /A bot was running when this backup was made/,
  )
  expect(await command(['restore', file], into)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^The state of \d{4}-.* is back: \d+ rows/) as string,
  })
  expect(await restored('select body, done_at is not null as done from inbox')).toEqual([
    { body: null, done: true },
  ])
  expect(await restored('select about, left_at is not null as left from outbox')).toEqual([
    { about: 'letter 1', left: true },
  ])
  expect((await command(['restore', file], into)).said).toMatch(/holds something already\. With --replace/)
}, 120_000)

test('moved to another computer while it stood still, everything goes on', async () => {
  await command(['backup', file], from)
  expect(await command(['restore', file, '--moved'], into)).toMatchObject({ code: 0 })
  expect(await tableSums(into.url)).toEqual(await tableSums(from.url))
}, 120_000)

test('what does not fit here is told all at once, and nothing is changed', async () => {
  await sql`insert into heyet_migrations (tag) values ('9999_from_the_future')`
  await sql`insert into field_key_checks (key_id, fingerprint) values ('k1', 'of another key')`
  await command(['backup', file], from)
  const { code, said } = await command(['restore', file], into, {
    BOT_TOKEN: '800:OTHER',
    FIELD_KEYS: `k1:${keyOf(8)}`,
  })
  expect(code).toBe(1)
  expect(said).toMatch(/newer than this version of Heyet: it has had 9999_from_the_future/)
  expect(said).toMatch(/data of the bot 700 .* BOT_TOKEN is that of the bot 800/)
  expect(said).toMatch(/The key "k1".* is missing here or is another one\. Add it to FIELD_KEYS/)
  expect(await restored(`select 1 from pg_tables where schemaname = 'public'`)).toHaveLength(0)
}, 120_000)

test('a restore while a bot is running is refused', async () => {
  await command(['backup', file], from)
  const running = openSessionLocks(into.url)
  await running.tryHold(lockKinds.process, 1)
  expect(await command(['restore', file, '--replace'], into)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/is running on this database/) as string,
  })
  await running.close()
}, 120_000)

test('a file that was altered is refused with a sentence', async () => {
  await command(['backup', file], from)
  writeFileSync(file, readFileSync(file).subarray(0, -20))
  expect(await command(['restore', file], into)).toEqual({
    code: 1,
    said: `${file} is not whole: it was cut off or has been altered. Nothing was changed; take another copy.\n`,
  })
}, 120_000)

test('an embedded database is kept and restored with its keys beside it', async () => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')]
  const sandbox = startCommand(['main'], { environment: { DATA_DIR: one, PORT: '0' } })
  await sandbox.says(/The sandbox is open/)
  const keep = startCommand(['backup', file], { environment: { DATA_DIR: one } })
  expect(await keep.ended).toBe(0)
  expect(keep.said()).toMatch(/and what the phones of the sandbox show/)
  sandbox.kill('SIGTERM')
  await sandbox.ended
  const restore = async () => {
    const started = startCommand(['restore', file], { environment: { DATA_DIR: other } })
    return { code: await started.ended, said: started.said() }
  }
  const keys = join(other, 'sandbox', 'field-keys')
  expect(await restore()).toMatchObject({
    code: 1,
    said: expect.stringContaining(`Put the copy you kept of the keys to ${keys}`) as string,
  })
  const { mkdirSync, copyFileSync, chmodSync } = await import('node:fs')
  mkdirSync(join(other, 'sandbox'), { recursive: true })
  chmodSync(other, 0o711)
  copyFileSync(join(one, 'sandbox', 'field-keys'), keys)
  expect(await restore()).toMatchObject({ code: 0 })
  const again = startCommand(['main'], { environment: { DATA_DIR: other, PORT: '0' } })
  await again.says(/The sandbox is open/)
  again.kill('SIGTERM')
  await again.ended
}, 180_000)

test.for<[what: string, args: string[], says: RegExp]>([
  ['no file', [], /^Which file\? Write: U/],
  ['two files', ['a', 'b'], /^One file at a time\. Write: U/],
  ['a misspelt option', ['a', '--replce'], /^Unknown option '--replce'\. Write: U/],
])('%s is refused with a sentence', ([, args, says]) => {
  expect(() => readFileName(args, ['replace'], 'U')).toThrow(says)
})
