import { handOver } from '../bot/data/hand-over.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { loadConfig, type Config } from '../platform/config.ts'
import { openDatabase, type Database } from '../platform/database.ts'
import { hasDatabase, openEmbeddedPostgres } from '../platform/embedded-postgres/index.ts'
import { changeHolder, holderOf, type Holder } from '../platform/holder.ts'
import { lockKinds } from '../platform/session-locks.ts'
import { readOptions } from './command-line/read-options.ts'

const usage = 'npm run adopt -- --from NUMBER (the digits before the colon of the former bot’s token)'

/** Gives the database of one bot to another, the one of BOT_TOKEN; while no bot runs on it. */
const from = readFrom()
const config = loadConfig()
if (!config.botToken) throw new CannotStart('BOT_TOKEN is needed: the token of the bot that takes over.')
const server = await openServer(config)
const database = openDatabase({ url: server.url, connections: 1, applicationName: 'heyet adopt' })
try {
  await mustRest(database)
  await database.sql.begin(async (sql) => {
    await changeHolder(sql, from, holderOf(config))
    await handOver(sql)
  })
  console.log(
    `The database belongs to the ${holderOf(config)} now. People have to press Start there once before it can write to them; ` +
      'links and posters lead to the former bot, so hand out new ones.',
  )
} finally {
  await database.close()
  await server.stop()
}

function readFrom(): Holder {
  const { from: number } = readOptions(process.argv.slice(3), ['from'], usage)
  if (!number || !/^\d{1,15}$/.test(number)) throw new CannotStart(`Whose data? Write: ${usage}`)
  return `bot ${Number(number)}`
}

/** With the guard of a running bot, so that none starts meanwhile. */
async function openServer({ databaseUrl, dataDir }: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (databaseUrl) return { url: databaseUrl.reveal(), stop: async () => {} }
  if (!hasDatabase(dataDir)) throw new CannotStart(`There is no database in ${dataDir}.`)
  return openEmbeddedPostgres({ dataDir })
}

async function mustRest({ sql }: Database): Promise<void> {
  const running =
    await sql`select 1 from pg_locks where locktype = 'advisory' and classid = ${lockKinds.process}
    and database = (select oid from pg_database where datname = current_database())`
  if (running.length > 0)
    throw new CannotStart('A Heyet is running on this database. Stop it first, then run this again.')
}
