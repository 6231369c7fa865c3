import { afterEach, expect, test } from 'vitest'
import { armed, type Armed } from '../support/armed.ts'
import { onTheRoad } from '../support/broadcasts.ts'
import { lastTable } from '../support/spreadsheets.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

async function onRoad() {
  const road = await onTheRoad(['tr', 'es'])
  world = road.world
  const [author] = await world.house.database.query<{ id: number }>(
    `select person_id::int as id from accounts where user_id = $1`,
    [road.zeynep.id],
  )
  return { ...road, authorId: author?.id ?? 0 }
}

async function sends(road: Awaited<ReturnType<typeof onRoad>>, given: Partial<Armed>): Promise<number> {
  const id = await armed(
    { ...world.house, clock: world.clock },
    {
      ...{ authorId: road.authorId, activityId: road.activityId, priority: 'important', texts: {} },
      ...given,
    },
  )
  await passes()
  return id
}

async function passes(): Promise<void> {
  await world.house.ticker.tick()
  await world.settle()
}

test('the log lists what was sent, the newest first; a card opens again, also for a colleague, and keeps up', async () => {
  const road = await onRoad()
  await sends(road, { texts: { tr: 'Otobüs 20:30', es: 'Autocar 20:30' } })
  await world.clockShows('2026-12-10T10:30:00+01:00[Europe/Madrid]')
  await sends(road, { texts: { tr: '=1+1', es: 'Cena' } })
  const selin = await world.coordinator('Selin Ak')
  await selin.writes('/broadcast')
  await selin.taps('📚 Gönderilen mesajlar')
  expect(selin.last).toMatch(/1\. 10 Ara Per 12:30[^]*=1\+1[^]*2\. 10 Ara Per 12:00[^]*Otobüs/)
  expect(selin.last).toContain('✅ 2 / 2')
  expect(selin.last).toContain('12:30 ✅ Gönderim tamamlandı')
  await selin.taps('2. Otobüs 20:30')
  expect(selin.last).toContain('✅ 2 kişiye ulaştı')
  expect(selin.last).toContain('👁 Gören: 0')
  await road.people[0]?.presses(
    road.people[0].holds('Gördüm'), // the newest one
  )
  await passes()
  const [first] = await world.house.database.query<{ id: number }>(
    'select id::int from broadcast_recipients order by id limit 1',
    [],
  )
  await road.people[0]?.presses({ messageId: 1, data: `b.seen:${first?.id ?? 0}` })
  await passes()
  expect(selin.last).toContain('👁 Gören: 1')
  await selin.taps('📊 Tablo olarak indir')
  await world.settle()
  expect(JSON.stringify(selin.phone.state().messages.at(-1))).toContain('gonderilen-mesajlar.xlsx')
  const [newest, oldest] = await lastTable(world, selin)
  expect(newest).toMatchObject({
    ...{ No: '2', Gönderen: 'Zeynep Kaya', Durum: '✅ Gönderim tamamlandı' },
    ...{
      'Gönderim zamanı': '2026-12-10 12:30',
      Kimlere: expect.stringContaining('· onaylananlar') as string,
    },
    ...{ Kişi: '2', Ulaşan: '2', Gören: '1', Diller: 'Türkçe ve Español' },
    // A text that begins like a formula stays a text.
    ...{ Türkçe: '=1+1', Español: 'Cena' },
  })
  expect(oldest).toMatchObject({ No: '1', Gören: '1', Türkçe: 'Otobüs 20:30', Español: 'Autocar 20:30' })
})

test('a partner sees the log of their own activities only; a participant none', async () => {
  const road = await onRoad()
  await sends(road, { texts: { tr: 'Otobüs 20:30', es: 'Autocar 20:30' } })
  const other = await world.coordinator('Jordi Pons', 'tr', 'OTHER-1')
  await other.writes('/broadcast')
  const key = other.holds('📚 Gönderilen mesajlar')
  await other.presses(key)
  expect(other.last).toContain('Henüz bir mesaj gönderilmedi.')
  expect(await other.presses({ ...key, data: `b.log:${road.activityId}:0` })).toBeDefined()
  expect(await road.people[0]?.presses(key)).toBeDefined()
  road.people[0]?.doesNotSee('📚')
})

test('to those in doubt it is sent again only by a tap that says what it may do', async () => {
  const road = await onRoad()
  const id = await sends(road, { texts: { tr: 'Otobüs 20:30', es: 'Autocar 20:30' } })
  const [ayse] = road.people
  await world.house.database.query(
    `update broadcast_recipients set state = 'in_doubt', message_id = null where broadcast_id = $1 and chat_id = $2`,
    [id, ayse?.id],
  )
  await world.house.database.query('update broadcasts set is_card_old = true', [])
  await passes()
  await road.zeynep.taps('❔ Kesin olmayanlara yeniden gönder')
  expect(road.zeynep.last).toContain('iki kez alabilir')
  expect(ayse?.texts.filter((text) => text.includes('20:30'))).toHaveLength(1)
  await road.zeynep.taps('🔁 Evet, yeniden gönder (1 kişi)')
  await passes()
  expect(ayse?.texts.filter((text) => text.includes('20:30'))).toHaveLength(2)
})
