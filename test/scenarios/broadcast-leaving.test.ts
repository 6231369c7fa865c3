import { afterEach, describe, expect, test } from 'vitest'
import { newestBroadcast, onTheRoad } from '../support/broadcasts.ts'
import type { Person } from '../support/person.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

async function begins(...given: Parameters<typeof onTheRoad>) {
  const road = await onTheRoad(...given)
  world = road.world
  return road
}

async function sends(zeynep: Person, text: string, people: number): Promise<void> {
  await zeynep.writes('/broadcast')
  await zeynep.writes(text)
  await zeynep.taps('Barselona')
  await zeynep.taps(`Tamam (${people} kişi)`)
  if (zeynep.buttons.includes(`📣 Gönder (${people} kişi)`)) await zeynep.taps(`📣 Gönder (${people} kişi)`)
}

describe('from the last tap', () => {
  test('it arrives with everybody after 20 seconds, each with their own bus', async () => {
    const { zeynep, people } = await begins(['tr', 'tr'])
    await sends(zeynep, 'Otobüsünüz: {otobüs}', 2)
    expect(zeynep.last).toContain('20 saniye sonra gönderiliyor')
    people[0]?.doesNotSee('Otobüsünüz')
    await world.clockShows('2026-12-10T10:00:30+01:00[Europe/Madrid]')
    people[0]?.sees('Otobüsünüz: 1')
    people[1]?.sees('Otobüsünüz: 2')
  })

  test('at night the card says at once who gets it in the morning', async () => {
    const { zeynep, people } = await begins(['tr', 'tr'], {
      now: '2026-12-10T23:00:00+01:00[Europe/Madrid]',
    })
    await sends(zeynep, 'Yarın 08:30 lobi', 2)
    await world.clockShows('2026-12-10T23:00:30+01:00[Europe/Madrid]')
    people[0]?.doesNotSee('08:30')
    expect(zeynep.last).toContain('🌙 Kalanlar sabahı bekliyor')
    expect(zeynep.last).toContain('🌙 2 kişi sabahı bekliyor')
    expect(zeynep.last).not.toContain('sn kaldı')
    await world.clockShows('2026-12-11T08:01:00+01:00[Europe/Madrid]')
    people[0]?.sees('08:30')
    expect(zeynep.last).toContain('Gönderim tamamlandı')
  })

  test('undone in time nobody gets it, and its words can be mended and sent', async () => {
    const { zeynep, people } = await begins(['tr'])
    await sends(zeynep, 'Otobüs 20:03', 1)
    const undo = zeynep.holds('Geri al')
    expect(await people[0]?.presses(undo)).toBeDefined()
    await zeynep.presses(undo)
    expect(zeynep.last).toContain('Geri alındı; kimseye gitmedi.')
    await world.clockShows('2026-12-10T10:01:00+01:00[Europe/Madrid]')
    people[0]?.doesNotSee('20:03')
    await zeynep.taps('Mesaja dön')
    await zeynep.taps('✎ Türkçe')
    await zeynep.writes('Otobüs 20:30')
    await zeynep.taps('📣 Gönder (1 kişi)')
    await world.clockShows('2026-12-10T10:02:00+01:00[Europe/Madrid]')
    people[0]?.sees('Otobüs 20:30')
    expect(await zeynep.presses(undo)).toBeDefined()
  })

  test('scheduled it leaves at its hour, by the clock of the city', async () => {
    const { zeynep, people } = await begins(['tr'])
    await zeynep.writes('/broadcast')
    await zeynep.writes('Günaydın')
    await zeynep.taps('Barselona')
    await zeynep.taps('Tamam (1 kişi)')
    await zeynep.taps('✎ Ne zaman')
    await zeynep.writes('18.00')
    await zeynep.taps('🕐 Zamanla (1 kişi)')
    expect(zeynep.last).toContain('18:00 (Barselona) · 20:00 (İstanbul)')
    await world.clockShows('2026-12-10T17:59:00+01:00[Europe/Madrid]')
    people[0]?.doesNotSee('Günaydın')
    await world.clockShows('2026-12-10T18:00:30+01:00[Europe/Madrid]')
    people[0]?.sees('Günaydın')
  })
})

describe('what keeps it from leaving', () => {
  test('a field that is empty for somebody names them; they can be left out', async () => {
    const { zeynep, people } = await begins(['tr', 'tr'])
    await sends(zeynep, 'Odanız: {oda}', 2)
    await zeynep.taps('2 kişi için alan boş')
    expect(zeynep.last).toContain('Yolcu Arslan: {room}')
    await zeynep.taps('Geri')
    await zeynep.taps('✎ Türkçe')
    await zeynep.writes('Uçuşunuz: {otobüs}')
    await world.house.database.query(`update participant_details set bus = null where application_id = $1`, [
      people[1]?.applicationId,
    ])
    await zeynep.taps('Önizle')
    zeynep.sees('Uçuşunuz: 1')
    await zeynep.taps('1 kişi için alan boş')
    expect(zeynep.last).toContain('Yolcu Bulut: {bus}')
    await zeynep.taps('Bu kişileri dışarıda bırak')
    await zeynep.taps('📣 Gönder (1 kişi)')
    await world.clockShows('2026-12-10T10:01:00+01:00[Europe/Madrid]')
    people[0]?.sees('Uçuşunuz: 1')
    people[1]?.doesNotSee('Uçuşunuz')
  })

  test('a text that is too long once it is filled', async () => {
    const { zeynep } = await begins(['tr'])
    await sends(zeynep, 'x'.repeat(4000), 1)
    expect(zeynep.last).toContain('en çok 3.596')
    await zeynep.taps('📣 Gönder (1 kişi)')
    expect(await newestBroadcast(world)).toMatchObject({ state: 'draft' })
    await zeynep.taps('Önizle')
    zeynep.sees('⚠️ Metin 4.000 karakter; en çok 3.596 olabilir.')
  })

  test('who has blocked the bot, or has never written, is counted and named with phone before', async () => {
    const { zeynep, people } = await begins(['tr', 'tr', 'tr'])
    await people[1]?.does((phone) => phone.block())
    await world.house.database.query(`update persons set phone = '+905321112233' where surname = 'Bulut'`, [])
    await world.house.database.query(`delete from accounts where user_id = $1`, [people[2]?.id])
    await zeynep.writes('/broadcast')
    await zeynep.writes('Merhaba')
    await zeynep.taps('Barselona')
    await zeynep.taps('Tamam (3 kişi)')
    expect(zeynep.last).toContain('📵 2 kişiye ulaşılamıyor')
    const list = zeynep.holds('📵 Ulaşılamayan 2 kişi')
    await zeynep.presses(list)
    zeynep.sees('Yolcu Bulut: +90 532 111 22 33 (botu engellemiş)')
    zeynep.sees('Yolcu Costa: telefon bilinmiyor (bota hiç yazmamış)')
    expect(zeynep.last).toContain('Göndermeden önce')
    expect(await people[0]?.presses(list)).toContain('yetkiniz yok')
  })
})
