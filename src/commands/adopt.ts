import { handOver } from '../bot/data/hand-over.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { loadConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { hasDatabase } from '../platform/embedded-postgres/index.ts'
import { changeHolder, holderOf, type Holder } from '../platform/holder.ts'
import { openDatabaseAlone } from './command-line/database-alone.ts'
import { mustRest } from './command-line/must-rest.ts'
import { readOptions } from './command-line/read-options.ts'

const usage = 'npm run adopt -- --from NUMBER (the digits before the colon of the former bot’s token)'

/** Gives the database of one bot to another, the one of BOT_TOKEN; while no bot runs on it. */
const from = readFrom()
const config = loadConfig()
if (!config.botToken) throw new CannotStart('BOT_TOKEN is needed: the token of the bot that takes over.')
if (!config.databaseUrl && !hasDatabase(config.dataDir))
  throw new CannotStart(`There is no database in ${config.dataDir}.`)
const server = await openDatabaseAlone(config)
const database = openDatabase({ url: server.url, connections: 1, applicationName: 'heyet adopt' })
try {
  await mustRest(database.sql)
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
