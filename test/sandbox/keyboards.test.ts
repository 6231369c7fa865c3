import { expect, test } from 'vitest'
import { bench } from './support.ts'

const it = bench()
const sendWith = (reply_markup: object) =>
  it
    .post('sendMessage', { chat_id: it.ayse.userId, text: 'x', reply_markup })
    .then(({ body }) => body['description'])
const button = (fields: object) => sendWith({ inline_keyboard: [[{ text: 'x', ...fields }]] })
const cannotParse = "Bad Request: can't parse inline keyboard button: "

test('the data of a button is at most 64 bytes, not letters', async () => {
  expect(await button({ callback_data: 'ş'.repeat(32) })).toBeUndefined()
  expect(await button({ callback_data: `${'ş'.repeat(32)}x` })).toBe('Bad Request: BUTTON_DATA_INVALID')
})

test('an inline button has exactly one action', async () => {
  expect(await button({})).toBe(`${cannotParse}Text buttons are unallowed in the inline keyboard`)
  expect(await button({ callback_data: 'a', url: 'https://x.org' })).toContain('exactly one action')
  expect(await button({ callback_data: 'a', style: 'pink' })).toBe(
    `${cannotParse}invalid button style specified`,
  )
  expect(await button({ text: ' ', callback_data: 'a' })).toBe(
    'Bad Request: inline keyboard button text must be non-empty',
  )
})

test('links lead to real hosts, web apps by https', async () => {
  expect(await button({ url: 'http://localhost:3000' })).toBe(
    "Bad Request: inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL",
  )
  expect(await button({ url: 'tg://user?id=5' })).toBeUndefined()
  expect(await button({ web_app: { url: 'http://x.org' } })).toContain('Only HTTPS links are allowed')
})

test('100 buttons and no more', async () => {
  const rows = (count: number) => ({
    inline_keyboard: Array.from({ length: count }, () => [{ text: 'x', callback_data: 'x' }]),
  })
  expect(await sendWith(rows(100))).toBeUndefined()
  expect(await sendWith(rows(101))).toBe('Bad Request: reply markup is too long')
})

test('a markup may be JSON text, and nonsense is refused', async () => {
  const inText = {
    chat_id: it.ayse.userId,
    text: 'x',
    reply_markup: '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}',
  }
  expect((await it.post('sendMessage', inText)).body['ok']).toBe(true)
  expect(it.ayse.state().messages.at(-1)?.keyboard?.inline_keyboard[0]?.[0]?.text).toBe('a')
  const broken = await it.post('sendMessage', { ...inText, reply_markup: '{' })
  expect(broken.body['description']).toBe("Bad Request: can't parse reply keyboard markup JSON object")
})

test('a chat has one reply keyboard, until it is taken away or the message that brought it goes', async () => {
  const keyboard = (label: string) => ({ keyboard: [[{ text: label }]] })
  await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup: keyboard('one') })
  await it.api.sendMessage(it.ayse.userId, 'x')
  expect(it.ayse.state().replyKeyboard?.keyboard[0]?.[0]).toEqual({ text: 'one' })
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup: keyboard('two') })
  expect(it.ayse.state().replyKeyboard?.keyboard[0]?.[0]).toEqual({ text: 'two' })
  await it.api.deleteMessage(it.ayse.userId, message_id)
  expect(it.ayse.state().replyKeyboard).toBeNull()
  await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup: keyboard('three') })
  await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup: { remove_keyboard: true } })
  expect(it.ayse.state().replyKeyboard).toBeNull()
})

test('a one-time keyboard goes when it has been used', async () => {
  const reply_markup = { keyboard: [[{ text: 'Share', request_contact: true }]], one_time_keyboard: true }
  await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup })
  it.ayse.type({ text: 'something else' })
  expect(it.ayse.state().replyKeyboard).not.toBeNull()
  it.ayse.shareContact({})
  expect(it.ayse.state().replyKeyboard).toBeNull()
  const [, shared] = await it.updates()
  expect(shared?.message?.contact).toEqual({
    phone_number: '905321112233',
    first_name: 'Ayşe',
    last_name: 'Kaya',
    user_id: it.ayse.userId,
  })
})
