import { afterEach, expect, test } from 'vitest'
import { exportsNoted } from '../support/exports-noted.ts'
import { onTheRoad } from '../support/broadcasts.ts'
import { firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { lastTable } from '../support/spreadsheets.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

async function begins(...given: Parameters<typeof onTheRoad>) {
  const road = await onTheRoad(...given)
  world = road.world
  const [ayse, berk, carlos] = road.people
  if (!ayse || !berk || !carlos) throw new Error('three people are on the road')
  return { ...road, ayse, berk, carlos }
}

const at = (time: string) => world.clockShows(`2026-12-10T${time}+01:00[Europe/Madrid]`)

/** The ready-made roll-call, which asks for an answer and goes at any hour. */
async function asksWhetherSafe(zeynep: Person): Promise<void> {
  await zeynep.writes('/broadcast')
  await zeynep.taps('📄 Hazır mesajlar')
  await zeynep.taps('Güvende misiniz')
  await zeynep.taps('Barselona')
  await zeynep.taps('Tamam (3 kişi)')
  await zeynep.taps('📣 Gönder (3 kişi)')
  await at('10:01:00')
}

test('whoever is safe says so in one tap, and the card counts it', async () => {
  const { zeynep, ayse, carlos } = await begins()
  await asksWhetherSafe(zeynep)
  await ayse.taps('Güvendeyim')
  await carlos.taps('Estoy')
  await world.house.ticker.tick()
  await world.settle()
  expect(zeynep.last).toContain('✅ 3 kişiye ulaştı')
  expect(zeynep.last).toContain('yanıt beklenen: 1')
  expect(zeynep.last).toMatch(/Güvendeyim: 2/)
  expect(ayse.buttons.join()).toContain('☑️')
  // Its button on another message: the card stands below as it was, so that a note has to say something.
  expect(await zeynep.presses({ messageId: 1, data: 'b.card:1' })).toBe('Şu anki durum bu.')
})

test('whoever needs help rings the coordinators, once, with name and phone', async () => {
  const { zeynep, ayse } = await begins()
  await world.house.database.query(
    `update persons set phone = '+905321112233' where given_names = 'Yolcu' and surname = 'Arslan'`,
    [],
  )
  await asksWhetherSafe(zeynep)
  const help = ayse.holds('Yardıma')
  await ayse.presses(help)
  await ayse.presses(help)
  const calls = zeynep.texts.filter((text) => text.includes('Yardım istiyor'))
  expect(calls).toHaveLength(1)
  expect(calls[0]).toContain('Yolcu Arslan')
  expect(calls[0]).toContain('+90 532 111 22 33')
})

test('an answer can be changed; a forwarded button changes nothing', async () => {
  const { zeynep, ayse, berk } = await begins()
  await asksWhetherSafe(zeynep)
  const safe = ayse.holds('Güvendeyim')
  await ayse.taps('Güvendeyim')
  await ayse.taps('Yardıma')
  expect(await berk.presses(safe)).toContain('artık')
  const rows = await world.house.database.query<{ answer: number | null }>(
    'select answer from broadcast_recipients order by id',
    [],
  )
  expect(rows.map(({ answer }) => answer)).toEqual([1, null, null])
})

test('only the silent are asked again, by a tap and by itself, and then she gets their numbers', async () => {
  const { zeynep, ayse, berk, carlos } = await begins()
  await asksWhetherSafe(zeynep)
  await ayse.taps('Güvendeyim')
  await berk.taps('Güvendeyim')
  const count = (person: Person) => person.texts.filter((text) => text.includes('🔔')).length
  await world.house.database.query('update broadcast_recipients set ask_again_at = null', [])
  await world.house.ticker.tick()
  await world.settle()
  await zeynep.taps('🔔 Yanıt vermeyen 1 kişiye')
  expect([count(ayse), count(berk), count(carlos)]).toEqual([0, 0, 1])
  expect(await zeynep.taps('🔔 Yanıt vermeyen 1 kişiye')).toContain('az önce')
  expect(count(carlos)).toBe(1)
})

test('asked twice by itself, the third time their names go to the coordinator', async () => {
  const { zeynep, ayse, berk, carlos } = await begins(['tr', 'tr', 'tr'])
  await zeynep.writes('/broadcast')
  await zeynep.writes('{ad}, otobüs 20:30’da')
  await zeynep.taps('Barselona')
  await zeynep.taps('Tamam (3 kişi)')
  await zeynep.taps('✎ Önem')
  await zeynep.taps('Önemli')
  await zeynep.taps('✎ Yeniden sorma')
  await zeynep.taps('10')
  await zeynep.taps('📣 Gönder (3 kişi)')
  await at('10:01:00')
  await ayse.taps('Gördüm')
  await berk.taps('Gördüm')
  const asked = () => carlos.texts.filter((text) => text.includes('🔔')).length
  await at('10:09:00')
  expect(asked()).toBe(0)
  await at('10:11:00')
  expect(asked()).toBe(1)
  expect(carlos.last).toContain('Yolcu Costa, otobüs 20:30’da')
  await at('10:21:00')
  expect(asked()).toBe(2)
  await at('10:31:00')
  expect(asked()).toBe(2)
  expect(zeynep.last).toContain('Henüz yanıt vermeyenler (1)')
  expect(zeynep.last).toContain('Yolcu Costa')
  expect(ayse.texts.filter((text) => text.includes('🔔'))).toHaveLength(0)
})

test('who was not reached stands on the card by name, and the table has everybody', async () => {
  const { zeynep, ayse, berk } = await begins()
  await firm(world)
  // Whoever takes part for a firm is named with it, also where they are no member of it.
  await world.house.database.query(
    `update applications set firm_id = (select max(id) from firms) where id in ($1, $2)`,
    [ayse.applicationId, berk.applicationId],
  )
  await berk.does((phone) => phone.block())
  await asksWhetherSafe(zeynep)
  await world.house.ticker.tick()
  await world.settle()
  expect(zeynep.last).toContain('🚫 1 kişi botu engellemiş')
  await zeynep.taps('📞 Ulaşılamayanlar (1)')
  expect(zeynep.last).toContain('Yolcu Bulut · Çelik Dış Ticaret A.Ş.')
  await zeynep.taps('‹ Gönderime dön')
  await zeynep.taps('📊 Tablo')
  await world.settle()
  expect(await lastTable(world, zeynep)).toMatchObject([
    { 'Ad soyad': 'Yolcu Arslan', Firma: 'Çelik Dış Ticaret A.Ş.', Dil: 'tr', Durum: 'ulaştı' },
    { 'Ad soyad': 'Yolcu Bulut', Firma: 'Çelik Dış Ticaret A.Ş.', Durum: 'botu engellemiş' },
    { 'Ad soyad': 'Yolcu Costa', Dil: 'es', Durum: 'ulaştı' },
  ])
  expect(await exportsNoted(world)).toEqual([expect.stringMatching(/^deliveries: .*Bulut/)])
})
