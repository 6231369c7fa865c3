import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReceivedCall } from '../../src/sandbox/sandbox-events.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { openPostOffice, type PostOffice } from '../support/post-office.ts'
import { until } from '../support/until.ts'

let database: FreshDatabase
let telegram: TelegramServer
let office: PostOffice
const pinCalls: ReceivedCall[] = []
beforeEach(async () => {
  database = await freshDatabase()
  telegram = await startTelegramServer({ port: 0, token: '731:pins', username: 'heyet_bot' })
  pinCalls.length = 0
  telegram.subscribe((event) => {
    if (event.kind === 'received' && /pin/i.test(event.call.method)) pinCalls.push(event.call)
  })
  office = await openPostOffice({ databaseUrl: database.url, token: '731:pins', apiRoot: telegram.root })
  telegram.openPhone({ id: 1, firstName: 'Ada', languageCode: 'en', phoneNumber: '901', label: 'Ada' })
  telegram.phone(1).start({})
})
afterEach(async () => {
  await office.close()
  await telegram.stop()
  await database.drop()
})

const pinned = () => telegram.world.chats.get(1)?.pinned
const cardIds = () =>
  telegram.world.messages
    .of(1)
    .flatMap(({ message }) => (message.text?.startsWith('Today') ? [message.message_id] : []))
async function show(text: string, isFresh = false): Promise<void> {
  await office.database.transaction(async () => {
    office.messenger.show(1, 'day', { text }, { isFresh })
    office.messenger.pin(1, 'day')
  })
  await until('all is said', () => office.door.sender.isIdle)
}

test('a live message is pinned without a sound, once however often it is changed', async () => {
  await show('Today 1')
  await show('Today 2')
  await show('Today 3')
  expect(pinned()).toEqual(cardIds())
  expect(
    pinCalls.map(({ method, payload }) => ({ method, silent: payload['disable_notification'] })),
  ).toEqual([{ method: 'pinChatMessage', silent: true }])
})

test('one that is sent anew is pinned in place of the old one, also where that is gone', async () => {
  await show('Today 1')
  await show('Today 2', true)
  expect(cardIds()).toHaveLength(2)
  expect(pinned()).toEqual([cardIds().at(-1)])
  telegram.faults.failNext('editMessageText', {
    kind: 'error',
    code: 400,
    description: 'Bad Request: message to edit not found',
  })
  await show('Today 3')
  expect(pinned()).toEqual([cardIds().at(-1)])
})

test('nothing is pinned where the screen is gone, and what is pinned can be taken off, twice as well', async () => {
  await office.database.transaction(async () => office.messenger.pin(1, 'day'))
  await until('all is said', () => office.door.sender.isIdle)
  expect(pinCalls).toEqual([])
  await show('Today 1')
  for (let nth = 0; nth < 2; nth += 1)
    await office.database.transaction(async () => office.messenger.unpin(1, 'day'))
  await until('all is said', () => office.door.sender.isIdle)
  expect(pinned()).toEqual([])
  expect(pinCalls.map(({ method }) => method)).toEqual(['pinChatMessage', 'unpinChatMessage'])
  await show('Today 2')
  expect(pinned()).toEqual(cardIds())
})

test('a message that cannot be pinned any more stops nothing', async () => {
  telegram.faults.failNext('pinChatMessage', {
    kind: 'error',
    code: 400,
    description: 'Bad Request: message to pin not found',
  })
  await show('Today 1')
  await show('Today 2')
  expect(pinned()).toEqual([])
  expect(office.lines.join()).not.toContain('giveUp')
})
