import { afterEach, beforeEach, expect, test } from 'vitest'
import { measureNothing } from '../../src/bot/measure.ts'
import { watchWebhook } from '../../src/bot/receiving/webhook-watch.ts'
import { openHouse, type House } from '../../src/house.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { openHttp, type Http } from '../../src/platform/http.ts'
import { openLog } from '../../src/platform/log.ts'
import { openMetrics } from '../../src/platform/metrics.ts'
import { receiveUpdates } from '../../src/receive-updates.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { startCommand } from '../support/started.ts'
import { until } from '../support/until.ts'
import { testKeys } from '../support/test-keys.ts'

const token = '700:HOOK'
const webhookUrl = 'http://127.0.0.1:9'
let telegram: TelegramServer
let database: FreshDatabase
let house: House
let http: Http
let root = ''
let lines: string[] = []
const closers: (() => unknown)[] = []
const shutdown = {
  hasBegun: false,
  closing: (_name: string, close: () => unknown) => void closers.push(close),
}
const log = openLog({ level: 'info', to: { write: (line: string) => void lines.push(line) } })

beforeEach(async () => {
  lines = []
  shutdown.hasBegun = false
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot', clock: movableClock() })
  database = await freshDatabase()
  house = await openHouse({
    databaseUrl: database.url,
    token,
    apiRoot: telegram.root,
    clock: telegram.clock,
    log,
    measure: measureNothing,
    sendRate: 1000,
    defaultLanguage: 'tr',
    homeTimeZone: 'Europe/Istanbul',
    worksJobs: false,
    keys: testKeys('a'),
    onJob: () => {},
  })
  http = openHttp({ host: '127.0.0.1', port: 0, log, metrics: openMetrics() })
  root = await http.listen()
})
afterEach(async () => {
  shutdown.hasBegun = true
  for (const close of closers.splice(0)) await close()
  await http.close()
  await house.close()
  await telegram.stop()
  await database.drop()
})

const begin = () =>
  receiveUpdates({ config: { webhookUrl, webhookSecret: undefined }, house, http, shutdown, log })

async function waitsFor(): Promise<string[]> {
  const answer = (await (await fetch(`${root}/readyz`)).json()) as { waitingFor: string[] }
  return answer.waitingFor
}

const asked = (method: string) => telegram.calls().filter((call) => call.method === method).length
const refusal = {
  kind: 'error',
  code: 400,
  description: 'Bad Request: bad webhook: Failed to resolve host',
} as const

test('a webhook that was refused is tried again; until then nothing is ready, and log and doctor say why', async () => {
  telegram.faults.failNext('setWebhook', refusal, 3)
  begin()
  await until('it was refused', () => asked('setWebhook') > 0)
  await until('it says so', async () => (await waitsFor())[0]?.includes('Failed to resolve host') ?? false)
  expect(await waitsFor()).toEqual([`updates: Telegram refuses WEBHOOK_URL: ${refusal.description}`])
  expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ msg: 'webhook.refused', code: 400, reason: refusal.description }),
  )
  const doctor = startCommand(['doctor'], {
    environment: {
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.root,
      WEBHOOK_URL: webhookUrl,
      DATABASE_URL: database.url,
      FIELD_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      PORT: new URL(root).port,
    },
  })
  // Held until the doctor has looked, however long its start takes.
  telegram.faults.failNext('setWebhook', refusal, 20)
  await doctor.ended
  expect(doctor.said()).toContain('? telegram: No webhook is registered yet.')
  expect(doctor.said()).toContain(`gets no updates: Telegram refuses WEBHOOK_URL: ${refusal.description}.`)

  telegram.faults.clear()
  await until('it is registered', async () => (await waitsFor()).length === 0, 60)
  expect((await house.api.getWebhookInfo()).url).toBe(`${webhookUrl}/telegram`)
}, 120_000)

test('a stop leaves the webhook where it is, so that updates wait at the door', async () => {
  begin()
  await until('it is ready', async () => (await waitsFor()).length === 0)
  shutdown.hasBegun = true
  for (const close of closers.splice(0)) await close()
  expect(asked('setWebhook')).toBe(1)
  expect(asked('deleteWebhook')).toBe(0)
  expect((await house.api.getWebhookInfo()).url).toBe(`${webhookUrl}/telegram`)
})

test('a webhook that somebody else has taken away is seen, and Telegram is not asked for each who looks', async () => {
  begin()
  await until('it is ready', async () => (await waitsFor()).length === 0)
  const before = asked('getWebhookInfo')
  await Promise.all(Array.from({ length: 50 }, waitsFor))
  expect(asked('getWebhookInfo') - before).toBeLessThanOrEqual(1)

  const watching = watchWebhook({ api: house.api, address: `${webhookUrl}/telegram` })
  await house.api.setWebhook('https://elsewhere.example/telegram')
  expect(await watching.state()).toBe('Telegram delivers updates to another address than WEBHOOK_URL')
  await house.api.deleteWebhook()
  const later = watchWebhook({ api: house.api, address: `${webhookUrl}/telegram` })
  expect(await later.state()).toBe('no webhook is registered yet')
})

test('a token that was revoked is what is in the way, by webhook as by polling', async () => {
  const refused = { kind: 'error', code: 401, description: 'Unauthorized' } as const
  telegram.faults.failNext('getWebhookInfo', refused)
  const watching = watchWebhook({ api: house.api, address: `${webhookUrl}/telegram` })
  expect(await watching.state()).toContain('Telegram refuses BOT_TOKEN')

  telegram.faults.failNext('getUpdates', refused, 100)
  receiveUpdates({
    config: { webhookUrl: undefined, webhookSecret: undefined },
    house,
    http,
    shutdown,
    log,
  })
  await until('it says so', async () => (await waitsFor())[0]?.includes('refuses BOT_TOKEN') ?? false)
  telegram.faults.clear()
  await until('it is ready', async () => (await waitsFor()).length === 0, 30)
})
