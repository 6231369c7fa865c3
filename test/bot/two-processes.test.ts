import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Phone } from '../../src/sandbox/phone.ts'
import type { ReceivedCall } from '../../src/sandbox/sandbox-events.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startBot, type BotProcess } from '../support/bot-process.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { until } from '../support/until.ts'

let database: FreshDatabase
let telegram: TelegramServer
let sql: postgres.Sql
let bots: BotProcess[]
let phones: Phone[]
const sends: ReceivedCall[] = []
beforeEach(async () => {
  database = await freshDatabase()
  telegram = await startTelegramServer({ port: 0, token: '720:two', username: 'heyet_bot' })
  telegram.subscribe((event) => {
    if (event.kind === 'received' && event.call.method.toLowerCase() === 'sendmessage') sends.push(event.call)
  })
  sql = postgres(database.url, { max: 1, fetch_types: false })
  const bot = { databaseUrl: database.url, token: '720:two', apiRoot: telegram.root }
  bots = await Promise.all([startBot(bot), startBot(bot)])
  // More than one process takes into its hands at once.
  phones = Array.from({ length: 120 }, (_, index) => {
    const id = 9000 + index
    telegram.openPhone({
      id,
      firstName: 'Ada',
      languageCode: 'en',
      phoneNumber: `90532000${id}`,
      label: `Ada ${id}`,
    })
    return telegram.phone(id)
  })
})
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()))
  await sql.end()
  await telegram.stop()
  await database.drop()
})

const answered = (phone: Phone) => phone.state().messages.filter(({ from }) => from === 'bot').length

test('what a 429 asks for holds for both processes', { timeout: 60_000 }, async () => {
  const [first, ...others] = phones
  telegram.faults.failNext('sendMessage', { kind: 'too-many', retryAfterSeconds: 6 })
  first?.start({})
  await until('the pause is known', async () => {
    const paused = await sql`select 1 from send_pauses where chat_id = 0`
    return paused.length === 1
  })
  const refusedAt = sends.at(-1)?.receivedAt ?? 0
  for (const phone of others) phone.start({})
  await until('both owe something', async () => {
    const [owing] = await sql<{ count: number }[]>`
      select count(distinct claimed_by)::int as count from outbox`
    return owing?.count === 2
  })
  await until('everybody has an answer', () => phones.every((phone) => answered(phone) === 1))
  const [refused, ...later] = sends
  expect(refused?.receivedAt).toBe(refusedAt)
  expect(later).toHaveLength(phones.length)
  for (const { receivedAt } of later) expect(receivedAt - refusedAt).toBeGreaterThan(5_900)
})
