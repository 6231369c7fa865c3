import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bench } from './support.ts'

interface Delivery {
  update: { update_id: number; message?: { text?: string }; callback_query?: { data: string } }
  secret: string | undefined
  answer(status: number, headers?: Record<string, string>): void
}

// Pauses between tries are collected here and run by hand.
let pauses: { milliseconds: number; run: () => void }[] = []
const it = bench({
  schedule(milliseconds, run) {
    const pause = { milliseconds, run }
    pauses.push(pause)
    return () => void (pauses = pauses.filter((other) => other !== pause))
  },
})

let server: Server
let url: string
let arrived: Delivery[] = []
let waiting: ((delivery: Delivery) => void)[] = []
const delivery = () =>
  new Promise<Delivery>((resolve) => {
    const next = arrived.shift()
    if (next) resolve(next)
    else waiting.push(resolve)
  })

beforeEach(async () => {
  ;[arrived, waiting, pauses] = [[], [], []]
  server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`
})
afterEach(() => server.close())

async function take(request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const secret = request.headers['x-telegram-bot-api-secret-token']
  const arrival: Delivery = {
    update: JSON.parse(Buffer.concat(chunks).toString()) as Delivery['update'],
    secret: typeof secret === 'string' ? secret : undefined,
    answer: (status, headers = {}) => response.writeHead(status, headers).end(),
  }
  const next = waiting.shift()
  if (next) next(arrival)
  else arrived.push(arrival)
}

test('updates come to the webhook with its secret, one at a time in a chat, until they are taken', async () => {
  await it.api.setWebhook(url, { secret_token: 'abc-1' })
  it.ayse.type({ text: 'one' })
  it.ayse.type({ text: 'two' })
  const one = await delivery()
  expect(one).toMatchObject({ secret: 'abc-1', update: { message: { text: 'one' } } })
  expect(arrived).toHaveLength(0)
  one.answer(200)
  const two = await delivery()
  expect(two.update.message?.text).toBe('two')
  expect(it.telegram.pendingUpdates()).toHaveLength(1)
  two.answer(204)
})

test('a press overtakes a text of the same person, as at Telegram', async () => {
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup })
  await it.api.setWebhook(url)
  it.ayse.type({ text: 'slow' })
  void it.ayse.press({ messageId: message_id, row: 0, column: 0 })
  const both = [await delivery(), await delivery()]
  expect(both.map(({ update }) => update.message?.text ?? update.callback_query?.data)).toEqual(['slow', 'a'])
  both.forEach((each) => each.answer(200))
})

test('a failure is tried again at once, then after 2, 4, 8 seconds, and told', async () => {
  await it.api.setWebhook(url)
  it.ayse.type({ text: 'x' })
  const waited: number[] = []
  for (let time = 0; time < 4; time++) {
    ;(await delivery()).answer(500)
    waited.push(await runPause())
  }
  expect(waited).toEqual([0, 2000, 4000, 8000])
  ;(await delivery()).answer(503, { 'retry-after': '30' })
  expect(await runPause()).toBe(30_000)
  expect(await it.api.getWebhookInfo()).toMatchObject({
    url,
    pending_update_count: 1,
    last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
  })
  ;(await delivery()).answer(200)
})

async function runPause(): Promise<number> {
  while (pauses.length === 0) await it.api.getMe()
  const [pause] = pauses.splice(0, 1)
  pause?.run()
  return pause?.milliseconds ?? -1
}

test('a webhook and getUpdates exclude each other', async () => {
  const polling = it.refusal(it.api.getUpdates({ timeout: 50 }))
  await it.api.getMe()
  await it.api.setWebhook(url)
  expect(await polling).toBe('409 Conflict: terminated by setWebhook request')
  expect(await it.refusal(it.api.getUpdates())).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  )
  await it.api.deleteWebhook()
  it.ayse.type({ text: 'x' })
  expect(await it.api.getUpdates()).toHaveLength(1)
})

test('the address and the secret are checked', async () => {
  expect(await it.refusal(it.api.setWebhook('http://example.org/x'))).toBe(
    '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  )
  expect(await it.refusal(it.api.setWebhook(url, { secret_token: 'a b' }))).toBe(
    '400 Bad Request: secret token contains unallowed characters',
  )
})
