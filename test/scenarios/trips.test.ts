import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies, begins, reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  ayse = world.person('Ayşe Yılmaz')
  await ayse.starts()
})
afterEach(() => world.close())

test('many activities with long names still fit into one message and its buttons', async () => {
  for (let number = 10; number < 60; number += 1)
    await delegation(world, {
      code: `LONG${number}`,
      title: { tr: `${number} ${'Uzun faaliyet adı '.repeat(6)}` },
    })
  await ayse.writes('/trips')
  expect(ayse.last).toContain('Açık faaliyetler')
  expect(ayse.last.length).toBeLessThanOrEqual(4096)
  const zeynep = await world.coordinator('Zeynep Kaya')
  await zeynep.writes('/desk')
  expect(zeynep.last).toContain('Koordinatör masası')
})

test('the longest answers there can be fit into summary, receipt and card', async () => {
  await delegation(world, { title: { tr: 'Ağ '.repeat(60) }, description: { tr: '<&> '.repeat(400) } })
  const zeynep = await world.coordinator('Zeynep Kaya')
  await firm(world)
  await reaches(ayse, 'name')
  await ayse.writes(`${'Ayşegül '.repeat(6)} ${'Yılmazoğlu'.repeat(6)}`)
  await ayse.taps('✔ ')
  await ayse.writes('<&>ö'.repeat(20))
  await ayse.sharesOwnContact()
  await ayse.writes(`${'a'.repeat(60)}@${'b'.repeat(60)}.com`)
  await ayse.writes('Türkçe, İngilizce, Almanca, İspanyolca, Fransızca')
  await ayse.taps('Evet')
  await ayse.writes('<&>ö'.repeat(100))
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
  zeynep.sees('BCN26-0001')
})

test('one’s applications, where each stands, and the way back out', async () => {
  await delegation(world, { capacity: 1 })
  await firm(world)
  const zeynep = await world.coordinator('Zeynep Kaya')
  await applies(ayse)
  await ayse.writes('/trips')
  expect(ayse.last).toContain('değerlendirmede · BCN26-0001')
  expect(ayse.last).toContain('1 yer kaldı')
  expect(ayse.last).toContain('18 gün sonra kapanıyor')
  await zeynep.taps('Onayla')
  await ayse.writes('/trips')
  expect(ayse.last).toContain('onaylandı · BCN26-0001')
  expect(ayse.last).toContain('Yerler dolu')
  await ayse.taps('Barselona')
  const withdraw = ayse.holds('Başvuruyu geri çek')
  await ayse.taps('Başvuruyu geri çek')
  const yes = ayse.holds('Evet, geri çekiyorum')
  await Promise.all([ayse.presses(yes), ayse.presses(yes)])
  expect(ayse.texts.filter((text) => text.includes('Başvurunuz geri çekildi'))).toHaveLength(1)
  expect(zeynep.texts.filter((text) => text.includes('başvurusunu geri çekti'))).toHaveLength(1)
  await ayse.presses(withdraw)
  expect(await ayse.presses(yes)).toBe('Başvurunuz geri çekildi.')
})

test('once the trip has begun nobody withdraws with a tap', async () => {
  await delegation(world)
  await firm(world)
  await applies(ayse)
  await ayse.writes('/trips')
  await ayse.taps('Barselona')
  await ayse.taps('Başvuruyu geri çek')
  await world.clockShows('2026-12-10T09:00[Europe/Madrid]')
  expect(await ayse.taps('Evet, geri çekiyorum')).toContain('artık buradan geri çekilemez')
})

test('the card says until when, what it costs and whom to ask, and says the kind only once', async () => {
  const changes = {
    title: { tr: 'Barselona ticaret heyeti' },
    workingLanguage: null,
    details: {
      fee: { tr: 'Kişi başı 900 avro' },
      dutyPhone: '+905321234567',
      fundingNotice: { en: 'Funded by the European Union.', tr: 'AB tarafından finanse edilmektedir.' },
    },
  }
  await delegation(world, changes)
  await ayse.starts('t_BCN26')
  expect(ayse.last).toContain(
    'Son başvuru: 20 Kasım 2026, 18:00 (İstanbul saatiyle) – 18 gün sonra kapanıyor',
  )
  expect(ayse.last).toContain('Kişi başı 900 avro')
  expect(ayse.last).toMatch(/AB tarafından finanse edilmektedir\.$/)
  expect(ayse.last).toContain('Sorularınız için: +90 532 123 45 67')
  expect(ayse.last).not.toContain('Ticaret heyeti')
})

test.each([
  ['tr', '20 Kasım 2026, 18:00 (İstanbul saatiyle) · 16:00 (Madrid saatiyle) – 18 gün sonra kapanıyor'],
  ['en', '20 November 2026, 18:00 (Istanbul time) · 16:00 (Madrid time) – closes in 18 days'],
  [
    'es',
    'hasta el 20 de noviembre de 2026, 18:00 (hora de Estambul) · 16:00 (hora de Madrid) – cierra dentro',
  ],
  [
    'fr',
    'jusqu’au 20 novembre 2026, 18:00 (Istanbul, heure locale) · 16:00 (Madrid, heure locale) – clôture',
  ],
] as const)('whoever lives by another clock reads the last hour by both: %s', async (language, until) => {
  await delegation(world)
  await firm(world)
  const lucia = world.person('Lucía Ferrer', language)
  await applies(lucia, { language })
  await world.house.database.query(`update persons set home_zone = 'Europe/Madrid'`, [])
  await lucia.writes('/trips')
  expect(lucia.last).toContain(until)
  await lucia.taps('Bar')
  expect(lucia.last).toContain(until)
})

test('an hour after midnight is the day before for whoever lives further west', async () => {
  await delegation(world, {
    applicationsCloseAt: Temporal.ZonedDateTime.from('2026-11-20T00:30[Europe/Istanbul]').toInstant(),
  })
  await firm(world)
  const emma = world.person('Emma Wilson', 'en')
  await applies(emma, { language: 'en' })
  await world.house.database.query(`update persons set home_zone = 'Europe/London'`, [])
  await emma.writes('/trips')
  expect(emma.last).toContain('20 November 2026, 00:30 (Istanbul time) · Thu 19 Nov 21:30 (London time)')
})

test('of several drafts the home card says which each button goes on with', async () => {
  await delegation(world)
  await delegation(world, { code: 'LYS27', title: { tr: 'Lyon heyeti' } })
  await firm(world)
  await reaches(ayse, 'phone')
  await ayse.writes('⏸ Ara ver')
  await ayse.writes('/start')
  expect(ayse.buttons).toContain('▶️ Başvuruya devam et')
  await begins(ayse, { code: 'LYS27' })
  await ayse.taps('Ara ver')
  await ayse.writes('/start')
  const goesOn = ayse.buttons.filter((label) => label.startsWith('▶️'))
  expect(goesOn.slice(-2).toSorted()).toEqual([
    '▶️ Devam et: Barselona Raylı Sistemler Heyeti',
    '▶️ Devam et: Lyon heyeti',
  ])
})

test('a pause is one message, and the list leads back to where it was', async () => {
  await delegation(world)
  await firm(world)
  await reaches(ayse, 'phone')
  const before = ayse.texts.length
  await ayse.writes('⏸ Ara ver')
  expect(ayse.texts).toHaveLength(before + 1)
  await ayse.writes('/trips')
  await ayse.taps('Başvuruya devam et')
  expect(ayse.last).toContain('Cep telefonunuz?')
})
