import { expect, test } from 'vitest'
import { bench } from './support.ts'

const it = bench()
const command = (name: string) => [{ command: name, description: name }]
const shown = () => it.ayse.state().commands.map((each) => each.command)

test('the nearest scope wins, and within it the language', async () => {
  const chat = { type: 'chat' as const, chat_id: it.ayse.userId }
  await it.api.setMyCommands(command('everybody'))
  expect(shown()).toEqual(['everybody'])
  await it.api.setMyCommands(command('herkes'), { language_code: 'tr' })
  expect(shown()).toEqual(['herkes'])
  await it.api.setMyCommands(command('private'), { scope: { type: 'all_private_chats' } })
  expect(shown()).toEqual(['private'])
  await it.api.setMyCommands(command('desk'), { scope: chat })
  expect(shown()).toEqual(['desk'])
  await it.api.setMyCommands(command('masa'), { scope: chat, language_code: 'tr' })
  expect(shown()).toEqual(['masa'])
  await it.api.deleteMyCommands({ scope: chat })
  await it.api.deleteMyCommands({ scope: chat, language_code: 'tr' })
  expect(shown()).toEqual(['private'])
  it.ayse.setLanguage({ languageCode: 'fr' })
  await it.api.deleteMyCommands({ scope: { type: 'all_private_chats' } })
  expect(shown()).toEqual(['everybody'])
  expect(await it.api.getMyCommands({ language_code: 'tr' })).toEqual(command('herkes'))
})

test('commands are short and plain', async () => {
  const refused = (name: string) => it.refusal(it.api.setMyCommands(command(name)))
  expect(await refused('x'.repeat(33))).toBe('400 Bad Request: command length must not exceed 32')
  expect(await refused('başvur')).toBe('400 Bad Request: BOT_COMMAND_INVALID')
  expect(await it.refusal(it.api.setMyCommands([{ command: 'x', description: ' ' }]))).toContain('non-empty')
  const many = Array.from({ length: 101 }, (_, index) => ({ command: `c${index}`, description: 'x' }))
  expect(await it.refusal(it.api.setMyCommands(many))).toBe('400 Bad Request: BOT_COMMANDS_TOO_MUCH')
  const stranger = { scope: { type: 'chat' as const, chat_id: 99 } }
  expect(await it.refusal(it.api.setMyCommands(command('x'), stranger))).toBe(
    '400 Bad Request: chat not found',
  )
})

test('what the bot says about itself has a language', async () => {
  await it.api.setMyDescription('All')
  await it.api.setMyDescription('Herkes', { language_code: 'tr' })
  await it.api.setMyShortDescription('Short')
  await it.api.setMyName('Heyet TR', { language_code: 'tr' })
  expect(it.ayse.state().bot).toEqual({
    name: 'Heyet TR',
    username: 'heyet_bot',
    description: 'Herkes',
    shortDescription: 'Short',
  })
  expect(await it.api.getMyDescription({ language_code: 'es' })).toEqual({ description: 'All' })
  expect(await it.refusal(it.api.setMyShortDescription('x'.repeat(121)))).toContain('400')
  const odd = await it.post('setMyName', { name: 'x', language_code: 'turkish' })
  expect(odd.body['description']).toBe('Bad Request: invalid language code specified')
})

test('the menu button of one chat or of all', async () => {
  await it.api.setChatMenuButton({ menu_button: { type: 'commands' } })
  expect(it.ayse.state().menuButton).toEqual({ type: 'commands' })
  const web_app = { url: 'https://x.org' }
  await it.api.setChatMenuButton({
    chat_id: it.ayse.userId,
    menu_button: { type: 'web_app', text: 'Open', web_app },
  })
  expect(it.ayse.state().menuButton).toMatchObject({ type: 'web_app', text: 'Open' })
  expect(await it.api.getChatMenuButton()).toEqual({ type: 'commands' })
})

test('messages are pinned and taken down', async () => {
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x')
  await it.api.pinChatMessage(it.ayse.userId, message_id)
  expect(it.ayse.state().messages.find(({ id }) => id === message_id)?.pinned).toBe(true)
  expect(it.ayse.state().messages.at(-1)?.service).toBeDefined()
  await it.api.unpinChatMessage(it.ayse.userId, message_id)
  expect(await it.refusal(it.api.unpinChatMessage(it.ayse.userId))).toBe(
    '400 Bad Request: message to unpin not found',
  )
})
