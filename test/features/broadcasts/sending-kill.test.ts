import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTelegramServer, type TelegramServer } from '../../../src/sandbox/telegram-server.ts'
import { startBot, type BotProcess } from '../../support/bot-process.ts'
import { freshDatabase, type FreshDatabase } from '../../support/postgres.ts'
import { armForAll, broadcastText, openPhones, seedPeople } from '../../support/seed-broadcast.ts'
import { until } from '../../support/until.ts'

const token = '736:kill'
const people = 300

let database: FreshDatabase
let telegram: TelegramServer
let sql: postgres.Sql
/** How many copies each has got. */
const got = new Map<number, number>()
beforeEach(async () => {
  database = await freshDatabase()
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot' })
  telegram.faults.delayAnswers(40)
  got.clear()
  sql = postgres(database.url, { max: 1, fetch_types: false, onnotice: () => {} })
  telegram.subscribe((event) => {
    if (event.kind !== 'received' || event.call.method.toLowerCase() !== 'sendmessage') return
    // The card that shows its author how far it is stands in one of these chats, too.
    if (!String(event.call.payload['text']).startsWith(broadcastText)) return
    const chatId = Number(event.call.payload['chat_id'])
    got.set(chatId, (got.get(chatId) ?? 0) + 1)
  })
  openPhones(telegram, people)
  await seedPeople(sql, people)
})
afterEach(async () => {
  await sql.end()
  await telegram.stop()
  await database.drop()
})

const start = (): Promise<BotProcess> =>
  startBot({ databaseUrl: database.url, token, apiRoot: telegram.root, sendRate: 60, chatBurst: 5 })
const states = () =>
  sql<{ chat_id: string; state: string }[]>`select chat_id, state from broadcast_recipients order by chat_id`

test('the only process is killed twice, and another one: nobody is lost, nobody gets it twice, what was in flight is in doubt', async () => {
  let bots = [await start()]
  await armForAll(sql)
  let inFlight = 0
  for (const part of [1, 2]) {
    await until('a part has arrived', () => got.size >= (people / 3) * part, 90)
    await Promise.all(bots.map((bot) => bot.kill()))
    const killedAt = performance.now()
    inFlight += (await sql`select 1 from outbox where left_at is not null`).length
    const before = got.size
    // The second time two take it up.
    bots = await Promise.all(part === 1 ? [start()] : [start(), start()])
    await until('it goes on by itself', () => got.size > before, 30)
    expect(performance.now() - killedAt).toBeLessThan(30_000)
  }
  await until(
    'it has ended',
    async () => (await sql`select 1 from broadcasts where state = 'finished'`).length === 1,
    90,
  )
  await Promise.all(bots.map((bot) => bot.kill()))
  const ended = await states()
  expect(new Set(ended.map(({ state }) => state))).toEqual(
    new Set(inFlight > 0 ? ['sent', 'in_doubt'] : ['sent']),
  )
  const isDoubtful = new Set(
    ended.flatMap(({ state, chat_id: id }) => (state === 'in_doubt' ? [Number(id)] : [])),
  )
  expect(isDoubtful.size).toBeLessThanOrEqual(inFlight)
  expect(ended.filter(({ chat_id: id }) => !got.has(Number(id)) && !isDoubtful.has(Number(id)))).toEqual([])
  expect([...got].filter(([, times]) => times > 1)).toEqual([])
  expect(ended).toHaveLength(people)
}, 240_000)
