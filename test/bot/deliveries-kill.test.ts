import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startChild, type BotProcess } from '../support/bot-process.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { openPostOffice } from '../support/post-office.ts'
import { until } from '../support/until.ts'

const token = '734:kill'
const people = 450

let database: FreshDatabase
let telegram: TelegramServer
let sql: postgres.Sql
/** How many messages each chat got. */
const got = new Map<number, number>()
beforeEach(async () => {
  database = await freshDatabase()
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot' })
  telegram.faults.delayAnswers(40)
  got.clear()
  sql = postgres(database.url, { max: 1, fetch_types: false, onnotice: () => {} })
  telegram.subscribe((event) => {
    if (event.kind !== 'received' || event.call.method.toLowerCase() !== 'sendmessage') return
    const chatId = Number(event.call.payload['chat_id'])
    got.set(chatId, (got.get(chatId) ?? 0) + 1)
  })
  for (let id = 1; id <= people; id += 1) {
    const phoneNumber = `90${id}`
    telegram.openPhone({ id, firstName: 'Ada', languageCode: 'en', phoneNumber, label: `Ada ${id}` })
    telegram.phone(id).start({})
  }
})
afterEach(async () => {
  await sql.end()
  await telegram.stop()
  await database.drop()
})

const start = (): Promise<BotProcess> =>
  startChild(new URL('../support/post-office-child.ts', import.meta.url), {
    databaseUrl: database.url,
    token,
    apiRoot: telegram.root,
    sendRate: 150,
  })
const count = async (query: postgres.PendingQuery<postgres.Row[]>) => (await query).length

test('two processes are killed twice while letters go out: none is lost, none comes twice, and what was in flight is in doubt', async () => {
  // The tables of the letters, before the processes that share them.
  await (await openPostOffice({ databaseUrl: database.url, token, apiRoot: telegram.root })).close()
  await sql`insert into post_letters (about, chat_id) select 'letter ' || n, n from generate_series(1, ${people}::int) n`
  let bots = await Promise.all([start(), start()])
  let inFlight = 0
  for (let nth = 1; nth <= 2; nth += 1) {
    await until('a part has arrived', () => got.size >= (people / 3) * nth, 60)
    await Promise.all(bots.map((bot) => bot.kill()))
    await until('the last word of the dead has been heard', async () => {
      const others = await sql`
        select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend'`
      return others.length === 0
    })
    inFlight += await count(sql`select 1 from outbox where left_at is not null`)
    bots = await Promise.all([start(), start()])
  }
  await until(
    'every letter has its fate',
    async () => (await count(sql`select 1 from post_letters where state in ('planned', 'sending')`)) === 0,
    60,
  )
  await Promise.all(bots.map((bot) => bot.kill()))
  const letters = await sql<{ chat_id: string; state: string }[]>`select chat_id, state from post_letters`
  const inDoubt = letters.filter(({ state }) => state === 'inDoubt')
  const lost = letters.filter(({ chat_id: id, state }) => state !== 'inDoubt' && !got.has(Number(id)))
  const doubled = [...got.values()].filter((times) => times > 1)
  expect({ lost, doubled, states: new Set(letters.map(({ state }) => state)) }).toEqual({
    ...{ lost: [], doubled: [], states: new Set(['sent', 'inDoubt']) },
  })
  expect(inDoubt).toHaveLength(inFlight)
  expect(inFlight).toBeGreaterThan(0)
  // Told once each, however many processes have died over it.
  expect(await count(sql`select about from learnt`)).toBe(people)
  expect(await count(sql`select 1 from outbox`)).toBe(0)
}, 180_000)
