import { expect, test } from 'vitest'
import { bench, token } from './support.ts'

const it = bench()

test('a person and a bot talk: start, button, answer, edit', async () => {
  it.ayse.start({ payload: 'trip_1' })
  const [update] = await it.updates()
  expect(update?.message).toMatchObject({
    text: '/start trip_1',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  })
  const sent = await it.api.sendMessage(it.ayse.userId, '<b>Merhaba</b>', {
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'Evet', callback_data: 'y' }]] },
  })
  const pressed = it.ayse.press({ messageId: sent.message_id, row: 0, column: 0 })
  const [press] = await it.updates()
  await it.api.answerCallbackQuery(press?.callback_query?.id ?? '', { text: 'Tamam' })
  expect(await pressed).toEqual({ answer: { text: 'Tamam', showAlert: false } })
  await it.api.editMessageText(it.ayse.userId, sent.message_id, 'Bitti')
  expect(it.ayse.state().messages.at(-1)).toMatchObject({ text: 'Bitti', from: 'bot' })
  expect(it.telegram.suspiciousCalls).toEqual([])
})

test('a payload that Telegram does not accept is dropped', async () => {
  it.ayse.start({ payload: 'ş'.repeat(4) })
  it.ayse.start({ payload: 'x'.repeat(65) })
  expect((await it.updates()).map(({ message }) => message?.text)).toEqual(['/start', '/start'])
})

test('query, form, JSON and multipart say the same', async () => {
  const url = `${it.telegram.root}/bot${token}/sendMessage`
  const fields = { chat_id: String(it.ayse.userId), text: 'ş & x' }
  const form = new FormData()
  Object.entries(fields).forEach(([name, value]) => form.set(name, value))
  const answers = [
    await fetch(`${url}?${new URLSearchParams(fields).toString()}`),
    await fetch(url, { method: 'POST', body: new URLSearchParams(fields) }),
    await fetch(url, {
      method: 'POST',
      body: JSON.stringify(fields),
      headers: { 'content-type': 'application/json' },
    }),
    await fetch(url, { method: 'POST', body: form }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(
    it.ayse
      .state()
      .messages.slice(-4)
      .map(({ text }) => text),
  ).toEqual(Array(4).fill('ş & x'))
})

test('a wrong token, a wrong method and a wrong place are refused', async () => {
  const wrongToken = await fetch(`${it.telegram.root}/bot42:other/getMe`)
  expect(await wrongToken.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
  expect((await it.post('sendTelepathy', {})).body).toEqual({
    ok: false,
    error_code: 404,
    description: 'Not Found: method not found',
  })
  expect((await it.post('sendInvoice', {})).body['description']).toBe('Not Found: method not emulated')
  expect((await fetch(`${it.telegram.root}/elsewhere`)).status).toBe(404)
  expect((await it.post('SENDMESSAGE', { chat_id: it.ayse.userId, text: 'x' })).status).toBe(200)
})

test('what Telegram would ignore in silence is remembered', async () => {
  await it.post('sendMessage', {
    chat_id: it.ayse.userId,
    text: 'x',
    disable_notifications: true,
    protect_content: 'maybe',
  })
  expect(it.telegram.suspiciousCalls).toEqual([
    { method: 'sendMessage', unknown: ['disable_notifications'], mistyped: ['protect_content'] },
  ])
})
