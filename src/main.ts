import type { Hono } from 'hono'
import { openHouse, type House } from './house.ts'
import { loadConfig, type Config } from './platform/config.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { countConnections } from './platform/connections.ts'
import { makeDataDir } from './platform/data-dir.ts'
import { openDatabase } from './platform/database.ts'
import { holderOf } from './platform/holder.ts'
import { openHttp } from './platform/http.ts'
import { openKeyRing, type FittingKeyRing } from './platform/key-file.ts'
import { openLog } from './platform/log.ts'
import { openMetrics } from './platform/metrics.ts'
import { migrate } from './platform/migrate.ts'
import { openShutdown, stopOnSignals, type Shutdown } from './platform/shutdown.ts'
import { receiveUpdates } from './receive-updates.ts'

// Sentences for the person at the keyboard; everything else this process says is JSON.
const tell = (sentence: string) => console.log(sentence)

const config = loadConfig()
const log = openLog({ level: config.logLevel })
const metrics = openMetrics()
const shutdown = openShutdown({ log })
stopOnSignals(shutdown, { log })
makeDataDir(config.dataDir)

const http = openHttp({ host: config.host, port: config.port, log, metrics })
shutdown.closing('http, at last', http.close)
http.starting('The database is being opened.')
const listening = http.listen()
// A port that is taken is told below: a second start on the same database has a better sentence for it.
listening.catch(() => {})
const databaseUrl = await openDatabaseServer(config, shutdown)
const address = await listening
log.info({ address }, 'http.listening')
await migrate(databaseUrl, { holder: holderOf(config) })
const keys = openKeyRing({ fieldKeys: config.fieldKeys, dataDir: config.dataDir, tell })
await mustFit(keys, databaseUrl)
const telegram = await openTelegram(config, shutdown)
http.starting('The rooms are being opened.')

const house = await openHouse({
  databaseUrl,
  token: telegram.token,
  apiRoot: telegram.root,
  clock: telegram.clock,
  log,
  tell(sentence) {
    http.starting(sentence)
    tell(sentence)
  },
  measure: metrics.measure,
  sendRate: config.sendRate,
  defaultLanguage: config.defaultLanguage,
  homeTimeZone: config.homeTimeZone,
  // In the sandbox everybody is on this computer.
  publicUrl: config.publicUrl ?? (config.botToken ? undefined : address),
  handlesUpdates: config.roles.includes('chat'),
  worksJobs: config.roles.includes('jobs'),
  keys,
  onJob: metrics.worked,
})
shutdown.closing('house', house.close)
// Before the house: what comes in while it closes could not be kept.
shutdown.closing('http', http.close)

metrics.gauge('updates_waiting', async () => (await house.door.rows.inbox.waiting()).count)
metrics.gauge('messages_waiting', house.door.rows.figures.messagesWaiting)
metrics.gauge('jobs_waiting', () => house.jobs.waiting())
metrics.gauge('pool_connections', async () => (await countConnections(house.database)).open)
metrics.gauge('pool_connections_busy', async () => (await countConnections(house.database)).busy)
http.readyWhen('database', async () => {
  await house.database.sql`select 1`
  return true
})
http.mount('/', house.rooms.itinerary.routes)
const routes = await telegram.furnish(house)
if (routes) http.mount('/', routes, { largestBody: 60 * 1024 * 1024 })
if (config.roles.includes('chat')) receiveUpdates({ config, house, http, shutdown, log })
http.starting(undefined)
await announce(house, address)

async function openDatabaseServer(
  { databaseUrl: given, dataDir }: Config,
  { closing, begin }: Shutdown,
): Promise<string> {
  if (given) return given.reveal()
  tell('Starting the database …')
  const { openEmbeddedPostgres } = await import('./platform/embedded-postgres/index.ts')
  const server = await openEmbeddedPostgres({ dataDir, tell })
  if (server.isElsewhere) tell(`The database lies in ${server.folder}, where the user postgres can reach it.`)
  closing('database', server.stop)
  // Its lock is what keeps a second bot away: without it nothing may go on. Whoever supervises us starts us anew.
  server.onLost(() => void begin('database.lost', 1))
  return server.url
}

/** Before anybody is let in: what is sealed with a key that does not fit could never be opened. */
async function mustFit(ring: FittingKeyRing, url: string): Promise<void> {
  const database = openDatabase({ url, connections: 1 })
  await ring.mustFit(database.sql).finally(database.close)
}

interface Reached {
  token: string
  root: string
  clock: Clock
  furnish(house: House): Promise<Hono | undefined>
}

/** Telegram itself, or without a token the pretend one of the sandbox. */
async function openTelegram(
  { botToken, telegramApiRoot, dataDir }: Config,
  { closing }: Shutdown,
): Promise<Reached> {
  if (botToken)
    return {
      token: botToken.reveal(),
      root: telegramApiRoot,
      clock: systemClock,
      furnish: async () => undefined,
    }
  const { openSandbox } = await import('./sandbox/open-sandbox.ts')
  const sandbox = await openSandbox({ dataDir })
  closing('sandbox', sandbox.close)
  return sandbox
}

async function announce({ me, rooms, database }: House, listening: string): Promise<void> {
  if (!config.botToken) {
    tell(
      `\nThe sandbox is open: ${listening}\nNothing leaves this computer; it is not the real Telegram. Stop it with Ctrl-C.\n`,
    )
    return
  }
  tell(`Heyet is running as https://t.me/${me.username}; health is at ${listening}/readyz.`)
  if (!config.roles.includes('chat'))
    tell('It answers nobody (ROLES=jobs): another process with the role chat has to.')
  if (!config.roles.includes('jobs'))
    tell('It reads no spreadsheets (ROLES=chat): they wait for a process with the role jobs.')
  // Each link voids the former one, so it is made by those who answer whoever taps it.
  if (!config.roles.includes('chat')) return
  const token = await database.transaction(() => rooms.people.giving.inviteFirstOwner())
  if (token)
    tell(
      `There is no owner yet. Open this link in Telegram within 24 hours, once: https://t.me/${me.username}?start=c_${token}`,
    )
}
