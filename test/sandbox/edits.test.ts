import { expect, test } from 'vitest'
import { bench } from './support.ts'

const it = bench()
const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }

test('an edit that changes nothing is refused', async () => {
  const { message_id } = await it.api.sendMessage(it.ayse.userId, '<b>x</b>', {
    parse_mode: 'HTML',
    reply_markup: keyboard,
  })
  const again = { parse_mode: 'HTML' as const, reply_markup: keyboard }
  expect(await it.refusal(it.api.editMessageText(it.ayse.userId, message_id, ' <b>x</b> ', again))).toBe(
    '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as ' +
      'a current content and reply markup of the message',
  )
  expect(
    await it.refusal(it.api.editMessageReplyMarkup(it.ayse.userId, message_id, { reply_markup: keyboard })),
  ).toContain('message is not modified')
})

test('an edit without a keyboard takes the keyboard away', async () => {
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup: keyboard })
  await it.api.editMessageText(it.ayse.userId, message_id, 'x')
  expect(it.ayse.state().messages.at(-1)?.keyboard).toBeUndefined()
})

test('a message with a reply keyboard cannot be edited, nor a message of somebody else', async () => {
  const reply_markup = { keyboard: [[{ text: 'a' }]] }
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup })
  expect(await it.refusal(it.api.editMessageText(it.ayse.userId, message_id, 'y'))).toBe(
    "400 Bad Request: message can't be edited",
  )
  it.ayse.type({ text: 'hers' })
  const hers = it.ayse.state().messages.at(-1)?.id ?? 0
  expect(await it.refusal(it.api.editMessageText(it.ayse.userId, hers, 'y'))).toBe(
    "400 Bad Request: message can't be edited",
  )
})

test('what is not there cannot be edited or deleted', async () => {
  const { userId } = it.ayse
  expect(await it.refusal(it.api.editMessageText(userId, 999, 'y'))).toBe(
    '400 Bad Request: message to edit not found',
  )
  expect(await it.refusal(it.api.deleteMessage(userId, 999))).toBe(
    '400 Bad Request: message to delete not found',
  )
  expect(await it.refusal(it.api.sendMessage(userId, 'y', { reply_parameters: { message_id: 999 } }))).toBe(
    '400 Bad Request: message to be replied not found',
  )
  const lenient = { message_id: 999, allow_sending_without_reply: true }
  expect(await it.refusal(it.api.sendMessage(userId, 'y', { reply_parameters: lenient }))).toBe('not refused')
  const location = await it.api.sendLocation(userId, 41, 29)
  expect(await it.refusal(it.api.editMessageText(userId, location.message_id, 'y'))).toContain(
    'there is no text in the message to edit',
  )
  expect(
    await it.refusal(it.api.editMessageCaption(userId, location.message_id, { caption: 'y' })),
  ).toContain('there is no caption')
})

test('messages can be deleted for 48 hours', async () => {
  const old = await it.api.sendMessage(it.ayse.userId, 'x')
  it.telegram.moveClock(it.telegram.clock.now().add({ hours: 49 }))
  expect(await it.refusal(it.api.deleteMessage(it.ayse.userId, old.message_id))).toBe(
    "400 Bad Request: message can't be deleted",
  )
  it.ayse.type({ text: 'hers' })
  const ids = it.ayse.state().messages.map(({ id }) => id)
  await it.api.deleteMessages(it.ayse.userId, ids)
  expect(it.ayse.state().messages.map(({ id }) => id)).toEqual(ids.slice(0, -1))
})

test('a button spins until it is answered, once', async () => {
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup: keyboard })
  const pressed = it.ayse.press({ messageId: message_id, row: 0, column: 0 })
  expect(it.ayse.state().spinning).toEqual([{ messageId: message_id, data: 'a' }])
  const [update] = await it.updates()
  const id = update?.callback_query?.id ?? ''
  expect(update?.callback_query?.message?.message_id).toBe(message_id)
  expect(await it.refusal(it.api.answerCallbackQuery(id, { text: 'x'.repeat(201) }))).toBe(
    '400 Bad Request: MESSAGE_TOO_LONG',
  )
  await it.api.answerCallbackQuery(id, { text: 'Done', show_alert: true })
  expect(await pressed).toEqual({ answer: { text: 'Done', showAlert: true } })
  expect(it.ayse.state()).toMatchObject({ spinning: [], lastAnswer: { text: 'Done', showAlert: true } })
  expect(await it.refusal(it.api.answerCallbackQuery(id))).toBe(
    '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
  )
})

test('a button that has gone, and one that never was, can still be pressed', async () => {
  const { userId } = it.ayse
  const { message_id } = await it.api.sendMessage(userId, 'x', { reply_markup: keyboard })
  await it.api.editMessageText(userId, message_id, 'x')
  await expect(it.ayse.press({ messageId: message_id, row: 0, column: 0 })).rejects.toThrow(
    'There is no such button.',
  )
  void it.telegram.forgePress({ userId, messageId: message_id, data: 'a' })
  await it.api.deleteMessage(userId, message_id)
  const answered = it.telegram.forgePress({ userId, messageId: message_id, data: 'made up' })
  const [stale, forged] = (await it.updates()).map(({ callback_query: query }) => query)
  expect([stale?.data, forged?.data]).toEqual(['a', 'made up'])
  expect(forged?.message).toMatchObject({ date: 0, message_id })
  await it.api.answerCallbackQuery(forged?.id ?? '', { text: 'no' })
  expect(await answered).toEqual({ text: 'no', showAlert: false })
})
