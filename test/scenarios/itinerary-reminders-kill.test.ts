import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startBot } from '../support/bot-process.ts'
import {
  countInFlight,
  openPhones,
  readDeliveries,
  readSaid,
  writeDueChange,
  writeDueMinute,
} from '../support/due-minute.ts'
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

/** Kills two processes twice while `total` messages go out; resolves with how many calls may have left unheard. */
async function killTwice(total: number): Promise<number> {
  let bots = await startTwo()
  let inFlight = 0
  for (const part of [0.3, 0.6]) {
    await until('a part has arrived', () => got.size >= total * part, 60)
    await Promise.all(bots.map((bot) => bot.kill()))
    inFlight += await countInFlight(database.url)
    bots = await startTwo()
  }
  await until('everybody has been written to', () => got.size >= total - inFlight, 60)
  await until('every message has its end', async () => {
    const ends = await endsOf()
    return ends.length === total && ends.every(({ delivery }) => delivery !== 'waiting')
  })
  await Promise.all(bots.map((bot) => bot.kill()))
  return inFlight
}

const endsOf = () => readDeliveries(database.url)

async function expectOnce(total: number, inFlight: number): Promise<void> {
  const ends = await endsOf()
  const lost = ends.filter(({ userId, delivery }) => delivery !== 'in_doubt' && !got.has(userId))
  expect({ ends: ends.length, lost, doubled: [...got.values()].filter((times) => times > 1) }).toEqual({
    ...{ ends: total, lost: [], doubled: [] },
  })
  expect(new Set(ends.map(({ delivery }) => delivery)).isSubsetOf(new Set(['sent', 'in_doubt']))).toBe(true)
  expect(ends.filter(({ delivery }) => delivery === 'in_doubt')).toHaveLength(inFlight)
}

test('two processes are killed twice in the minute in which a thousand reminders are due: none is lost, none comes twice, and what was in flight stands in doubt on the desk', async () => {
  const dueAt = Temporal.Now.instant()
  await writeDueMinute(database.url, activityId, { dueAt, people })
  const inFlight = await killTwice(count)
  await expectOnce(count, inFlight)
  expect(inFlight).toBeGreaterThan(0)
  const said = await readSaid(database.url)
  expect(new Set(said.map(({ fire }) => fire))).toEqual(new Set(['said']))

  const world = await openWorld({ database, now: dueAt.toZonedDateTimeISO('Europe/Istanbul').toString() })
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await zeynep.writes('/desk')
  await zeynep.taps('Many')
  await zeynep.taps('⏰ Reminders')
  await zeynep.taps(`Not arrived (${inFlight})`)
  zeynep.sees('in doubt, ☎️')
  await world.close()
}, 180_000)

test('two processes are killed twice while a change is told: everybody is told of it once', async () => {
  await writeDueMinute(database.url, activityId, { dueAt: Temporal.Now.instant(), people: [] })
  await writeDueChange(database.url, people.slice(0, 200))
  const inFlight = await killTwice(200)
  await expectOnce(200, inFlight)
}, 180_000)
