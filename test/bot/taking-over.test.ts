import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startBot, type BotProcess } from '../support/bot-process.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { until } from '../support/until.ts'

let database: FreshDatabase
let telegram: TelegramServer
let bots: BotProcess[]
const another = () => startBot({ databaseUrl: database.url, token: '730:one', apiRoot: telegram.root })
beforeEach(async () => {
  database = await freshDatabase()
  telegram = await startTelegramServer({ port: 0, token: '730:one', username: 'heyet_bot' })
  bots = [await another(), await another()]
})
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()))
  await telegram.stop()
  await database.drop()
})

/** Somebody writes now, and is answered. */
async function isAnswered(): Promise<void> {
  const id = 9100 + telegram.state().phones.length
  const names = { firstName: 'Ada', languageCode: 'en', label: `Ada ${id}` }
  telegram.openPhone({ id, ...names, phoneNumber: `90532000${id}` })
  telegram.phone(id).start({})
  await until('there is an answer', () => telegram.phone(id).state().messages.length > 1)
}

test('one process polls at a time, and when it is killed another does', async () => {
  await isAnswered()
  // Whichever of the first two polls, it is killed in one of the rounds.
  for (const doomed of bots.slice()) {
    await doomed.kill()
    await isAnswered()
    bots.push(await another())
  }
  const refused = telegram.calls().filter(({ method, ok }) => method === 'getUpdates' && !ok)
  expect(refused).toEqual([])
}, 120_000)
