import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealedColumns } from '../../src/commands/command-line/sealed-columns.ts'
import { keyRing } from '../../src/platform/crypto.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { startCommand } from '../support/started.ts'

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) })
const [older, newer] = [keyOf('k1', 1), keyOf('k2', 2)]
const written = (...keys: (typeof older)[]) =>
  keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join()

let database: FreshDatabase
let sql: postgres.Sql
beforeEach(async () => {
  database = await freshDatabase()
  sql = postgres(database.url, { max: 1, onnotice: () => {} })
})
afterEach(async () => {
  await sql.end()
  await database.drop()
})

async function command(name: string, fieldKeys: string) {
  const started = startCommand([name], {
    environment: {
      ...{ BOT_TOKEN: '700:ROTATE', DATABASE_URL: database.url, FIELD_KEYS: fieldKeys },
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    },
  })
  const code = await started.ended
  for (const { key } of [older, newer]) expect(started.said()).not.toContain(key.toString('base64'))
  return { code, said: started.said() }
}

async function fill(count: number): Promise<void> {
  const ring = keyRing([older])
  await sql`insert into field_key_checks select 'k1', 'x' where false`
  for (let id = 1; id <= count; id += 1) {
    await sql`insert into uploads (chat_id, person_id, created_at) values (1, 1, now())`
    await sql`update uploads set sealed = ${Buffer.from(ring.sealBytes(Buffer.from(`words ${id}`), `uploads.sealed.${id}`))} where id = ${id}`
  }
  await sql`insert into inbox (bot_id, update_id, lane, body, received_at, done_at, set_aside_at)
    values (700, 1, 5, ${ring.seal('an update', 'inbox.body')}, now(), now(), now())`
}

test('everything is sealed anew with the first key, and the former one can go', async () => {
  await fill(12)
  const { code, said } = await command('rotate-keys', written(newer, older))
  expect(said).toMatch(/^13 values have been sealed anew with the key "k2"/)
  expect(code).toBe(0)
  const alone = keyRing([newer])
  for (const { id, sealed } of await sql<{ id: string; sealed: Buffer }[]>`select id, sealed from uploads`)
    expect(Buffer.from(alone.openBytes(sealed, `uploads.sealed.${id}`)).toString()).toBe(`words ${id}`)
  const [row] = await sql<{ body: string }[]>`select body from inbox`
  expect(alone.open(row?.body ?? '', 'inbox.body')).toBe('an update')
  expect((await command('rotate-keys', written(newer))).said).toMatch(/^0 values/)
}, 60_000)

test('a key without which something stays closed is not given up', async () => {
  await fill(2)
  await sql`update uploads set sealed = set_byte(sealed, 30, (get_byte(sealed, 30) + 1) % 256) where id = 1`
  const { code, said } = await command('rotate-keys', written(newer, older))
  expect(code).toBe(1)
  expect(said).toMatch(/^2 values have been sealed anew/)
  expect(said).toMatch(/1 values cannot be opened with any key here/)
  expect(said).not.toMatch(/needs these keys any more/)
  expect((await command('doctor', written(newer, older))).said).toMatch(
    /The older key "k1" is still needed: 1 value/,
  )
}, 60_000)

test('the list of what is sealed has every column of bytes but the files that wait to be sent', async () => {
  const columns = await sql<{ name: string }[]>`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
    where c.table_schema = 'public' and c.data_type = 'bytea' order by 1`
  const listed = sealedColumns
    .filter(({ kind }) => kind === 'bytes')
    .map(({ table, column }) => `${table}.${column}`)
  expect(columns.map(({ name }) => name).filter((name) => name !== 'outbox_files.content')).toEqual(
    listed.sort(),
  )
})
