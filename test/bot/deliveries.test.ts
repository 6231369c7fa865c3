import { Api, InputFile } from 'grammy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { priorities } from '../../src/bot/messenger.ts'
import type { Phone } from '../../src/sandbox/phone.ts'
import type { ReceivedCall } from '../../src/sandbox/sandbox-events.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { openPostOffice, type PostOffice } from '../support/post-office.ts'
import { until } from '../support/until.ts'

let database: FreshDatabase
let telegram: TelegramServer
let office: PostOffice
const calls: ReceivedCall[] = []
const open = () =>
  openPostOffice({ databaseUrl: database.url, token: '730:post', apiRoot: telegram.root, answerSeconds: 0.5 })
beforeEach(async () => {
  database = await freshDatabase()
  telegram = await startTelegramServer({ port: 0, token: '730:post', username: 'heyet_bot' })
  calls.length = 0
  telegram.subscribe((event) => {
    if (event.kind === 'received') calls.push(event.call)
  })
  office = await open()
})
afterEach(async () => {
  await office.close()
  await telegram.stop()
  await database.drop()
})

/** Somebody who has pressed Start. */
function phoneOf(id: number): Phone {
  telegram.openPhone({ id, firstName: 'Ada', languageCode: 'en', phoneNumber: `90${id}`, label: `Ada ${id}` })
  const phone = telegram.phone(id)
  phone.start({})
  return phone
}
const textsOf = (phone: Phone) =>
  phone
    .state()
    .messages.filter(({ from }) => from === 'bot')
    .map(({ text }) => text)
const deliver = (chatId: number, text: string, about: string) =>
  office.database.transaction(() => office.messenger.deliver(chatId, { text }, { about }))
const settled = () => until('nothing is owed', () => office.door.sender.isIdle)
const fail: TelegramServer['faults']['failNext'] = (...fault) => telegram.faults.failNext(...fault)
const isMessage = ({ method }: ReceivedCall) => method.toLowerCase() === 'sendmessage'
const bad = (code: number, description: string) => ({ kind: 'error', code, description }) as const

describe('a delivery', () => {
  test('arrives, and its room learns so with the id of the message', async () => {
    const ada = phoneOf(1)
    await deliver(1, 'Bus at <b>09:00</b>', 'a')
    await settled()
    expect(textsOf(ada)).toEqual(['Bus at 09:00'])
    const [learnt] = await office.database.query(`select about, fate, message_id from learnt`, [])
    const [message] = ada.state().messages.filter(({ from }) => from === 'bot')
    expect(learnt).toEqual({ about: 'a', fate: 'sent', message_id: message?.id })
  })

  test('is in doubt, and not repeated, when no answer came, whether it has arrived or not', async () => {
    const [ada, bea, can] = [phoneOf(1), phoneOf(2), phoneOf(3)]
    fail('sendMessage', { kind: 'drop', isPerformed: true })
    await deliver(1, 'one', 'a')
    await settled()
    fail('sendMessage', { kind: 'drop', isPerformed: false })
    await deliver(2, 'two', 'b')
    await settled()
    fail('sendMessage', { kind: 'never-answer', isPerformed: true })
    await deliver(3, 'three', 'c')
    await settled()
    expect(await office.learnt()).toEqual(['a inDoubt', 'b inDoubt', 'c inDoubt'])
    expect([ada, bea, can].map(textsOf)).toEqual([['one'], [], ['three']])
  })

  test('is sent again when Telegram says that it has failed, or asks to wait', async () => {
    const [ada, bea] = [phoneOf(1), phoneOf(2)]
    fail('sendMessage', { kind: 'server-error' })
    await deliver(1, 'one', 'a')
    await settled()
    fail('sendMessage', { kind: 'too-many', retryAfterSeconds: 1 })
    await deliver(2, 'two', 'b')
    await settled()
    expect(await office.learnt()).toEqual(['a sent', 'b sent'])
    expect([ada, bea].map(textsOf)).toEqual([['one'], ['two']])
  })

  test('is in doubt when a server that is stopped cannot say what it has passed on', async () => {
    phoneOf(1)
    fail('sendMessage', bad(500, 'Internal Server Error: restart'))
    await deliver(1, 'one', 'a')
    await settled()
    expect(await office.learnt()).toEqual(['a inDoubt'])
  })

  test('goes out once more as plain text where the markup is wrong', async () => {
    const ada = phoneOf(1)
    fail('sendMessage', bad(400, "Bad Request: can't parse entities: Unsupported start tag"))
    await deliver(1, 'Bus at <b>09:00</b>', 'a')
    await settled()
    expect(textsOf(ada)).toEqual(['Bus at 09:00'])
    expect(await office.learnt()).toEqual(['a sent'])
  })

  test('ends as refused where Telegram will not take it, and the next one goes out', async () => {
    const ada = phoneOf(1)
    fail('sendMessage', bad(400, 'Bad Request: MESSAGE_WEIRD'))
    await deliver(1, 'one', 'a')
    await deliver(1, 'two', 'b')
    await settled()
    expect(await office.learnt()).toEqual(['a refused', 'b sent'])
    expect(textsOf(ada)).toEqual(['two'])
  })

  test('ends as unreachable, with all that waits behind it, where the bot is blocked or the chat is gone', async () => {
    const ada = phoneOf(1)
    ada.block()
    await office.database.transaction(async () => {
      for (const about of ['a', 'b', 'c']) await office.messenger.deliver(1, { text: about }, { about })
      await office.messenger.deliver(77, { text: 'who?' }, { about: 'd' })
    })
    await settled()
    expect(await office.learnt()).toEqual([
      'a unreachable',
      'b unreachable',
      'c unreachable',
      'd unreachable',
    ])
    expect(calls.filter(({ payload }) => payload['chat_id'] === 1)).toHaveLength(1)
  })

  test('can be a place on the map, a file, or a copy, with buttons', async () => {
    const ada = phoneOf(1)
    const keyboard = [[{ text: 'Seen', callback_data: 'seen' }]]
    const place = { latitude: 41.4, longitude: 2.15, title: 'Cambra', address: 'Diagonal 452' }
    await office.database.transaction(async () => {
      await office.messenger.deliver(1, { ...place, keyboard, isSilent: true }, { about: 'a' })
      await office.messenger.deliver(
        1,
        { name: 'a.txt', content: Buffer.from('x'), keyboard },
        { about: 'b' },
      )
    })
    await settled()
    const [venue] = ada.state().messages.filter(({ from }) => from === 'bot')
    await office.database.transaction(() =>
      office.messenger.deliver(1, { fromChatId: 1, messageId: venue?.id ?? 0, keyboard }, { about: 'c' }),
    )
    await settled()
    expect(await office.learnt()).toEqual(['a sent', 'b sent', 'c sent'])
    expect(calls.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['sendVenue', 'sendDocument', 'copyMessage']),
    )
    expect(await office.database.query(`select 1 from outbox_files`, [])).toEqual([])
  })

  test('can be an album, a bare place, or a contact; of an album every message is known', async () => {
    const known: (readonly number[] | undefined)[] = []
    await office.close()
    office = await openPostOffice({
      ...{ databaseUrl: database.url, token: '730:post', apiRoot: telegram.root },
      learnsFates: async (fates) => void known.push(...fates.map(({ messageIds }) => messageIds)),
    })
    const ada = phoneOf(1)
    const api = new Api('730:post', { apiRoot: telegram.root })
    const { document } = await api.sendDocument(1, new InputFile(Buffer.from('x'), 'a.txt'))
    const items = [1, 2, 3].map(() => ({ kind: 'document' as const, fileId: document.file_id }))
    const { messenger } = office
    await office.database.transaction(async () => {
      await messenger.deliver(1, { items }, { about: 'a' })
      await messenger.deliver(1, { latitude: 41.4, longitude: 2.15 }, { about: 'b' })
      await messenger.deliver(1, { phone: '+34600111222', firstName: 'Montserrat' }, { about: 'c' })
    })
    await settled()
    const ids = ada
      .state()
      .messages.filter(({ from }) => from === 'bot')
      .map(({ id }) => id)
    expect(ids).toHaveLength(6)
    expect(known.toSorted((one, other) => (one?.[0] ?? 0) - (other?.[0] ?? 0))).toEqual([
      ids.slice(1, 4),
      [ids[4]],
      [ids[5]],
    ])
    expect(calls.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['sendMediaGroup', 'sendLocation', 'sendContact']),
    )
  })

  test('can be taken back as long as it has not left', async () => {
    const [ada, bea] = [phoneOf(1), phoneOf(2)]
    fail('sendMessage', { kind: 'too-many', retryAfterSeconds: 1 })
    await deliver(1, 'one', 'a')
    await until('everybody waits', () => calls.some(isMessage))
    await until('the wait is known', async () => {
      const rows = await office.database.query(`select 1 from send_pauses`, [])
      return rows.length > 0
    })
    await deliver(2, 'two', 'b')
    expect(await office.messenger.withdraw([{ chatId: 2, about: 'b' }])).toEqual(['b'])
    expect(await office.messenger.withdraw([{ chatId: 2, about: 'b' }])).toEqual([])
    await settled()
    expect([ada, bea].map(textsOf)).toEqual([['one'], []])
    expect(await office.learnt()).toEqual(['a sent'])
  })

  test('is told to nobody a second time, and the others hear, when the room breaks over one', async () => {
    await office.close()
    let isBroken = true
    office = await openPostOffice({
      databaseUrl: database.url,
      token: '730:post',
      apiRoot: telegram.root,
      async learnsFates(fates) {
        if (isBroken && fates.some(({ about }) => about === 'b')) throw new Error('a room is broken')
      },
    })
    phoneOf(1)
    for (const about of ['a', 'b', 'c']) await deliver(1, about, about)
    await settled()
    isBroken = false
    expect(await office.learnt()).toEqual(['a sent', 'c sent'])
    expect(office.lines.join()).toContain('fate.not-learnt')
    expect(await office.database.query(`select 1 from outbox`, [])).toEqual([])
  })
})

describe('what a process that died has left', () => {
  /** A row as a process leaves it that is gone. */
  const leave = (chatId: number, about: string, hasLeft: boolean) =>
    office.database.query(
      `insert into outbox (chat_id, method, payload, priority, about, is_once, left_at, claimed_by, created_at)
       values ($1, 'sendMessage', $2, 2, $3, true, case when $4 then now() end, 0, now())`,
      [chatId, JSON.stringify({ text: about }), about, hasLeft],
    )
  const allLearnt = (count: number) =>
    until('all is learnt', async () => (await office.learnt()).length === count)

  test('is in doubt where it may have left, and goes out where it has not', async () => {
    const [ada, bea] = [phoneOf(1), phoneOf(2)]
    await leave(1, 'a', true)
    await leave(1, 'b', false)
    await leave(2, 'c', false)
    await allLearnt(3)
    expect(await office.learnt()).toEqual(['a inDoubt', 'b sent', 'c sent'])
    expect([ada, bea].map(textsOf)).toEqual([['b'], ['c']])
  })

  test('is adopted by one process only, and told once, where two are there', async () => {
    const other = await open()
    for (let chatId = 1; chatId <= 60; chatId += 1) {
      phoneOf(chatId)
      await leave(chatId, `letter ${chatId}`, chatId % 3 === 0)
    }
    await allLearnt(60)
    await settled()
    await other.close()
    const learnt = await office.learnt()
    expect(new Set(learnt).size).toBe(60)
    expect(learnt.filter((fate) => fate.endsWith('inDoubt'))).toHaveLength(20)
    for (let chatId = 1; chatId <= 60; chatId += 1)
      expect(textsOf(telegram.phone(chatId))).toHaveLength(chatId % 3 === 0 ? 0 : 1)
  })
})

describe('who goes first', () => {
  test('replies go before deliveries that wait, and the urgent ones before the others', async () => {
    await office.close()
    office = await openPostOffice({
      databaseUrl: database.url,
      token: '730:post',
      apiRoot: telegram.root,
      sendRate: 4,
    })
    for (let chatId = 1; chatId <= 14; chatId += 1) phoneOf(chatId)
    await office.database.transaction(async () => {
      for (let chatId = 1; chatId <= 12; chatId += 1)
        await office.messenger.deliver(chatId, { text: 'later' }, { about: `${chatId}` })
      await office.messenger.deliver(13, { text: 'urgent' }, { about: '13', priority: priorities.urgent })
      // Chat 12 is the last of those that wait; what is said to it does not wait behind that.
      office.messenger.say(12, { text: 'a reply' })
    })
    await settled()
    const texts = calls.filter(isMessage).map(({ payload }) => payload['text'])
    expect(texts.slice(0, 2)).toEqual(['a reply', 'urgent'])
    expect(texts).toHaveLength(14)
  })
})
