import { expect, test } from 'vitest'
import { bench } from './support.ts'

const it = bench()
const write = (chat: number | string) => it.refusal(it.api.sendMessage(chat, 'x'))

test('who has never started the bot cannot be written to', async () => {
  const sofia = it.telegram.openPhone({ firstName: 'Sofía', phoneNumber: '34600112233', label: 'Sofía' })
  expect(await write(sofia.userId)).toBe("403 Forbidden: bot can't initiate conversation with a user")
  expect(await write(123)).toBe('400 Bad Request: chat not found')
  expect(await write('@nobody_here')).toBe('400 Bad Request: chat not found')
  expect((await it.post('sendMessage', { text: 'x' })).body['description']).toBe(
    'Bad Request: chat_id is empty',
  )
  expect(() => sofia.type({ text: 'x' })).toThrow('Tap Start first')
})

test('blocking and coming back are told as my_chat_member', async () => {
  it.ayse.block()
  expect(await write(it.ayse.userId)).toBe('403 Forbidden: bot was blocked by the user')
  expect(it.ayse.state().blocked).toBe(true)
  it.ayse.start({})
  it.ayse.block()
  it.ayse.unblock()
  const updates = await it.updates()
  const statuses = updates.map(({ my_chat_member: change }) => change?.new_chat_member.status)
  expect(statuses).toEqual(['kicked', 'member', undefined, 'kicked', 'member'])
  expect(updates[2]?.message?.text).toBe('/start')
  expect(await write(it.ayse.userId)).toBe('not refused')
})

test('a deleted account is deactivated', async () => {
  it.ayse.deleteAccount()
  expect(await write(it.ayse.userId)).toBe('403 Forbidden: user is deactivated')
  expect(() => it.ayse.type({ text: 'x' })).toThrow('deleted')
  expect(it.ayse.state()).toMatchObject({ deleted: true, user: { first_name: '' } })
})

test('a person changes their language and name', async () => {
  it.ayse.setLanguage({ languageCode: null })
  it.ayse.rename({ firstName: '😀', lastName: null, username: null })
  it.ayse.type({ text: 'x' })
  const [update] = await it.updates()
  expect(update?.message?.from).toEqual({ id: it.ayse.userId, is_bot: false, first_name: '😀' })
})

test('the bot is seen typing until it writes', async () => {
  await it.api.sendChatAction(it.ayse.userId, 'typing')
  expect(it.ayse.state().action).toBe('typing')
  await it.api.sendMessage(it.ayse.userId, 'x')
  expect(it.ayse.state().action).toBeNull()
  const odd = await it.post('sendChatAction', { chat_id: it.ayse.userId, action: 'yawning' })
  expect(odd.body['description']).toBe('Bad Request: wrong parameter action in request')
})

test('a changed text of the person is an edited_message', async () => {
  it.ayse.type({ text: 'one' })
  const messageId = it.ayse.state().messages.at(-1)?.id ?? 0
  it.ayse.edit({ messageId, text: 'two' })
  const [, edited] = await it.updates()
  expect(edited?.edited_message).toMatchObject({ message_id: messageId, text: 'two' })
  expect(it.ayse.state().messages.at(-1)).toMatchObject({ text: 'two', from: 'person' })
})
