import postgres from 'postgres'
import { CannotStart } from '../../platform/cannot-start.ts'
import type { Config } from '../../platform/config.ts'
import { connectBeside, hasDatabase } from '../../platform/embedded-postgres/index.ts'
import { holderOf, misfitOf, readHolder } from '../../platform/holder.ts'
import { migrationState } from '../../platform/migrate.ts'
import { broken, doubtful, good, type Finding } from './finding.ts'
import { examineKeys } from './keys.ts'
import { examinePooler } from './pooler.ts'

/** The database and the keys that belong to its data. The embedded server is started for this if it does not run. */
export async function examineDatabase(config: Config): Promise<Finding[]> {
  if (config.databaseUrl) return examineAt(config.databaseUrl.reveal(), config, 'DATABASE_URL')
  if (!hasDatabase(config.dataDir))
    return [
      good('database', `There is no database in ${config.dataDir} yet; the first \`npm start\` makes it.`),
    ]
  try {
    const server = await connectBeside({ dataDir: config.dataDir })
    try {
      return await examineAt(server.url, config, server.folder)
    } finally {
      await server.stop()
    }
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    return [broken('database', error.message, 'Its own words are in heyet-server.log beside the data.')]
  }
}

async function examineAt(url: string, config: Config, where: string): Promise<Finding[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} })
  try {
    const version = await serverVersion(sql)
    if (typeof version !== 'number') return [version]
    const major = Math.floor(version / 10_000)
    const server =
      major >= 15
        ? good('database', `PostgreSQL ${major} answers (${where}).`)
        : broken('database', `This is PostgreSQL ${major}.`, 'Heyet needs 15 or newer; upgrade the server.')
    return [
      server,
      await examineHolder(sql, config),
      await examineExtensions(sql),
      await examineMigrations(sql),
      ...(await examineKeys(sql, config)),
      ...(await examinePooler(url)),
    ]
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function serverVersion(sql: postgres.Sql): Promise<number | Finding> {
  try {
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version_num') as version`
    return Number(row?.version)
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'unknown'
    const [said, mend] = reasons[code] ?? [
      'It does not answer.',
      'Check DATABASE_URL and that the server is running.',
    ]
    return broken('database', `${said} (${code})`, mend)
  }
}

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: [
    'Nobody listens at that address.',
    'Start the PostgreSQL server, or mend host and port of DATABASE_URL.',
  ],
  ENOTFOUND: ['That host is not known.', 'Mend the host of DATABASE_URL.'],
  CONNECT_TIMEOUT: ['Nobody answers at that address.', 'Check the firewall between here and the server.'],
  '28P01': [
    'The server refuses user or password.',
    'Mend user and password of DATABASE_URL; special characters are written as %40 and the like.',
  ],
  '28000': [
    'The server does not let this user in.',
    'Add the user to the server’s pg_hba.conf, or use TLS (?sslmode=require).',
  ],
  '3D000': [
    'That server has no such database.',
    'Create it (`create database …`), or mend the name in DATABASE_URL.',
  ],
}

/** A database serves one bot, or the sandbox. */
async function examineHolder(sql: postgres.Sql, config: Config): Promise<Finding> {
  const holder = holderOf(config)
  const found = await readHolder(sql)
  const misfit = misfitOf(found, holder)
  if (misfit) return broken('database', misfit.said, misfit.mend)
  return good(
    'database',
    found
      ? `It belongs to the ${found}.`
      : `It belongs to nobody yet; the next start makes it the ${holder}’s.`,
  )
}

async function examineExtensions(sql: postgres.Sql): Promise<Finding> {
  const rows = await sql<{ name: string }[]>`select name from pg_available_extensions
    where name in ('pg_trgm', 'unaccent') and (installed_version is not null or default_version is not null)`
  return rows.length === 2
    ? good('database', 'The extensions pg_trgm and unaccent are there.')
    : broken(
        'database',
        'The extensions pg_trgm and unaccent are not both available.',
        'Install postgresql-contrib on the server.',
      )
}

async function examineMigrations(sql: postgres.Sql): Promise<Finding> {
  const { known, applied } = await migrationState(sql)
  const unknown = applied.filter((tag) => !known.includes(tag))
  const pending = known.filter((tag) => !applied.includes(tag))
  if (unknown.length > 0)
    return broken(
      'database',
      `It is newer than this version of Heyet: it has had ${unknown.join(', ')}.`,
      'Start the newer version again, or put back the copy of the database from before the update.',
    )
  if (pending.length > 0)
    return doubtful(
      'database',
      `${pending.length} migrations are waiting.`,
      'The next `npm start` applies them.',
    )
  return good('database', `All ${known.length} migrations have been applied.`)
}
