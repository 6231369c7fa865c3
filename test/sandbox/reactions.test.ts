import { InputFile, InputMediaBuilder } from 'grammy'
import { expect, test } from 'vitest'
import { bench, picture } from './support.ts'

const it = bench()
const photo = () => InputMediaBuilder.photo(new InputFile(picture(), 'x.png'))

test('the bot reacts to a message with one emoji of the list, and takes it back', async () => {
  it.ayse.type({ text: 'thank you' })
  const id = it.ayse.state().messages.at(-1)?.id ?? 0
  const react = (...emoji: string[]) =>
    it.post('setMessageReaction', {
      chat_id: it.ayse.userId,
      message_id: id,
      reaction: emoji.map((each) => ({ type: 'emoji', emoji: each })),
    })
  const shown = () => it.ayse.state().messages.at(-1)?.reaction
  expect((await react('👍')).status).toBe(200)
  expect(shown()).toBe('👍')
  expect((await react('🚌')).body['description']).toBe('Bad Request: REACTION_INVALID')
  expect((await react('👍', '🎉')).body['description']).toBe('Bad Request: REACTIONS_TOO_MANY')
  await react()
  expect(shown()).toBeUndefined()
  const gone = it.api.setMessageReaction(it.ayse.userId, 999, [])
  expect(await it.refusal(gone)).toBe('400 Bad Request: message to react not found')
})

test('an album is copied and forwarded as an album', async () => {
  const sent = await it.api.sendMediaGroup(it.ayse.userId, [photo(), photo()])
  const ids = sent.map(({ message_id }) => message_id)
  await it.api.copyMessages(it.ayse.userId, it.ayse.userId, ids)
  await it.api.forwardMessages(it.ayse.userId, it.ayse.userId, ids)
  const albums = it.ayse.state().messages.flatMap(({ album }) => album ?? [])
  expect(albums.map((album) => albums.indexOf(album))).toEqual([0, 0, 2, 2, 4, 4])
})

test('different files that a phone sends with the same number are one album', async () => {
  const file = { kind: 'photo' as const, mimeType: 'image/png', bytes: picture(), album: '77' }
  it.ayse.sendFile({ ...file, name: 'a.png', caption: 'both' })
  it.ayse.sendFile({ ...file, name: 'b.png' })
  const [first, second] = await it.updates()
  expect(first?.message).toMatchObject({ media_group_id: '77', caption: 'both' })
  expect(second?.message?.media_group_id).toBe('77')
  expect(
    it.ayse
      .state()
      .messages.slice(-2)
      .map(({ album }) => album),
  ).toEqual(['77', '77'])
})

test('the log tells whose press was answered', async () => {
  const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup: keyboard })
  void it.ayse.press({ messageId: message_id, row: 0, column: 0 })
  const [update] = await it.updates()
  await it.api.answerCallbackQuery(update?.callback_query?.id ?? '')
  const answered = it.telegram.calls().find(({ method }) => method === 'answerCallbackQuery')
  expect(answered?.chatId).toBe(it.ayse.userId)
})
