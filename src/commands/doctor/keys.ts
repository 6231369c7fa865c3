import { existsSync, statSync } from 'node:fs'
import type postgres from 'postgres'
import type { Config } from '../../platform/config.ts'
import { findMisfit, keyFileOf, openKeyRing } from '../../platform/key-file.ts'
import { countByKey } from '../../platform/rotation.ts'
import { sealedColumns } from '../command-line/sealed-columns.ts'
import { broken, doubtful, good, type Finding } from './finding.ts'

/** Whether what is sealed can be opened, and which keys that takes. */
export async function examineKeys(sql: postgres.Sql, config: Config): Promise<Finding[]> {
  const { fieldKeys, dataDir } = config
  const file = keyFileOf(dataDir)
  const [table] = await sql<
    { exists: boolean }[]
  >`select to_regclass('field_key_checks') is not null as exists`
  if (!fieldKeys && !existsSync(file)) {
    const used = table?.exists ? await sql`select 1 from field_key_checks` : []
    return [
      used.length === 0
        ? good('keys', 'There are no keys yet; the first `npm start` makes them.')
        : broken(
            'keys',
            `The keys of this database are missing in ${file}.`,
            'Put the copy you kept of that file back.',
          ),
    ]
  }
  const ring = openKeyRing({ fieldKeys, dataDir })
  const misfit = table?.exists ? await findMisfit(sql, ring) : undefined
  if (misfit)
    return [
      broken(
        'keys',
        `The key "${misfit}", which has encrypted data here, is missing or another one.`,
        fieldKeys ? 'Add it to FIELD_KEYS.' : `Put the copy you kept of ${file} back.`,
      ),
    ]
  const older = ring.keys.filter(({ id }) => id !== ring.newest.id).map(({ id }) => id)
  return [whereTheyAre(config, file), ...(older.length > 0 ? await stillNeeded(sql, older) : [])]
}

function whereTheyAre({ fieldKeys }: Config, file: string): Finding {
  if (!fieldKeys && (statSync(file).mode & 0o077) !== 0)
    return doubtful('keys', `Other users of this computer can read ${file}.`, `Run: chmod 600 ${file}`)
  return good(
    'keys',
    fieldKeys ? 'FIELD_KEYS fits the data.' : `The keys in ${file} fit the data; keep a copy of them.`,
  )
}

/** A key that seals nothing any more may go; one that does not is worth a word only when somebody has added another. */
async function stillNeeded(sql: postgres.Sql, older: readonly string[]): Promise<Finding[]> {
  const there = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`
  const columns = sealedColumns.filter(({ table }) => there.some(({ name }) => name === table))
  const counts = await countByKey(
    async <Row extends object>(text: string) => [...(await sql.unsafe<Row[]>(text))],
    columns,
  )
  return older.map((id) => {
    const count = counts.get(id) ?? 0
    if (count === 0)
      return good(
        'keys',
        `The older key "${id}" seals nothing in the database any more; backups may need it.`,
      )
    return doubtful(
      'keys',
      `The older key "${id}" is still needed: ${count} ${count === 1 ? 'value is' : 'values are'} sealed with it.`,
      'Keep it; `npm run rotate-keys` seals everything with the first one.',
    )
  })
}
