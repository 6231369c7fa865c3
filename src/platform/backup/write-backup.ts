import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres from 'postgres'
import { CannotStart } from '../cannot-start.ts'
import { readHolder } from '../holder.ts'
import { readKeyChecks } from '../key-file.ts'
import { migrationState } from '../migrate.ts'
import { isBotRunning, lockKinds } from '../session-locks.ts'
import {
  asLine,
  backupVersion,
  noTimeLimits,
  plainValues,
  waitingJobs,
  type BackupHead,
  type Counted,
  type TableHead,
} from './backup-file.ts'
import { quoted, readSequences, readTables } from './catalogue.ts'

type Sql = postgres.Sql

export interface WritingOptions {
  url: string
  /** An absolute path. What is there is replaced when the new one is whole. */
  file: string
  signal: AbortSignal
}

/** Writes everything there is, as of one moment, also while a bot is running on it. */
export async function writeBackup({ url, file, signal }: WritingOptions): Promise<Counted & BackupHead> {
  const unfinished = `${file}.unfinished-${process.pid}`
  const sql = postgres(url, {
    ...{ max: 1, max_lifetime: null, connect_timeout: 10, fetch_types: false, onnotice: () => {} },
    connection: { application_name: 'heyet backup' },
  })
  try {
    const { head, tables } = await takeSnapshot(sql)
    const counted = { tables: 0, rows: 0 }
    await pipeline(
      Readable.from(sealed(written(sql, head, tables, counted), counted)),
      createGzip(),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }),
      { signal },
    )
    await settleOnDisk(unfinished)
    await rename(unfinished, file)
    return { ...head, ...counted }
  } catch (error) {
    throw explained(error, file)
  } finally {
    await rm(unfinished, { force: true }).catch(() => {})
    // A COPY that was broken off half-way would keep the connection busy: it is not asked, only ended.
    await sql.end({ timeout: 0 })
  }
}

/**
 * The moment that is written down. No migration runs while it is taken, and none changes a table before that is written;
 * a start that has nothing to migrate is not kept waiting.
 */
async function takeSnapshot(sql: Sql): Promise<{ head: BackupHead; tables: TableHead[] }> {
  await sql.unsafe(plainValues)
  await sql.unsafe(noTimeLimits)
  await sql`set lock_timeout = 60000`
  await sql`select pg_advisory_lock_shared(${lockKinds.migration}::int, 1)`
  await sql`begin isolation level repeatable read, read only`
  const tables = await readTables(sql)
  if (!tables.some(({ table }) => table === 'heyet_migrations'))
    throw new CannotStart('There is nothing to keep yet: no Heyet has started on this database.')
  await sql.unsafe(
    `lock table ${tables.map(({ table }) => `public.${quoted(table)}`).join(', ')} in access share mode`,
  )
  await sql`select pg_advisory_unlock_shared(${lockKinds.migration}::int, 1)`
  const head: BackupHead = {
    ...{ heyet: 'backup', version: backupVersion, madeAt: new Date().toISOString() },
    isAtRest: !(await isBotRunning(sql)),
    holder: (await readHolder(sql)) ?? null,
    migrations: (await migrationState(sql)).applied,
    keys: await readKeyChecks(sql),
    sequences: await readSequences(sql),
  }
  return { head, tables: tables.filter(({ table }) => table !== waitingJobs.table) }
}

async function* written(
  sql: Sql,
  head: BackupHead,
  tables: readonly TableHead[],
  counted: { tables: number; rows: number },
) {
  yield asLine(head)
  for (const one of [...tables, waitingJobs]) {
    yield asLine(one)
    const from = one === waitingJobs ? await jobsThatWait(sql) : `public.${quoted(one.table)} ${listed(one)}`
    const rows = await sql.unsafe(`copy ${from} to stdout`).readable()
    for await (const block of blocks(rows)) {
      counted.rows += countOf(block)
      yield Buffer.from(`${block.length}\n`)
      yield block
    }
    yield Buffer.from('0\n')
    counted.tables += 1
  }
}

/** The end, with what everything before it sums up to. */
async function* sealed(pieces: AsyncIterable<Buffer>, counted: Counted) {
  const hash = createHash('sha256')
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
  yield asLine({ end: counted, sha256: hash.digest('hex') })
}

const listed = ({ columns }: TableHead) => `(${columns.map(quoted).join(', ')})`

/** What the queue still owes, or what a restore has left to it that no bot has taken up yet. */
async function jobsThatWait(sql: Sql): Promise<string> {
  const [found] = await sql<{ queue: boolean; left: boolean }[]>`
    select to_regclass('pgboss.job') is not null as queue, to_regclass('public.heyet_waiting_jobs') is not null as left`
  const queries = [
    ...(found?.left ? ['select name, ids from public.heyet_waiting_jobs'] : []),
    ...(found?.queue
      ? [`select name, data from pgboss.job where state::text in ('created', 'retry', 'active')`]
      : []),
  ]
  return `(${queries.join(' union all ') || 'select null, null where false'})`
}

const blockSize = 64 * 1024

/** Rows come one by one; a block holds many. */
async function* blocks(rows: Readable): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = []
  let size = 0
  for await (const row of rows as AsyncIterable<Buffer>) {
    gathered.push(row)
    size += row.length
    if (size < blockSize) continue
    yield Buffer.concat(gathered)
    gathered = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(gathered)
  // postgres.js 3.4.9 stops listening where a row was more than its reader had room for, and begins again only when asked
  // for more; at the end nobody asks, and the connection would wait for the word that it has ended.
  rows._read(0)
}

/** COPY ends each row with a line feed, and writes none inside of one. */
function countOf(block: Buffer): number {
  let count = 0
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) count += 1
  return count
}

async function settleOnDisk(file: string): Promise<void> {
  const handle = await open(file, 'r')
  await handle.sync().finally(() => handle.close())
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk is full',
  ENOENT: 'Its folder does not exist',
  ENOTDIR: 'Its folder does not exist',
  EACCES: 'Nobody lets this user write there',
  EPERM: 'Nobody lets this user write there',
  EROFS: 'Nothing can be written there',
  EISDIR: 'There is a folder of that name',
  ENOTEMPTY: 'There is a folder of that name',
  ABORT_ERR: 'It was interrupted',
  '55P03': 'Another Heyet is migrating the database; try again in a minute',
}

function explained(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  const said = typeof code === 'string' ? sentences[code] : undefined
  return said ? new CannotStart(`No backup was written to ${file}. ${said} (${code}).`) : error
}
