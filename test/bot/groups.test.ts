import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies } from '../support/applying.ts'
import { delegation, worldOfAyse } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import type { World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  ;({ world, ayse } = await worldOfAyse())
  await applies(ayse)
})
afterEach(() => world.close())

function openGroup(kind: 'group' | 'supergroup' | 'channel' = 'group', isForum = false) {
  const group = world.telegram.openGroup({ kind, title: 'Heyet Barselona', isForum })
  group.add(ayse.id)
  group.addBot(ayse.id, 'administrator')
  return group
}

const saidIn = (chatId: number) =>
  world.calls
    .filter(({ method, payload }) => method !== 'getUpdates' && Number(payload['chat_id']) === chatId)
    .map(({ method, payload }) => (typeof payload['text'] === 'string' ? payload['text'] : method))

test('in a group: silence, but a command gets one sentence with the link and nothing personal', async () => {
  const group = openGroup()
  group.type(ayse.id, 'Merhaba, İhracat müdürü')
  await world.settle()
  expect(saidIn(group.id)).toEqual([])
  for (const command of ['/trips', '/start t_BCN26', '/help@heyet_bot']) {
    group.type(ayse.id, command)
    await world.settle()
  }
  expect(saidIn(group.id)).toHaveLength(3)
  for (const text of saidIn(group.id)) {
    expect(text).toContain('https://t.me/heyet_bot')
    expect(text).not.toMatch(/Ayşe|BCN26|Çelik/)
  }
  group.type(ayse.id, '/help@other_bot')
  await world.settle()
  expect(saidIn(group.id)).toHaveLength(3)
})

test('bots and anonymous administrators get no answer', async () => {
  const group = openGroup('supergroup')
  group.typeAnonymously('/trips')
  await world.settle()
  expect(saidIn(group.id)).toEqual([])
})

test('a channel is left with a word', async () => {
  const channel = openGroup('channel')
  await world.settle()
  const [word, ...rest] = saidIn(channel.id)
  expect(word).toContain('kanaldan ayrılıyorum')
  expect(word).toContain('https://t.me/heyet_bot')
  expect(rest).toEqual(['leaveChat'])
  expect(channel.messages().at(-1)?.isSilent).toBe(true)
})

test('in a forum the answer goes into the topic that was asked in', async () => {
  const forum = openGroup('supergroup', true)
  const { message_thread_id: topic } = await world.house.api.createForumTopic(forum.id, 'Otobüs 2')
  forum.typeInTopic(ayse.id, topic, '/trips')
  forum.type(ayse.id, '/help')
  await world.settle()
  const answers = forum.messages().filter(({ message }) => message.text?.includes('t.me/heyet_bot'))
  expect(answers.map(({ message }) => message.message_thread_id)).toEqual([topic, undefined])
})

test('a group that becomes a supergroup: the bot goes on in the new one', async () => {
  const group = openGroup()
  group.type(ayse.id, '/trips')
  await world.settle()
  const supergroup = group.migrate()
  supergroup.type(ayse.id, '/trips')
  await world.settle()
  expect(saidIn(supergroup.id)).toHaveLength(1)
  expect(world.lines.filter((line) => line.includes('update.failed'))).toEqual([])
})

test('what was owed to a group when it became a supergroup is said in that one, in order and once', async () => {
  const group = openGroup()
  await world.settle()
  await world.stops()
  group.type(ayse.id, '/trips')
  group.type(ayse.id, '/help')
  const supergroup = group.migrate()
  await world.starts()
  await world.settle()
  expect(supergroup.messages().filter(({ message }) => message.from?.username === 'heyet_bot')).toHaveLength(
    2,
  )
  expect(await world.house.database.sql`select 1 from outbox`).toHaveLength(0)
})

test('what happens in a group does not disturb what is open in private', async () => {
  await delegation(world, { code: 'LYON27' })
  await ayse.starts('t_LYON27')
  await ayse.taps('Başvur')
  const group = openGroup()
  group.type(ayse.id, '/trips')
  group.type(ayse.id, 'Hayır')
  await world.settle()
  expect(ayse.last).toContain('tercümana')
  await ayse.writes('Hayır')
  expect(ayse.last).toContain('Kimlerle görüşmek')
})
