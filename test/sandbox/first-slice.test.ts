import { Api } from 'grammy'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'

let telegram: TelegramServer
let api: Api
beforeEach(async () => {
  telegram = await startTelegramServer({ token: '42:secret', username: 'heyet_bot', port: 0 })
  api = new Api('42:secret', { apiRoot: telegram.root })
})
afterEach(() => telegram.stop())

test('somebody taps Start, the bot answers with a button, and the button is pressed', async () => {
  const ayse = telegram.openPhone({
    firstName: 'Ayşe',
    languageCode: 'tr',
    phoneNumber: '905321112233',
    label: 'Ayşe',
  })
  ayse.start({ payload: 'abc' })
  const [update] = await api.getUpdates({ timeout: 10 })
  expect(update?.message?.text).toBe('/start abc')
  const sent = await api.sendMessage(ayse.userId, '<b>Merhaba</b> şimdi', {
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'Evet', callback_data: 'y' }]] },
  })
  const pressed = ayse.press({ messageId: sent.message_id, row: 0, column: 0 })
  expect(ayse.state().spinning).toHaveLength(1)
  const [press] = await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 })
  await api.answerCallbackQuery(press?.callback_query?.id ?? '', { text: 'Tamam' })
  expect(await pressed).toEqual({ answer: { text: 'Tamam', showAlert: false } })
  await api.editMessageText(ayse.userId, sent.message_id, 'Bitti')
  expect(ayse.state().messages.at(-1)).toMatchObject({ text: 'Bitti', from: 'bot' })
  expect(ayse.state().messages.at(-1)?.keyboard).toBeUndefined()
  expect(telegram.suspiciousCalls).toEqual([])
})
