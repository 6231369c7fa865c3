import { expect, test } from 'vitest'
import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import { killWhileBusy } from '../support/kill-while-busy.ts'
import { freshDatabase } from '../support/postgres.ts'

// 50 people, a tap and eight typed answers each, half of them all at once: 500 updates with the hellos.
test(
  'two processes are killed in the middle of 500 updates of 50 people, and nothing is lost, doubled or out of order',
  { timeout: 180_000 },
  async () => {
    const database = await freshDatabase()
    const telegram = await startTelegramServer({ port: 0, token: '710:nine', username: 'heyet_bot' })
    const bot = { databaseUrl: database.url, token: '710:nine', apiRoot: telegram.root }
    const outcome = await killWhileBusy({ telegram, bots: [bot, bot], people: 50, rounds: 1, kills: 3 })
    await telegram.stop()
    await database.drop()
    expect(outcome).toEqual({ lost: 0, doubled: 0, stuck: 0, wrong: 0, kills: 3, updates: 450 })
  },
)
