import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alterationPlans } from '../../../src/features/broadcasts/data/alteration-plans.ts'
import { startTelegramServer, type TelegramServer } from '../../../src/sandbox/telegram-server.ts'
import { startBot, type BotProcess } from '../../support/bot-process.ts'
import { freshDatabase, type FreshDatabase } from '../../support/postgres.ts'
import { armForAll, firstUserId, openPhones, seedPeople } from '../../support/seed-broadcast.ts'
import { until } from '../../support/until.ts'

const token = '737:kill'
const people = 60
const corrected = 'The bus leaves at ten'

let database: FreshDatabase
let telegram: TelegramServer
let sql: postgres.Sql
beforeEach(async () => {
  database = await freshDatabase()
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot' })
  sql = postgres(database.url, { max: 1, fetch_types: false, onnotice: () => {} })
  openPhones(telegram, people)
  await seedPeople(sql, people)
})
afterEach(async () => {
  await sql.end()
  await telegram.stop()
  await database.drop()
})

const start = (sendRate: number): Promise<BotProcess> =>
  startBot({ databaseUrl: database.url, token, apiRoot: telegram.root, sendRate, chatBurst: 5 })

/** What stands in each chat of it, and of what rings with its correction. */
const standing = () =>
  Array.from({ length: people }, (_, nth) => {
    const texts = telegram.world.messages
      .of(firstUserId + nth)
      .flatMap(({ message }) => (message.from?.is_bot && message.text ? [message.text] : []))
    return {
      // The card of its author stands in one of these chats, too.
      right: texts.filter((text) => text.startsWith('✏️ Corrected') && text.includes(corrected)).length,
      notes: texts.filter((text) => text.includes('now says')).length,
    }
  })

/** As the tap of a coordinator leaves it behind. */
async function correct(broadcastId: number): Promise<void> {
  const content = { media: [], texts: { en: `${corrected}.` }, fallback: null }
  await sql.begin(async (transaction) => {
    const [row] = await transaction<{ revision: number }[]>`update broadcasts
      set content = ${JSON.stringify(content)}::text::jsonb, corrected_at = now(), revision = revision + 1
      where id = ${broadcastId} returning revision`
    const plans = alterationPlans({
      query: async <Row extends object>(text: string, parameters: unknown[]) =>
        [...(await transaction.unsafe(text, parameters as never[]))] as unknown as Row[],
    })
    const revision = row?.revision ?? 0
    await plans.correct(broadcastId, { languages: ['en'], rings: true, revision }, Temporal.Now.instant())
  })
}

test('killed twice while it corrects: each copy says what is right, once, and nobody is rung twice', async () => {
  let bot = await start(1000)
  const id = await armForAll(sql)
  await until(
    'it has ended',
    async () => (await sql`select 1 from broadcasts where state = 'finished'`).length === 1,
    60,
  )
  await bot.kill()
  await correct(id)
  bot = await start(30)
  telegram.faults.delayAnswers(40)
  let inFlight = 0
  for (const part of [1, 2]) {
    await until(
      'a part is corrected',
      () => standing().filter(({ right }) => right > 0).length >= (people / 3) * part,
      60,
    )
    await bot.kill()
    inFlight += (await sql`select 1 from outbox where left_at is not null`).length
    bot = await start(30)
  }
  await until(
    'all are corrected',
    async () => (await sql`select 1 from broadcast_alterations limit 1`).length === 0,
    90,
  )
  await until('all is said', async () => (await sql`select 1 from outbox limit 1`).length === 0, 60)
  await bot.kill()
  const chats = standing()
  expect(chats.filter(({ right }) => right !== 1)).toEqual([])
  expect(chats.filter(({ notes }) => notes > 1)).toEqual([])
  expect(chats.filter(({ notes }) => notes === 0).length).toBeLessThanOrEqual(inFlight)
}, 240_000)
