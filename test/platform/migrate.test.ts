import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import postgres from 'postgres'
import { afterEach, expect, test } from 'vitest'
import { migrate } from '../../src/platform/migrate.ts'
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/postgres.ts'

const used: FreshDatabase[] = []

afterEach(async () => {
  for (const database of used.splice(0)) await database.drop()
})

async function database(opening: Promise<FreshDatabase>): Promise<string> {
  const opened = await opening
  used.push(opened)
  return opened.url
}

test('of processes that start at once, one migrates', async () => {
  const url = await database(emptyDatabase())
  const outcomes = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(outcomes.filter(({ applied }) => applied.length > 0)).toHaveLength(1)
})

test('nothing is left to do in a copy of the template', async () => {
  expect(await migrate(await database(freshDatabase()))).toEqual({ applied: [] })
})

test('a database that a newer version has changed is refused with a sentence', async () => {
  const url = await database(freshDatabase())
  const sql = postgres(url, { max: 1 })
  await sql`insert into heyet_migrations (tag) values ('9999_from_the_future')`
  await sql.end()
  await expect(migrate(url)).rejects.toThrow(
    /newer than this version of Heyet: it has had 9999_from_the_future/,
  )
})

test('a migration that fails leaves nothing of itself', async () => {
  const url = await database(emptyDatabase())
  const folder = `${mkdtempSync(join(tmpdir(), 'heyet-migrations-'))}/`
  mkdirSync(`${folder}meta`)
  writeFileSync(`${folder}meta/_journal.json`, JSON.stringify({ entries: [{ tag: '0000_broken' }] }))
  writeFileSync(
    `${folder}0000_broken.sql`,
    'create table half (id int);--> statement-breakpoint\nselect 1/0;',
  )
  await expect(migrate(url, { folder: pathToFileURL(folder) })).rejects.toThrow(
    /0000_broken: division by zero/,
  )
  const sql = postgres(url, { max: 1 })
  expect(await sql`select to_regclass('half') as half, (select count(*)::int from heyet_migrations)`).toEqual(
    [{ half: null, count: 0 }],
  )
  await sql.end()
  rmSync(folder, { recursive: true })
})

test('a user who may not make tables is told what an administrator has to do', async () => {
  const url = await database(emptyDatabase())
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const user = `guest_${process.pid}`
  await sql.unsafe(`drop role if exists ${user}; create role ${user} login password 'x'`)
  const theirs = new URL(url)
  theirs.username = user
  theirs.password = 'x'
  await expect(migrate(theirs.href)).rejects.toThrow(
    `may not make tables in the database ${theirs.pathname.slice(1)}. Have an administrator run: alter database "${theirs.pathname.slice(1)}" owner to "${user}";`,
  )
  await sql.unsafe(`drop role ${user}`)
  await sql.end()
})

test('a server that cannot be reached is named without the password', async () => {
  const refused = migrate('postgres://heyet:geheim@127.0.0.1:1/heyet')
  await expect(refused).rejects.toThrow(/heyet at 127\.0\.0\.1:1 cannot be used/)
  await expect(refused).rejects.not.toThrow(/geheim/)
})

test('beside processes that would misread what this version seals, nothing is changed', async () => {
  const url = await database(freshDatabase())
  const former = postgres(url, { max: 1, connection: { application_name: 'heyet' } })
  await former`delete from heyet_migrations where tag = '0060_desk_search'`
  await expect(migrate(url)).rejects.toThrow(
    /A former version of Heyet is running .* Stop all of its processes/,
  )
  await former.end()
  // It is here already; that it is tried is enough.
  await expect(migrate(url)).rejects.toThrow(/could not be brought up to date \(0060_desk_search/)
})

test('beside the version before, which takes nothing amiss, the database is brought up to date', async () => {
  const url = await database(freshDatabase())
  const former = postgres(url, { max: 1, connection: { application_name: 'heyet' } })
  // One that may be taken twice.
  const tag = '0070_begun'
  await former`delete from heyet_migrations where tag = ${tag}`
  expect(await migrate(url)).toEqual({ applied: [tag] })
  await former.end()
})
