import { readFileSync } from 'node:fs'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import postgres from 'postgres'
import { migrate } from '../../src/platform/migrate.ts'
import { emptyDatabase, type FreshDatabase } from './postgres.ts'

/** What a release of the past has left in its database: each row with the name of its table. */
export interface OldState {
  /** The last migration of that release. */
  migratedTo: string
  /** When that was. */
  now: string
  /** Who has written to the bot, by first name: Telegram's ids. */
  accounts: Record<string, number>
  sequences: Record<string, number>
  rows: Record<string, Record<string, unknown>>[]
}

/** The state that a release has left behind, by the name of its last migration. */
export const oldState = (migratedTo: string): OldState =>
  JSON.parse(readFileSync(new URL(`../fixtures/${migratedTo}.json`, import.meta.url), 'utf8')) as OldState

/** A database as that release has left it, brought to the shape of today. */
export async function upgradedDatabase(state: OldState): Promise<FreshDatabase> {
  const database = await oldDatabase(state)
  await migrate(database.url)
  return database
}

/** A database as that release has left it. */
export async function oldDatabase(state: OldState): Promise<FreshDatabase> {
  const database = await emptyDatabase()
  const folder = join(tmpdir(), `heyet-until-${state.migratedTo}-${process.pid}/`)
  await cp(new URL('../../drizzle/', import.meta.url), folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const { entries } = JSON.parse(await readFile(journal, 'utf8')) as { entries: { tag: string }[] }
  const known = entries.slice(0, entries.findIndex(({ tag }) => tag === state.migratedTo) + 1)
  await writeFile(journal, JSON.stringify({ entries: known }))
  await migrate(database.url, { folder: pathToFileURL(folder) })
  await rm(folder, { recursive: true })
  await fill(database.url, state)
  return database
}

async function fill(url: string, { rows, sequences }: OldState): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  for (const table of await inOrder(sql)) {
    const its = rows.flatMap((row) => row[table] ?? [])
    const [first] = its
    if (!first) continue
    const columns = Object.keys(first).map((name) => `"${name}"`)
    await sql.unsafe(
      `insert into "${table}" (${columns.join()}) overriding system value
       select ${columns.join()} from jsonb_populate_recordset(null::"${table}", $1::text::jsonb)`,
      [JSON.stringify(its)],
    )
  }
  for (const [name, last] of Object.entries(sequences)) await sql`select setval(${name}, ${last}::bigint)`
  await sql.end()
}

/** The tables, each behind those that its rows name. */
async function inOrder(sql: postgres.Sql): Promise<string[]> {
  const tables = await sql<{ table: string; named: string[] }[]>`
    select c.relname as table, coalesce(json_agg(distinct f.confrelid::regclass::text)
      filter (where f.confrelid <> c.oid), '[]') as named
    from pg_class c left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1`
  const ordered = new Set<string>()
  const add = (table: string) => {
    if (ordered.has(table)) return
    for (const named of tables.find((one) => one.table === table)?.named ?? []) add(named)
    ordered.add(table)
  }
  for (const { table } of tables) add(table)
  return [...ordered]
}
