import { InputFile, InputMediaBuilder } from 'grammy'
import { describe, expect, test } from 'vitest'
import { methodParameters, methodsNotEmulated } from '../../src/sandbox/bot-api/parameters.ts'
import { parameterTypes, type ParameterType } from '../../src/sandbox/bot-api/parameter-types.ts'
import { registry } from '../../src/sandbox/bot-api/registry.ts'
import {
  checkCall,
  checkReceived,
  checkResult,
  checkType,
  hasBotApiSchema,
  schemaMethods,
} from '../support/bot-api-schema.ts'
import { bench, picture } from './support.ts'

const it = bench()

describe.skipIf(!hasBotApiSchema)('held against the specification of the Bot API', () => {
  const emulated = [...methodParameters.values()]

  test.each(emulated.map(({ name, isRequired }) => [name, isRequired] as const))('%s', (name, isRequired) => {
    const params = schemaMethods[name]?.params ?? {}
    const expected = Object.entries(params).map(([parameter, { r }]) => [parameter, r])
    expect(Object.fromEntries(isRequired)).toEqual(Object.fromEntries(expected))
    const misfits = Object.entries(params).filter(
      ([parameter, { t }]) => !fits(parameterTypes.get(parameter), kindOf(t)),
    )
    expect(misfits).toEqual([])
  })

  test('every method is emulated or known not to be', () => {
    const names = Object.keys(schemaMethods).map((name) => name.toLowerCase())
    expect([...registry.keys(), ...methodsNotEmulated].sort()).toEqual(names.sort())
    expect([...registry.keys()].sort()).toEqual([...methodParameters.keys()].sort())
  })

  test('a call that Telegram would not understand is found', () => {
    const wrong = {
      chat_id: true,
      text: 5,
      reply_markup: { inline_keyboard: [[{ text: 'a', colour: 'red' }]] },
    }
    expect(checkCall('sendMessage', wrong)).toHaveLength(3)
    expect(checkCall('sendMessage', { chat_id: '5', text: 'x', disable_notification: 'true' })).toEqual([])
    expect(checkCall('sendPost', {})).toHaveLength(1)
  })

  test('what is answered and delivered is what Telegram documents', async () => {
    const complaints: string[] = []
    it.telegram.subscribe((event) => {
      if (event.kind === 'received') complaints.push(...checkReceived(event.call))
    })
    const results = await tellAStory()
    for (const [method, result] of results) complaints.push(...checkResult(method, result))
    for (const update of it.telegram.pendingUpdates()) complaints.push(...checkType('Update', update))
    expect(complaints).toEqual([])
    expect(it.telegram.suspiciousCalls).toEqual([])
  })
})

const kindOf = ([first = '', second]: string[]) =>
  second && !first.startsWith('Array') ? `${first}|${second}` : first

function fits(type: ParameterType | undefined, kind: string): boolean {
  if (type === 'integer') return kind === 'Integer'
  if (type === 'number') return kind === 'Float'
  if (type === 'text') return kind === 'String'
  if (type === 'flag') return kind === 'Boolean'
  if (type === 'chat') return kind === 'Integer|String' || kind === 'Integer'
  if (type === 'file') return kind.startsWith('InputFile')
  return type === 'list' ? kind.startsWith('Array of ') : type === 'object' && /^[A-Z]/.test(kind)
}

async function tellAStory(): Promise<[method: string, result: unknown][]> {
  const { api, ayse, telegram } = it
  const { userId } = ayse
  const results: [string, unknown][] = []
  const keep = async <Result>(method: string, call: Promise<Result>): Promise<Result> => {
    const result = await call
    results.push([method, result])
    return result
  }
  const keyboard = {
    inline_keyboard: [
      [
        { text: 'a', callback_data: 'a' },
        { text: 'b', url: 'https://x.org' },
      ],
    ],
  }
  const html = { parse_mode: 'HTML' as const, reply_markup: keyboard }
  const sent = await keep('sendMessage', api.sendMessage(userId, '<b>a</b> <pre>x</pre> https://x.org', html))
  await keep(
    'sendMessage',
    api.sendMessage(userId, 'r', { reply_parameters: { message_id: sent.message_id } }),
  )
  await keep('editMessageText', api.editMessageText(userId, sent.message_id, 'b', html))
  await keep('copyMessage', api.copyMessage(userId, userId, sent.message_id))
  await keep('forwardMessage', api.forwardMessage(userId, userId, sent.message_id))
  const file = () => new InputFile(picture(), 'x.png')
  await keep('sendPhoto', api.sendPhoto(userId, file(), { caption: 'c' }))
  const { document } = await keep('sendDocument', api.sendDocument(userId, file()))
  await keep(
    'sendMediaGroup',
    api.sendMediaGroup(userId, [InputMediaBuilder.photo(file()), InputMediaBuilder.photo(file())]),
  )
  await keep('getFile', api.getFile(document.file_id))
  await keep('sendVoice', api.sendVoice(userId, file()))
  await keep('sendVideo', api.sendVideo(userId, file()))
  await keep('sendAudio', api.sendAudio(userId, file()))
  await keep('sendAnimation', api.sendAnimation(userId, file()))
  await keep('sendVideoNote', api.sendVideoNote(userId, file()))
  await keep('sendSticker', api.sendSticker(userId, file()))
  await keep('sendLocation', api.sendLocation(userId, 41.1, 29))
  await keep('sendVenue', api.sendVenue(userId, 41.1, 29, 'Fira', 'Av. Joan Carles I'))
  await keep('sendContact', api.sendContact(userId, '+34600', 'Pau'))
  await keep('pinChatMessage', api.pinChatMessage(userId, sent.message_id))
  await keep(
    'setMessageReaction',
    api.setMessageReaction(userId, sent.message_id, [{ type: 'emoji', emoji: '👍' }]),
  )
  await keep('getMe', api.getMe())
  await keep('getChat', api.getChat(userId))
  await keep('getWebhookInfo', api.getWebhookInfo())
  await keep('getMyName', api.getMyName())
  await keep('getChatMenuButton', api.getChatMenuButton())
  actAsPeople(sent.message_id)
  const group = telegram.openGroup({ title: 'Team', kind: 'supergroup', isForum: true })
  group.add(userId, 'creator')
  group.addBot(userId, 'administrator')
  group.type(userId, 'hello')
  group.typeAnonymously('hello')
  await keep('getChatMember', api.getChatMember(group.id, 42))
  await keep('getChatAdministrators', api.getChatAdministrators(group.id))
  telegram.openGroup({ title: 'Old' }).migrate()
  await keep('getUpdates', api.getUpdates())
  return results
}

function actAsPeople(messageId: number) {
  const { ayse } = it
  ayse.type({ text: 'hello /trips @somebody', replyTo: messageId })
  ayse.edit({ messageId: ayse.state().messages.at(-1)?.id ?? 0, text: 'hello again' })
  void ayse.press({ messageId, row: 0, column: 0 })
  ayse.shareContact({})
  ayse.shareLocation({ latitude: 41, longitude: 29 })
  ayse.sendSticker({ emoji: '👍' })
  for (const kind of ['document', 'photo', 'voice', 'video'] as const)
    ayse.sendFile({ kind, name: 'x.png', mimeType: 'image/png', bytes: picture() })
  ayse.forward({ fromUserId: ayse.userId, messageId })
  ayse.block()
  ayse.start({ payload: 'again' })
}
