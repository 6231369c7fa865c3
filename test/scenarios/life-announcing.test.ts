import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applicants, opensCard, statesIn } from '../support/life.ts'
import { participant } from '../support/participant.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

async function opensList(tab: string): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps(tab)
}

/** Decides on the card of one of them for later. */
async function keeps(row: string, ...taps: string[]): Promise<void> {
  await opensCard(zeynep, 'Yeni', row)
  await zeynep.taps('Karar ver, sonra duyur')
  for (const tap of taps) await zeynep.taps(tap)
}

const untouched = (...people: Person[]) => {
  for (const person of people) expect(person.last).not.toMatch(/onaylandı|yedek liste|kabul edilemedi/)
}

describe('decisions that are kept', () => {
  test('are seen by coordinators only, counted against the seats, and announced together: no seat and left out are named', async () => {
    const [ayse, kemal, omer, derya] = await applicants(
      world,
      { capacity: 1 },
      ...(['Ayşe Yılmaz', 'Kemal Er', 'Ömer Tan', 'Derya Can'] as const),
    )
    await keeps('Ayşe', 'Onay, sonra duyur')
    zeynep.sees('Karar hazır, henüz duyurulmadı: onay – Zeynep Kaya')
    await keeps('Kemal', 'Onay, sonra duyur')
    await keeps('Ömer', 'Ret, sonra duyur', 'Gerekçesiz')
    await keeps('Derya', 'Yedek liste, sonra duyur')
    await zeynep.taps('Hazır kararı geri al')
    expect(zeynep.last).not.toContain('Karar hazır')
    await zeynep.taps('Karar ver, sonra duyur')
    await zeynep.taps('Yedek liste, sonra duyur')
    untouched(ayse, kemal, omer, derya)
    expect(await statesIn(world)).toEqual(['submitted', 'submitted', 'submitted', 'submitted'])
    await derya.writes('/trips')
    await derya.taps('Barselona')
    await derya.taps('Başvuruyu geri çek')
    await derya.taps('geri çek')
    await opensList('Yeni')
    expect(zeynep.last).toContain('📌✅ Ayşe Yılmaz')
    await zeynep.taps('Duyurulacak kararlar: 3')
    expect(zeynep.last).toContain('✅ Onay: 2\n❌ Ret: 1\n⏭ Bu arada başvurusunu geri çeken: 1')
    expect(zeynep.last).toContain('Kontenjan: 1 – şimdi dolu 0, duyurudan sonra 2')
    expect(zeynep.last).toContain('Kontenjandan 1 fazla')
    await zeynep.taps('Şimdi duyur (3)')
    const yes = zeynep.holds('Evet, duyur')
    untouched(ayse, kemal, omer)
    await zeynep.presses(yes)
    expect(zeynep.last).toContain('4 karar duyuruldu')
    expect(zeynep.last).toContain('Durumu değişmiş, dışarıda bırakıldı: 1\n• Derya Can')
    expect(zeynep.last).toContain('Yer kalmadığı için yedek listede: 1\n• Kemal Er')
    ayse.sees('onaylandı')
    kemal.sees('tüm yerler dolu')
    omer.sees('kabul edilemedi')
    expect(await statesIn(world)).toEqual(['approved', 'waitlisted', 'rejected', 'withdrawn'])
    const calls = world.calls.length
    expect(await zeynep.presses(yes)).toContain('Duyurulacak karar kalmamış')
    expect(world.calls.slice(calls).filter(({ method }) => method === 'sendMessage')).toHaveLength(0)
  })

  test('are announced at a chosen moment by the activity’s clock, many in steps, through a restart; planned ones can be called off', async () => {
    await applicants(world, { capacity: 40, perFirm: null }, 'Ayşe Yılmaz')
    const { somebody } = await participant(world, 1, 'Ada Nr', { state: 'submitted' })
    // Many more whom nobody can reach here.
    await world.house.database.query(
      `with somebody as (insert into persons (given_names, surname, created_at)
         select 'Nr', at::text, $1 from generate_series(1, 21) at returning id)
       insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
       select 1, id, 'submitted', 2 + row_number() over (order by id), $1, $1, $1 from somebody`,
      [world.clock.now().toString()],
    )
    await opensList('Yeni')
    await zeynep.taps('Birden çok başvuruya karar ver')
    for (let page = 0; page < 3; page += 1) {
      await zeynep.taps('Bu sayfanın tümü')
      if (page < 2) await zeynep.taps('Devam ›')
    }
    expect(zeynep.last).toContain('Seçilen: 23')
    const first = zeynep.holds('☑️ 0023')
    await zeynep.presses(first)
    await zeynep.presses(first)
    await zeynep.taps('Karar ver: 23 başvuru')
    await zeynep.taps('📌 Onay, sonra duyur')
    expect(zeynep.last).toContain('23 başvuru. Emin misiniz?')
    const yes = zeynep.holds('Evet, 23 başvuru için')
    await zeynep.presses(yes)
    expect(zeynep.last).toContain('✅ Onay: 23')
    expect(await zeynep.presses(yes)).toContain('Seçili başvuru yok')
    await zeynep.taps('Duyurulacak kararlar')
    await zeynep.taps('Zamanını seç')
    await zeynep.taps('3 Kasım')
    expect(zeynep.last).toContain('Duyuru zamanı: 3 Kasım 2026, 10:00 (Barselona saatiyle)')
    await zeynep.taps('Planlanan duyuruyu iptal et')
    await zeynep.taps('Zamanını seç')
    await zeynep.taps('Başka bir zaman')
    await zeynep.writes('dün 10:00')
    await zeynep.writes('3 Kasım 11:00')
    expect(zeynep.last).toContain('3 Kasım 2026, 11:00')
    await world.clockShows('2026-11-03T10:30[Europe/Madrid]')
    expect(new Set(await statesIn(world))).toEqual(new Set(['submitted']))
    await world.deploys()
    await world.clockShows('2026-11-03T11:01[Europe/Madrid]')
    expect(new Set(await statesIn(world))).toEqual(new Set(['approved']))
    expect(zeynep.last).toContain('23 karar duyuruldu')
    expect(zeynep.last).toContain('Buradan ulaşılamadı, lütfen siz bildiriniz: 21')
    expect(somebody.texts.filter((text) => text.includes('Your application has been approved'))).toHaveLength(
      1,
    )
    expect(await world.house.database.sql`select 1 from staged_decisions`).toHaveLength(0)
    expect(await world.house.database.sql`select 1 from announcements`).toHaveLength(0)
  })
})

test('a reason in one’s own words, for one and for several, is kept with the decision and goes out as it was written', async () => {
  const [ayse, kemal, omer] = await applicants(world, {}, 'Ayşe Yılmaz', 'Kemal Er', 'Ömer Tan')
  await keeps('Ayşe', 'Ret, sonra duyur', 'Kendim yazayım')
  await zeynep.writes('az')
  expect(zeynep.texts.at(-2)).toContain('⚠️')
  expect(zeynep.last).toContain('Ayşe Yılmaz için ret gerekçesini yazınız')
  await zeynep.writes('Bu heyet kompozit üreticileri içindir.')
  expect(zeynep.last).toContain('Ayşe Yılmaz: karar hazır, henüz kimseye bildirilmedi')
  await opensCard(zeynep, 'Yeni', 'Ayşe')
  expect(zeynep.last).toContain('ret (Bu heyet kompozit üreticileri içindir.)')

  await opensList('Yeni')
  await zeynep.taps('Birden çok başvuruya karar ver')
  await zeynep.taps('▫️ 0002')
  await zeynep.taps('▫️ 0003')
  await zeynep.taps('Karar ver: 2 başvuru')
  expect(zeynep.last).toContain('• Kemal Er\n• Ömer Tan')
  await zeynep.taps('Reddet ve bildir')
  await zeynep.taps('Kendim yazayım')
  expect(zeynep.last).toContain('Seçilen 2 başvuru için ret gerekçesini yazınız')
  await world.deploys()
  await zeynep.writes('Mayıstaki çalıştaya bekleriz.')
  expect(zeynep.last).toContain('❌ Ret: 2')
  untouched(ayse, kemal, omer)
  await zeynep.taps('Duyurulacak kararlar')
  await zeynep.taps('Şimdi duyur (3)')
  await zeynep.taps('Evet, duyur')
  ayse.sees('Bu heyet kompozit üreticileri içindir.')
  kemal.sees('Mayıstaki çalıştaya bekleriz.')
  omer.sees('Mayıstaki çalıştaya bekleriz.')
})

test('several are decided at once, each on its own, and a card that stands open says so', async () => {
  const derya = await world.coordinator('Derya Can')
  const [ayse, kemal] = await applicants(world, { capacity: 1 }, 'Ayşe Yılmaz', 'Kemal Er')
  await opensList('Yeni')
  await zeynep.taps('Birden çok başvuruya karar ver')
  await zeynep.taps('▫️ 0001')
  await zeynep.taps('▫️ 0002')
  await zeynep.taps('Karar ver: 2 başvuru')
  await derya.presses(derya.holds('Reddet'))
  await zeynep.taps('Onayla ve bildir')
  expect(zeynep.last).toContain('✅ Onay: 1\n💺 Yer kalmadığı için yedek listede: 1\n• Kemal Er')
  ayse.sees('onaylandı')
  kemal.sees('yedek liste')
  derya.sees('yedek listede')
})
