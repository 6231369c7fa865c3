import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { Hono } from 'hono'
import type { House } from '../house.ts'
import { movableClock } from '../platform/clock.ts'
import { readHolder } from '../platform/holder.ts'
import { sandboxFile } from './sandbox-clock.ts'
import { openDesk, seedDatabase, seedPhones } from './seed/seed.ts'
import { servePhones } from './serve-phones.ts'
import { serveTelegram } from './serve-telegram.ts'
import { createTelegram } from './telegram.ts'
import { listen } from './telegram-server.ts'

export type Sandbox = Awaited<ReturnType<typeof openSandbox>>

/**
 * A pretend Telegram on this computer, with phones on a web page. What its phones have shown and sent outlives a
 * kill -9, as it would at Telegram's.
 */
export async function openSandbox({ dataDir }: { dataDir: string }) {
  mkdirSync(dataDir, { recursive: true })
  const clock = movableClock()
  const token = `1000000001:${randomBytes(16).toString('hex')}`
  const telegram = createTelegram({
    token,
    username: 'heyet_sandbox_bot',
    botName: 'Heyet',
    clock,
    storage: sandboxFile(dataDir),
  })
  seedPhones(telegram)
  const listener = await listen(telegram, 0)

  return {
    token,
    root: listener.root,
    clock,
    /** Fills an empty database with a delegation, firms and a coordinator, and gives the page its routes. */
    async furnish(house: House): Promise<Hono> {
      await mustBeOurs(house)
      await seedDatabase(house, clock)
      openDesk(telegram)
      const settle = async () => {
        while (telegram.pendingUpdates().length > 0 || !(await house.isQuiet()))
          await new Promise((resolve) => setTimeout(resolve, 10))
      }
      const routes = new Hono()
      routes.route('/', serveTelegram(telegram, { moveClock, reset }))
      routes.route('/', servePhones())
      return routes

      async function moveClock(to: Temporal.Instant): Promise<void> {
        await house.ticker.passTime({ ...clock, moveTo: (moment) => telegram.moveClock(moment) }, to, settle)
      }

      async function reset(): Promise<void> {
        await mustBeOurs(house)
        await settle()
        telegram.reset()
        telegram.moveClock(Temporal.Now.instant())
        await emptyDatabase(house)
        seedPhones(telegram)
        await seedDatabase(house, clock)
        openDesk(telegram)
      }
    },
    async close(): Promise<void> {
      await listener.stop()
      telegram.close()
    },
  }
}

/** Whatever went wrong before: a database that is not marked as the sandbox's is neither filled nor emptied. */
async function mustBeOurs({ database }: House): Promise<void> {
  const holder = await readHolder(database.sql)
  if (holder !== 'sandbox') throw new Error('This database is not the sandbox’s: it stays as it is.')
}

/** Everything a visitor has done goes; what belongs to the running of the bot stays. */
async function emptyDatabase({ database }: House): Promise<void> {
  const kept = [
    'heyet_migrations',
    'heyet_holder',
    'field_key_checks',
    'send_places',
    'send_cursor',
    'rounds',
  ]
  await database.transaction(async () => {
    const tables = await database.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all (string_to_array($1, ','))`,
      [kept.join(',')],
    )
    await database.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`, [])
  })
}
