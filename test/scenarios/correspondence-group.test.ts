import { afterEach, expect, test } from 'vitest'
import { onTheRoad } from '../support/broadcasts.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

/** An owner, a coordinator and three people on the road; the owner has brought the bot into a group with topics. */
async function begins(
  status: 'member' | 'administrator' = 'administrator',
  isForum = true,
  kind: 'group' | 'supergroup' = 'supergroup',
) {
  const road = await onTheRoad()
  world = road.world
  const [ayse, berk] = road.people
  if (!ayse || !berk) throw new Error('people are on the road')
  const oya = world.person('Oya Er', 'tr')
  const token = await world.house.database.transaction(() =>
    world.house.rooms.people.giving.invite('owner', null),
  )
  await oya.starts(`c_${token}`)
  const group = world.telegram.openGroup({ kind, title: 'Masa <BCN>', isForum })
  for (const person of [oya, road.zeynep, berk]) group.add(person.id)
  group.addBot(oya.id, status)
  await world.settle()
  const inGroup = () =>
    group.messages().flatMap(({ message }) => (message.from?.is_bot && message.text ? [message] : []))
  return { ...road, ayse, berk, oya, group, inGroup }
}

test('an owner says privately what a group is for; letters go to one topic for each participant, and answers back', async () => {
  const { zeynep, ayse, berk, oya, group, inGroup } = await begins()
  expect(oya.last).toContain('“Masa <BCN>”')
  expect(oya.last).toContain('4 üye')
  const bind = oya.holds('Barselona')
  expect(await berk.presses(bind)).toContain('sahip yetkisi')
  await oya.presses(bind)
  expect(oya.last).toContain('grubuna gidecek')

  await ayse.writes('Bavulum gelmedi')
  await ayse.writes('Kırmızı bir bavul')
  const cards = inGroup()
  expect(cards).toHaveLength(2)
  const topic = cards[0]?.message_thread_id ?? 0
  expect(cards.map(({ message_thread_id }) => message_thread_id)).toEqual([topic, topic])
  expect(cards[0]?.text).toContain('Yolcu Arslan')
  expect(cards[0]?.text).not.toContain('Otobüs')
  zeynep.doesNotSee('Bavulum gelmedi')

  group.typeInTopic(zeynep.id, topic, '// Oteli aradım')
  await world.settle()
  ayse.doesNotSee('Oteli aradım')
  group.typeInTopic(zeynep.id, topic, 'Bavul yolda')
  await world.settle()
  expect(ayse.last).toContain('Zeynep yazdı')
  expect(ayse.last).toContain('Bavul yolda')
  expect(inGroup()[0]?.text).toContain('✅ Zeynep yanıtladı')

  group.typeInTopic(berk.id, topic, 'Ben de yanıtlıyorum')
  await world.settle()
  ayse.doesNotSee('Ben de')
  expect(inGroup().at(-1)?.text).toMatch(/only|yalnızca/i)
  await berk.writes('Ben neredeyim?')
  expect(new Set(inGroup().map(({ message_thread_id }) => message_thread_id)).size).toBe(2)
})

test('the bot is put out: what waits and what comes goes to private chats, and the owner is told', async () => {
  const { zeynep, ayse, oya, group } = await begins()
  await oya.taps('Barselona')
  await ayse.writes('Birinci soru')
  zeynep.doesNotSee('Birinci soru')
  group.kickBot(oya.id)
  await world.settle()
  zeynep.sees('Birinci soru')
  expect(oya.texts.join()).toContain('artık yazamıyorum')
  await ayse.writes('İkinci soru')
  zeynep.sees('İkinci soru')
})

test('without the right to manage topics letters go to private chats, and the owner is told', async () => {
  const { zeynep, ayse, oya } = await begins('member')
  await oya.taps('Barselona')
  await ayse.writes('Soru')
  zeynep.sees('Soru')
  expect(oya.texts.filter((text) => text.includes('artık yazamıyorum'))).toHaveLength(1)
})

test('a group without topics is none for letters', async () => {
  const { oya } = await begins('administrator', false)
  expect(oya.last).toContain('konular kapalı')
})

const topics = (groupId: number) =>
  world.house.database.query<Record<string, unknown>>(
    'select topic_id::int as id, closed_at is not null as closed from forum_topics where chat_id = $1 order by thread_id',
    [String(groupId)],
  )

/** Somebody in the group deletes a topic. */
async function deletesTopic(chatId: number, topic: number): Promise<void> {
  const url = `${world.telegram.root}/bot700:story/deleteForumTopic`
  const body = JSON.stringify({ chat_id: chatId, message_thread_id: topic })
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}

test('a topic that somebody has deleted is made anew once, and the letter comes again', async () => {
  const { ayse, oya, zeynep, group, inGroup } = await begins()
  await oya.taps('Barselona')
  await ayse.writes('Birinci soru')
  const former = Number((await topics(group.id))[0]?.['id'])
  await deletesTopic(group.id, former)
  await ayse.writes('İkinci soru')
  const now = Number((await topics(group.id))[0]?.['id'])
  expect(now).not.toBe(former)
  expect(inGroup().map(({ message_thread_id }) => message_thread_id)).toEqual([now, now])
  zeynep.doesNotSee('İkinci soru')
  oya.doesNotSee('artık yazamıyorum')
})

test('the bot is made an ordinary member: the owner and the coordinators are told, and letters go to private chats', async () => {
  const { ayse, oya, zeynep, berk, group } = await begins()
  await oya.taps('Barselona')
  await ayse.writes('Birinci soru')
  group.addBot(berk.id, 'member')
  await world.settle()
  zeynep.sees('Birinci soru')
  for (const person of [oya, zeynep]) person.sees('artık yazamıyorum')
})

test('a group that has become a supergroup is found under its new number, even where nobody has said so', async () => {
  const { ayse, oya, zeynep, group } = await begins('administrator', true, 'group')
  await oya.taps('Barselona')
  const supergroup = group.migrate()
  await world.settle()
  // As a restored backup knows it; and the bot has been asked about the new one meanwhile.
  await world.house.database.query('update forum_groups set chat_id = $1', [String(group.id)])
  await world.house.database.query(
    `insert into forum_groups (chat_id, title, state, owner_id, updated_at)
     select $1::bigint, title, 'asked', owner_id, updated_at from forum_groups`,
    [String(supergroup.id)],
  )
  await ayse.writes('Bavulum gelmedi')
  const cards = supergroup.messages().filter(({ message }) => message.text?.includes('Bavulum gelmedi'))
  expect(cards).toHaveLength(1)
  expect(cards[0]?.message.message_thread_id).toBe(Number((await topics(supergroup.id))[0]?.['id']))
  zeynep.doesNotSee('Bavulum gelmedi')
  oya.doesNotSee('artık yazamıyorum')
  expect(await world.house.database.query('select state from forum_groups', [])).toEqual([{ state: 'bound' }])
})

test('a topic is closed once the application has ended, and open again with the next letter', async () => {
  const { ayse, oya, zeynep, group } = await begins()
  await oya.taps('Barselona')
  await ayse.writes('Soru')
  const [topic] = await topics(group.id)
  group.typeInTopic(zeynep.id, Number(topic?.['id']), 'Yanıt')
  await world.settle()
  await world.house.database.query(`update applications set state = 'withdrawn' where id = $1`, [
    String(ayse.applicationId),
  ])
  await world.clockShows('2026-12-11T12:00[Europe/Istanbul]')
  expect(await topics(group.id)).toEqual([{ ...topic, closed: true }])
  expect(group.messages().at(-1)?.message).toHaveProperty('forum_topic_closed')
  await world.house.database.query(`update applications set state = 'approved' where id = $1`, [
    String(ayse.applicationId),
  ])
  await ayse.writes('Bir soru daha')
  expect(await topics(group.id)).toEqual([topic])
})

test('whoever is erased is erased in the group as well', async () => {
  const { ayse, oya, group, inGroup } = await begins()
  await oya.taps('Barselona')
  await ayse.writes('Bavulum gelmedi')
  await ayse.writes('/privacy')
  await ayse.taps('sil')
  await ayse.taps('sil')
  await world.settle()
  expect(await topics(group.id)).toEqual([])
  expect(inGroup()).toEqual([])
})

test('two accounts of one person: what they have written becomes one thread', async () => {
  const { ayse, berk, zeynep } = await begins()
  await ayse.writes('Birinci soru')
  await berk.writes('İkinci soru')
  const { database, rooms } = world.house
  const persons = await database.query<{ id: number }>(
    'select person_id::int as id from threads order by id',
    [],
  )
  const [from = 0, to = 0] = persons.map(({ id }) => id)
  await database.transaction(() => rooms.correspondence.handOver(from, to))
  const rows = await database.query(
    'select count(distinct thread_id)::int as threads, count(*)::int as letters from letters',
    [],
  )
  expect(rows).toEqual([{ threads: 1, letters: 2 }])
  await zeynep.taps('Yanıtla')
  await zeynep.writes('İkinize de yanıt')
  expect(berk.last).toContain('İkinize de yanıt')
})

test('a group that becomes a supergroup keeps what it is for', async () => {
  const { group } = await begins()
  const { id } = group.migrate()
  await world.settle()
  const rows = await world.house.database.query('select chat_id::text as id, state from forum_groups', [])
  expect(rows).toEqual([{ id: String(id), state: 'asked' }])
})
