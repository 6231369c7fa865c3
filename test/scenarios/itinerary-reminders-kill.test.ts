import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startBot } from '../support/bot-process.ts'
import { countInFlight, openPhones, readSaid, writeDueMinute } from '../support/due-minute.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { seedTravellers, type SeededTraveller } from '../support/seed-travellers.ts'
import { until } from '../support/until.ts'
import { openWorld } from '../support/world.ts'

const token = '735:minute'
const count = 1000

let database: FreshDatabase
let telegram: TelegramServer
let activityId: number
let people: SeededTraveller[]
/** How many reminders each chat got. */
const got = new Map<number, number>()
beforeEach(async () => {
  database = await freshDatabase()
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot' })
  telegram.faults.delayAnswers(40)
  got.clear()
  telegram.subscribe((event) => {
    if (event.kind !== 'received' || event.call.method.toLowerCase() !== 'sendmessage') return
    const chatId = Number(event.call.payload['chat_id'])
    got.set(chatId, (got.get(chatId) ?? 0) + 1)
  })
  const startsOn = Temporal.Now.plainDateISO()
  const seeded = await seedTravellers(database.url, { count, startsOn })
  activityId = seeded.activityId
  people = seeded.travellers
  openPhones(telegram, people)
})
afterEach(async () => {
  await telegram.stop()
  await database.drop()
})

const start = () => startBot({ databaseUrl: database.url, token, apiRoot: telegram.root, sendRate: 150 })
const startTwo = () => Promise.all([start(), start()])

test('two processes are killed twice in the minute in which a thousand reminders are due: none is lost, none comes twice, and what was in flight stands in doubt on the desk', async () => {
  const dueAt = Temporal.Now.instant()
  await writeDueMinute(database.url, activityId, { dueAt, people })
  let bots = await startTwo()
  let inFlight = 0
  for (const part of [0.3, 0.6]) {
    await until('a part has arrived', () => got.size >= count * part, 60)
    await Promise.all(bots.map((bot) => bot.kill()))
    inFlight += await countInFlight(database.url)
    bots = await startTwo()
  }
  await until('everybody has been reminded', () => got.size >= count - inFlight, 60)
  await until('every reminder has its end', async () => {
    const said = await readSaid(database.url)
    return said.every(({ fire, delivery }) => fire === 'said' && delivery !== 'waiting')
  })
  await Promise.all(bots.map((bot) => bot.kill()))
  const said = await readSaid(database.url)
  const doubtful = said.filter(({ delivery }) => delivery === 'in_doubt')
  const lost = said.filter(({ userId, delivery }) => delivery !== 'in_doubt' && !got.has(userId))
  expect({ said: said.length, lost, doubled: [...got.values()].filter((times) => times > 1) }).toEqual({
    ...{ said: count, lost: [], doubled: [] },
  })
  expect(new Set(said.map(({ delivery }) => delivery))).toEqual(new Set(['sent', 'in_doubt']))
  expect(doubtful).toHaveLength(inFlight)
  expect(inFlight).toBeGreaterThan(0)

  const world = await openWorld({ database, now: dueAt.toZonedDateTimeISO('Europe/Istanbul').toString() })
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await zeynep.writes('/desk')
  await zeynep.taps('Many')
  await zeynep.taps('⏰ Reminders')
  await zeynep.taps(`Not arrived (${inFlight})`)
  zeynep.sees('in doubt, ☎️')
  await world.close()
}, 180_000)
