import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'
import { takeHold, type Holder } from './holder.ts'
import { isBotRunning, lockKinds } from './session-locks.ts'

type Sql = postgres.Sql

const shipped = new URL('../../drizzle/', import.meta.url)
const oldestServer = 150_000

/**
 * Steps before which nobody may run who has not taken them. Two neighbouring versions work side by side; only what was written
 * before 0060 takes what later versions seal for a person's own words, and would work with it.
 */
const partings: readonly string[] = ['0060_desk_search']

/** What the code knows and what the database has had; both in the order in which they are applied. */
export interface MigrationState {
  known: string[]
  applied: string[]
}

export interface MigrateOptions {
  /** Where the migrations are; those of this version when absent. */
  folder?: URL
  /** For whom the database is: one that belongs to somebody else is refused before anything in it changes. */
  holder?: Holder
}

/** Brings the database to the shape this code expects; of processes that start at once, one does it, the rest wait. */
export async function migrate(
  url: string,
  { folder = shipped, holder }: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  const sql = postgres(url, { max: 1, max_lifetime: null, connect_timeout: 10, onnotice: () => {} })
  try {
    await checkServer(sql, url)
    await sql`select pg_advisory_lock(${lockKinds.migration}::int, 1)`
    await mustBeAllowed(sql)
    if (holder !== undefined) await takeHold(sql, holder)
    await createLedger(sql)
    const state = await migrationState(sql, folder)
    const missing = missingIn(state)
    if (state.applied.length > 0) await mustHaveParted(sql, missing)
    await createHelpers(sql)
    for (const tag of missing) await apply(sql, tag, folder)
    return { applied: missing }
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Reads the state without changing anything; a database that has never been migrated has had nothing. */
export async function migrationState(sql: postgres.ISql, folder = shipped): Promise<MigrationState> {
  const known = await shippedIn(folder)
  const [table] = await sql<{ exists: boolean }[]>`
    select to_regclass('heyet_migrations') is not null as exists`
  const rows = table?.exists
    ? await sql<{ tag: string }[]>`select tag from heyet_migrations order by applied_at, tag`
    : []
  return { known, applied: rows.map(({ tag }) => tag) }
}

/** Those of other migrations that this version does not have, because it is older. */
export async function unknownMigrations(applied: readonly string[]): Promise<string[]> {
  const known = await shippedIn(shipped)
  return applied.filter((tag) => !known.includes(tag))
}

async function shippedIn(folder: URL): Promise<string[]> {
  const journal = await readFile(new URL('meta/_journal.json', folder), 'utf8')
  return (JSON.parse(journal) as { entries: { tag: string }[] }).entries.map(({ tag }) => tag)
}

/** What stands beside the migrations: the list of those that have been applied. */
const createLedger = (sql: postgres.ISql) => sql`create table if not exists heyet_migrations (
  tag text primary key, applied_at timestamptz not null default now())`

/** For whoever fills an empty database inside a transaction of their own: what all migrations build on. */
export async function prepareForMigrations(sql: postgres.ISql): Promise<void> {
  await createLedger(sql)
  await createHelpers(sql)
}

/** One step, on the transaction of whoever asks. */
export async function applyMigration(sql: postgres.ISql, tag: string, folder = shipped): Promise<void> {
  const text = await readFile(new URL(`${tag}.sql`, folder), 'utf8')
  for (const statement of text.split('--> statement-breakpoint')) await sql.unsafe(statement)
  await sql`insert into heyet_migrations (tag) values (${tag})`
}

function missingIn({ known, applied }: MigrationState): string[] {
  const unknown = applied.filter((tag) => !known.includes(tag))
  if (unknown.length > 0)
    throw new CannotStart(
      `The database is newer than this version of Heyet: it has had ${unknown.join(', ')}. ` +
        'Start the newer version again, or put back the copy of the database from before the update.',
    )
  return known.filter((tag) => !applied.includes(tag))
}

/** Whoever runs now runs a version that has not taken these steps either. */
async function mustHaveParted(sql: Sql, missing: readonly string[]): Promise<void> {
  if (!missing.some((tag) => partings.includes(tag)) || !(await isBotRunning(sql))) return
  throw new CannotStart(
    'A former version of Heyet is running on this database, and cannot read what this one writes. ' +
      'Stop all of its processes, then start this one again (docs/upgrading.md).',
  )
}

async function checkServer(sql: Sql, url: string): Promise<void> {
  const version = await serverVersion(sql, url)
  if (version >= oldestServer) return
  throw new CannotStart(
    `The database server is PostgreSQL ${Math.floor(version / 10_000)}, and Heyet needs 15 or newer. ` +
      'Upgrade the server, or leave DATABASE_URL out and Heyet runs its own.',
  )
}

async function serverVersion(sql: Sql, url: string): Promise<number> {
  try {
    const [row] = await sql<{ version: number }[]>`
      select current_setting('server_version_num')::int as version`
    return row?.version ?? 0
  } catch (error) {
    const { host, pathname } = new URL(url)
    throw new CannotStart(
      `The database ${pathname.slice(1)} at ${host} cannot be used (${reasonOf(error)}). ` +
        'Check DATABASE_URL and that the server is running.',
      { cause: error },
    )
  }
}

/** Since PostgreSQL 15 nobody but a database's owner may make tables in it unasked. */
async function mustBeAllowed(sql: Sql): Promise<void> {
  const [here] = await sql<{ name: string; user: string; is_allowed: boolean }[]>`
    select current_database() as name, current_user as user,
      has_schema_privilege(coalesce(current_schema(), 'public'), 'create') as is_allowed`
  if (!here || here.is_allowed) return
  throw new CannotStart(
    `The user ${here.user} may not make tables in the database ${here.name}. ` +
      `Have an administrator run: alter database "${here.name}" owner to "${here.user}";`,
  )
}

/** The table of key checks is older than any migration, because keys are checked before anything else is read. */
async function createHelpers(sql: postgres.ISql): Promise<void> {
  try {
    await sql`create extension if not exists pg_trgm`
    await sql`create extension if not exists unaccent`
  } catch (error) {
    throw new CannotStart(
      `The database lacks the extensions pg_trgm and unaccent (${reasonOf(error)}). Have an administrator run in it: ` +
        'create extension pg_trgm; create extension unaccent;',
      { cause: error },
    )
  }
  await sql`create table if not exists field_key_checks (key_id text primary key, fingerprint text not null)`
}

async function apply(sql: Sql, tag: string, folder: URL): Promise<void> {
  try {
    await sql.begin((transaction) => applyMigration(transaction, tag, folder))
  } catch (error) {
    throw new CannotStart(
      `The database could not be brought up to date (${tag}: ${reasonOf(error)}). Nothing of this step was kept; ` +
        'mend what it complains about and start again.',
      { cause: error },
    )
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error)
