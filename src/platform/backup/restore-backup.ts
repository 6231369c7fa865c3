import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import { CannotStart } from '../cannot-start.ts'
import { createHolderTable } from '../holder.ts'
import { applyMigration, migrationState, prepareForMigrations } from '../migrate.ts'
import { lockKinds } from '../session-locks.ts'
import { noTimeLimits, plainValues, waitingJobs, type Counted } from './backup-file.ts'
import { isEmpty, quoted, readDrops, readForeignKeys, readTables } from './catalogue.ts'
import type { BackupReading } from './read-backup.ts'

export interface RestoringOptions {
  url: string
  backup: BackupReading
  /** What is in the database now goes. */
  isReplacing: boolean
  /** Refuses where a bot is running. */
  mustRest(sql: postgres.ISql): Promise<void>
  /** What is left to do when all rows are there, in the same transaction. */
  settle(sql: postgres.ISql): Promise<void>
}

type Sql = postgres.Sql

/** Puts a backup into a database, whole or not at all: in one transaction, in which an older state is migrated too. */
export async function restoreBackup(options: RestoringOptions): Promise<Counted & { migrated: number }> {
  const sql = postgres(options.url, {
    ...{ max: 1, max_lifetime: null, connect_timeout: 10, fetch_types: false, onnotice: () => {} },
    connection: { application_name: 'heyet restore' },
  })
  try {
    await sql.unsafe(plainValues)
    await sql.unsafe(noTimeLimits)
    await sql`set lock_timeout = 10000`
    // Held to the end: a bot that starts meanwhile waits here, and then finds what has been restored.
    await sql`select pg_advisory_lock(${lockKinds.migration}::int, 1)`
    await options.mustRest(sql)
    if (!options.isReplacing && !(await isEmpty(sql)))
      throw new CannotStart(
        'This database holds something already. With --replace the backup takes its place, and what is there now is lost.',
      )
    await sql`begin`
    const restored = await fill(sql, options)
    await sql`commit`
    await sql`analyze`
    return restored
  } catch (error) {
    throw explained(error)
  } finally {
    // Where the end was not reached, this takes everything back.
    await sql.end({ timeout: 0 })
  }
}

async function fill(sql: Sql, { backup, settle }: RestoringOptions): Promise<Counted & { migrated: number }> {
  const { migrations } = backup.head
  const { known } = await migrationState(sql)
  for (const statement of await readDrops(sql)) await sql.unsafe(statement)
  await prepareForMigrations(sql)
  await createHolderTable(sql)
  await sql.unsafe(`create table ${waitingJobs.table} (name text not null, ids jsonb not null)`)
  for (const tag of known.filter((one) => migrations.includes(one))) await applyMigration(sql, tag)
  const counted = await whileUnchecked(sql, () => copyAll(sql, backup))
  for (const { name, last, isCalled } of backup.head.sequences)
    await sql`select setval(to_regclass(${`public.${quoted(name)}`}), ${last}::bigint, ${isCalled})`
  const later = known.filter((one) => !migrations.includes(one))
  for (const tag of later) await applyMigration(sql, tag)
  await settle(sql)
  return { ...counted, migrated: later.length }
}

/** Tables name each other, in circles too: their keys are taken away for the while and put back, which checks every row. */
async function whileUnchecked<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  const keys = await readForeignKeys(sql)
  for (const { table, name } of keys)
    await sql.unsafe(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  const result = await work()
  for (const { table, name, definition } of keys)
    await sql.unsafe(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`)
  return result
}

async function copyAll(sql: Sql, backup: BackupReading): Promise<Counted> {
  const known = new Map((await readTables(sql)).map(({ table, columns }) => [table, columns]))
  const names = [...known.keys()].map(quoted).join(', ')
  await sql.unsafe(`truncate ${names}`)
  let tables = 0
  let rows = 0
  for (let one = await backup.nextTable(); one; one = await backup.nextTable()) {
    const columns = known.get(one.table)
    if (!columns || one.columns.some((column) => !columns.includes(column)))
      throw new CannotStart(
        `The backup holds the table ${one.table} in a shape that its own version does not have.`,
      )
    const into = await sql
      .unsafe(`copy ${quoted(one.table)} (${one.columns.map(quoted).join(', ')}) from stdin`)
      .writable()
    await pipeline(Readable.from(one.rows), into)
    const [count] = await sql.unsafe<{ rows: string }[]>(`select count(*) as rows from ${quoted(one.table)}`)
    tables += 1
    rows += Number(count?.rows)
  }
  return { tables, rows }
}

/** Errors of the database quote what people have written, so of them the code alone is told. */
function explained(error: unknown): unknown {
  if (error instanceof CannotStart) return error
  const { code, name } = error as NodeJS.ErrnoException
  if (code === '55P03')
    return new CannotStart('Somebody else is at work on this database. End that first, then run this again.')
  if (name !== 'PostgresError') return error
  return new CannotStart(
    code?.startsWith('53')
      ? `The database has no room for the backup (${code}). Nothing was changed.`
      : `The database refuses the backup (${code ?? 'unknown'}). Nothing was changed; it was altered, or this user may not do what it needs.`,
    { cause: error },
  )
}
