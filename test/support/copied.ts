import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { readBackup } from '../../src/platform/backup/read-backup.ts'
import { restoreBackup, type RestoringOptions } from '../../src/platform/backup/restore-backup.ts'
import { writeBackup } from '../../src/platform/backup/write-backup.ts'

/** A backup of this database in a folder of its own. */
export async function backupOf(url: string): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'heyet-backup-')), 'heyet.backup')
  await writeBackup({ url, file, signal: new AbortController().signal })
  return file
}

/** Puts a backup into a database in which no bot runs. */
export async function restoreInto(url: string, file: string, options: Partial<RestoringOptions> = {}) {
  const backup = await readBackup(file)
  try {
    return await restoreBackup({
      ...{ url, backup, isReplacing: false, mustRest: async () => {}, settle: async () => {} },
      ...options,
    })
  } finally {
    backup.close()
  }
}

/** What every table that is not empty holds, as a number of rows and a sum of them, whatever their order. */
export async function tableSums(url: string): Promise<Record<string, string>> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    const tables = await sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'heyet_waiting_jobs' order by 1`
    const sums: Record<string, string> = {}
    for (const { name } of tables) {
      const [row] = await sql.unsafe<{ sum: string }[]>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from "${name}" t`,
      )
      if (row && !row.sum.startsWith('0 ')) sums[name] = row.sum
    }
    return sums
  } finally {
    await sql.end()
  }
}
