import { afterEach, expect, test } from 'vitest'
import { onTheRoad } from '../support/broadcasts.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

/** An owner, a coordinator and three people on the road; the owner has brought the bot into a group with topics. */
async function begins(status: 'member' | 'administrator' = 'administrator', isForum = true) {
  const road = await onTheRoad()
  world = road.world
  const [ayse, berk] = road.people
  if (!ayse || !berk) throw new Error('people are on the road')
  const oya = world.person('Oya Er', 'tr')
  const token = await world.house.database.transaction(() =>
    world.house.rooms.people.giving.invite('owner', null),
  )
  await oya.starts(`c_${token}`)
  const group = world.telegram.openGroup({ kind: 'supergroup', title: 'Masa <BCN>', isForum })
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
  expect(ayse.last).toContain('Zeynep yanıtladı')
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
