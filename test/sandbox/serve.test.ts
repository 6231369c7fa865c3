import { expect, test } from 'vitest'
import { servePhones } from '../../src/sandbox/serve-phones.ts'
import { serveTelegram } from '../../src/sandbox/serve-telegram.ts'
import type { PhoneState, SandboxState } from '../../src/sandbox/verbs.ts'
import { bench } from './support.ts'

const it = bench()
const local = { host: 'localhost:8080' }
const get = (path: string, headers: Record<string, string> = local) =>
  serveTelegram(it.telegram).request(path, { headers })
const post = (path: string, body: object) =>
  serveTelegram(it.telegram).request(path, { method: 'POST', headers: local, body: JSON.stringify(body) })
const verb = (name: string, body: object) => post(`/sandbox/phones/${it.ayse.userId}/${name}`, body)

test('phones act over HTTP by the verbs, and say what they cannot', async () => {
  expect((await verb('type', { text: 'Merhaba' })).status).toBe(200)
  const state = (await (await get(`/sandbox/phones/${it.ayse.userId}`)).json()) as PhoneState
  expect(state.messages.at(-1)).toMatchObject({ text: 'Merhaba', from: 'person' })
  for (const [name, body] of [
    ['type', { text: '' }],
    ['type', {}],
    ['press', { messageId: 99, row: 0, column: 0 }],
    ['toString', {}],
    ['fly', {}],
  ] as const)
    expect((await verb(name, body)).status, name).toBe(400)
  expect(await (await verb('type', { text: ' ' })).json()).toEqual({
    error: 'There is nothing to send.',
    refusal: 'empty',
  })
  expect((await get('/sandbox/phones/12345')).status).toBe(400)
})

test('a press answers with what the bot says', async () => {
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup })
  const pressed = verb('press', { messageId: message_id, row: 0, column: 0 })
  const [update] = await it.api.getUpdates({ timeout: 10 })
  await it.api.answerCallbackQuery(update?.callback_query?.id ?? '', { text: 'ok' })
  expect(await (await pressed).json()).toEqual({ answer: { text: 'ok', showAlert: false } })
})

test('files come as multipart and go back as bytes that run nothing', async () => {
  const body = new FormData()
  body.set('kind', 'document')
  body.set('file', new File(['<script>'], 'x.html', { type: 'text/html' }))
  const path = `/sandbox/phones/${it.ayse.userId}/sendFile`
  await serveTelegram(it.telegram).request(path, { method: 'POST', headers: local, body })
  const sent = it.ayse.state().messages.at(-1)?.document
  expect(sent).toMatchObject({ name: 'x.html', mimeType: 'text/html', size: 8 })
  const file = await get(`/sandbox/files/${sent?.fileId}`)
  expect(await file.text()).toBe('<script>')
  expect(file.headers.get('content-type')).toBe('application/octet-stream')
})

test('the clock, the log, a further phone, a reset', async () => {
  const moved = await post('/sandbox/clock', { to: '2031-01-01T00:00:00Z' })
  expect(await moved.json()).toMatchObject({ now: expect.stringMatching(/^2031-01-01T00:00:0/) as string })
  await post('/sandbox/clock', { byMinutes: 60 })
  expect(it.telegram.clock.now().toString()).toMatch(/^2031-01-01T01:00/)
  expect((await post('/sandbox/clock', { to: 'soon' })).status).toBe(400)
  const back = await post('/sandbox/clock', { byMinutes: -1 })
  expect([back.status, await back.json()]).toMatchObject([400, { refusal: 'clockBack' }])
  await it.api.sendMessage(it.ayse.userId, 'x')
  const calls = (await (await get('/sandbox/calls?after=0')).json()) as object[]
  expect(calls.at(-1)).toMatchObject({ method: 'sendMessage', chatId: it.ayse.userId, ok: true })
  const opened = (await (
    await post('/sandbox/phones', { firstName: 'Luc', languageCode: 'fr' })
  ).json()) as PhoneState
  expect(opened).toMatchObject({ label: 'Luc', started: false })
  const state = (await (await get('/sandbox/state')).json()) as SandboxState
  expect(state.phones.map(({ label }) => label)).toEqual(['Ayşe', 'Luc'])
  await post('/sandbox/reset', {})
  expect(it.telegram.phones()).toEqual([])
})

test('events tell which phones show something new', async () => {
  const response = await get('/sandbox/events')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => (await reader?.read())?.value ?? ''
  expect(await read()).toContain('hello')
  it.ayse.type({ text: 'x' })
  expect(await read()).toBe(`data: {"changed":[${it.ayse.userId}]}\n\n`)
  await it.api.getMe()
  expect(await read()).toMatch(/^event: calls\ndata: {.*"method":"getMe"/)
  await reader?.cancel()
})

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:80', ''])(
  'a page named %s is refused',
  async (host) => {
    expect((await get('/sandbox/state', { host })).status).toBe(403)
    expect((await servePhones().request('/', { headers: { host } })).status).toBe(403)
  },
)

test('a page of another origin is refused, the own one is not', async () => {
  expect((await get('/sandbox/state', { ...local, origin: 'https://evil.example' })).status).toBe(403)
  const own = await get('/sandbox/state', { ...local, origin: 'http://localhost:8080' })
  expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, null])
})

test('the libraries of the page come from node_modules, and nothing else does', async () => {
  const file = (path: string) => servePhones().request(path, { headers: local })
  for (const name of ['preact.js', 'preact-hooks.js', 'htm.js']) {
    const response = await file(`/sandbox/vendor/${name}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
    expect(await response.text()).toContain('export')
  }
  for (const path of ['../verbs.ts', '%2e%2e/verbs.ts', '..%2fverbs.ts', 'x/../../verbs.ts', '.env', 'a.ts'])
    expect((await file(`/sandbox/page/${path}`)).status, path).toBe(404)
  expect((await file('/sandbox/vendor/package.json')).status).toBe(404)
})
