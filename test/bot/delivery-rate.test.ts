import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { openPostOffice, type PostOffice } from '../support/post-office.ts'
import { until } from '../support/until.ts'

const rate = 200
const people = 600

let database: FreshDatabase
let telegram: TelegramServer
let office: PostOffice
/** The chats that got a message, in the order in which they got it. */
let arrivals: number[]
const outcomes = new Set<string>()
beforeEach(async () => {
  database = await freshDatabase()
  // A machine that is busy with other tests delivers in bursts: Telegram's second is a quarter longer here than ours.
  const limits = { isEnforced: true, perSecond: rate * 1.25 }
  telegram = await startTelegramServer({ port: 0, token: '732:rate', username: 'heyet_bot', limits })
  arrivals = []
  telegram.subscribe((event) => {
    if (event.kind === 'received' && event.call.method.toLowerCase() === 'sendmessage')
      arrivals.push(Number(event.call.payload['chat_id']))
  })
  office = await openPostOffice({
    databaseUrl: database.url,
    token: '732:rate',
    apiRoot: telegram.root,
    sendRate: rate,
    measure: { sent: (outcome) => void outcomes.add(outcome) },
  })
  for (let id = 1; id <= people + 10; id += 1) {
    telegram.openPhone({
      id,
      firstName: 'Ada',
      languageCode: 'en',
      phoneNumber: `90${id}`,
      label: `Ada ${id}`,
    })
    telegram.phone(id).start({})
  }
})
afterEach(async () => {
  await office.close()
  await telegram.stop()
  await database.drop()
})

test('hundreds of deliveries keep the pace, all arrive, and replies do not wait behind them', async () => {
  await office.database.transaction(async () => {
    for (let id = 1; id <= people; id += 1)
      await office.messenger.deliver(id, { text: 'The bus leaves at nine' }, { about: `${id}` })
  })
  for (let nth = 1; nth <= 10; nth += 1) {
    await until('the next fifty have arrived', () => arrivals.length >= nth * 50)
    await office.database.transaction(async () => office.messenger.say(people + nth, { text: 'A reply' }))
    const before = arrivals.length
    await until('the reply has arrived', () => arrivals.includes(people + nth))
    // What was granted a place a moment earlier is on its way already; on a busy machine that is more.
    expect(arrivals.indexOf(people + nth) - before).toBeLessThan(100)
  }
  await until('all is said', () => office.door.sender.isIdle, 60)
  expect(outcomes).toEqual(new Set(['sent']))
  expect(new Set(arrivals).size).toBe(people + 10)
  expect(arrivals).toHaveLength(people + 10)
  const learnt = await office.learnt()
  expect(learnt).toHaveLength(people)
  expect(learnt.filter((fate) => !fate.endsWith(' sent'))).toEqual([])
}, 90_000)
