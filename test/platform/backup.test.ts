import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { backupOf, restoreInto, tableSums } from '../support/copied.ts'
import { oldDatabase, oldState, upgradedDatabase } from '../support/old-state.ts'
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/postgres.ts'

const used: FreshDatabase[] = []
afterEach(async () => {
  for (const database of used.splice(0)) await database.drop()
})

async function use(opening: Promise<FreshDatabase>): Promise<string> {
  const database = await opening
  used.push(database)
  return database.url
}

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    return [...(await sql.unsafe<Row[]>(text))]
  } finally {
    await sql.end()
  }
}

const state = oldState('0012_questionnaire_requests')
let upgraded: FreshDatabase
/** A backup of it. */
let copy = ''
beforeAll(async () => {
  upgraded = await upgradedDatabase(state)
  copy = await backupOf(upgraded.url)
}, 60_000)
afterAll(() => upgraded.drop())

/** Someone whose name needs care: quotes, a tab, a line feed, a backslash, letters of four alphabets. */
const difficult = `insert into accounts (user_id, first_name, last_name, language, first_seen_at)
  values (77, E'O''Neil\\t\\\\.\\nİğdır', E'\\\\N', 'tr', '2026-11-26 10:00:00.123456+00'), (78, '𝒜 الاسم', null, 'fr', now())`

test('every row of every table comes back, and numbers go on where they stood', async () => {
  const from = await use(upgradedDatabase(state))
  await ask(from, difficult)
  await ask(
    from,
    `insert into outbox_files (name, content, created_at) select 'f', decode(repeat('00ff0a5c', 300000), 'hex'), now()`,
  )
  const file = await backupOf(from)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const into = await use(emptyDatabase())
  const { rows } = await restoreInto(into, file)
  expect(rows).toBeGreaterThan(100)
  expect(await tableSums(into)).toEqual(await tableSums(from))
  const next = `select nextval('applications_id_seq')::int as next, nextval('process_numbers')::int as number`
  expect(await ask(into, next)).toEqual(await ask(from, next))
  const keys = `select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace and conrelid::regclass::text not in ('heyet_holder', 'heyet_waiting_jobs') order by 1, 2, 3`
  expect(await ask(into, keys)).toEqual(await ask(from, keys))
  const unlogged = `select relname from pg_class where relpersistence = 'u' and relkind = 'r' order by 1`
  expect(await ask(into, unlogged)).toEqual(await ask(from, unlogged))
}, 60_000)

test('an older state is brought up to date by the way', async () => {
  const old = await use(oldDatabase(state))
  const into = await use(emptyDatabase())
  const { migrated } = await restoreInto(into, await backupOf(old))
  expect(migrated).toBeGreaterThan(30)
  const [one, other] = await Promise.all([tableSums(into), tableSums(upgraded.url)])
  // When each migration was applied differs, and the numbers of chance that one of them has given.
  const apart = { heyet_migrations: '', anonymous_responses: '' }
  expect({ ...one, ...apart }).toEqual({ ...other, ...apart })
}, 60_000)

test('a database that holds something is refused, or replaced whole', async () => {
  const into = await use(freshDatabase())
  await ask(into, difficult)
  await expect(restoreInto(into, copy)).rejects.toThrow(/holds something already\. With --replace/)
  expect(await ask(into, 'select 1 from accounts')).toHaveLength(2)
  await restoreInto(into, copy, { isReplacing: true })
  expect(await tableSums(into)).toEqual(await tableSums(upgraded.url))
}, 60_000)

const asText = (file: string) => gunzipSync(readFileSync(file)).toString('latin1')
const asFile = (text: string) => gzipSync(Buffer.from(text, 'latin1'))

const changes: Record<string, (file: string) => Buffer> = {
  'cut off': (file) => readFileSync(file).subarray(0, -40),
  'cut off between two tables, and packed again': (file) =>
    asFile(asText(file).split('{"table":"persons"')[0] ?? ''),
  'altered in a name': (file) => asFile(asText(file).replace('Zeynep', 'Zeyneb')),
  'one bit of the packed file': (file) => flipped(readFileSync(file)),
  'with something behind its end': (file) => asFile(`${asText(file)}more`),
}

test.for(Object.keys(changes))(
  'a file that is not as it was written changes nothing: %s',
  { timeout: 60_000 },
  async (what) => {
    const file = `${copy}.changed`
    copyFileSync(copy, file)
    writeFileSync(file, changes[what]?.(file) ?? '')
    const into = await use(freshDatabase())
    await ask(into, difficult)
    const before = await tableSums(into)
    await expect(restoreInto(into, file, { isReplacing: true })).rejects.toThrow(
      /not whole: it was cut off or has been altered\. Nothing was changed|The database refuses the backup/,
    )
    expect(await tableSums(into)).toEqual(before)
  },
)

function flipped(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

test.for<[what: string, content: Buffer, says: RegExp]>([
  ['something else', Buffer.from('hello'), /not whole/],
  ['nothing', Buffer.alloc(0), /not whole/],
  [
    'another packed file',
    gzipSync('{"name":"heyet"}\n'),
    /is not a backup that `npm run backup` has written/,
  ],
  ['a later layout', gzipSync('{"heyet":"backup","version":99}\n'), /written by a newer version of Heyet/],
])('what is no backup is refused: %s', async ([, content, says]) => {
  const file = `${copy}.other`
  writeFileSync(file, content)
  await expect(restoreInto(await use(emptyDatabase()), file)).rejects.toThrow(says)
})

test('what cannot be written leaves nothing behind, and what was there stays', async () => {
  const from = await use(freshDatabase())
  const file = await backupOf(from)
  await expect(backupOf(await use(emptyDatabase()))).rejects.toThrow(/nothing to keep yet/)
  const { writeBackup } = await import('../../src/platform/backup/write-backup.ts')
  const before = readFileSync(file)
  await expect(writeBackup({ url: from, file, signal: AbortSignal.abort() })).rejects.toThrow(
    /It was interrupted/,
  )
  await expect(
    writeBackup({ url: from, file: `${file}/in/a/file`, signal: new AbortController().signal }),
  ).rejects.toThrow(/Its folder does not exist/)
  expect(readFileSync(file)).toEqual(before)
})
