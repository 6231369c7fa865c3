import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  await firm(world)
  await delegation(world)
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

/** Blocks the bot, and Telegram's word of it is lost: the bot learns it only when it writes. */
async function blocksUnnoticed(person: Person): Promise<void> {
  await person.does((phone) => phone.block())
  await world.house.database.sql`update accounts set is_reachable = true where user_id = ${person.id}`
}

const count = (person: Person, words: string) => person.texts.filter((text) => text.includes(words)).length

test('an approval that does not arrive is not told: the coordinator learns it, the person hears it when back', async () => {
  const omer = world.person('Ömer Güneş')
  await applies(omer)
  await blocksUnnoticed(omer)
  expect(await zeynep.taps('Onayla')).toBe('✅ Ömer Güneş onaylandı, kendisine bildirildi.')
  omer.doesNotSee('Başvurunuz onaylandı')
  expect(zeynep.last).toContain('Ömer')
  expect(zeynep.last).toContain('Henüz bildirilemedi: kişi botu engellemiş')

  await omer.does((phone) => phone.unblock())
  await omer.writes('/trips')
  expect(count(omer, 'Başvurunuz onaylandı')).toBe(1)
  expect(omer.buttons).toContain('Evet, izin veriyorum')
  // Every card follows, wherever it stands.
  zeynep.doesNotSee('bildirilemedi')
  await zeynep.taps('Listeye dön')
  await zeynep.taps('0001 Ömer')
  expect(zeynep.last).not.toContain('bildirilemedi')
})

test('every copy says that nobody has been told, and stops saying so', async () => {
  const can = await world.coordinator('Can Demir', 'en')
  const omer = world.person('Ömer Güneş')
  await applies(omer)
  await blocksUnnoticed(omer)
  await zeynep.taps('Onayla')
  expect(count(zeynep, 'Henüz bildirilemedi')).toBe(2)
  can.sees('Not told yet')
  await omer.does((phone) => phone.unblock())
  zeynep.doesNotSee('Henüz bildirilemedi')
  can.doesNotSee('Not told yet')
})

test('whoever writes without Telegram having said that they are back hears it too, with the reason', async () => {
  const omer = world.person('Ömer Güneş')
  await applies(omer)
  world.telegram.faults.failNext('sendMessage', {
    kind: 'error',
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  await zeynep.taps('Reddet')
  await zeynep.taps('Konu uymuyor')
  await zeynep.taps('Reddet ve bildir')
  expect(zeynep.last).toContain('Henüz bildirilemedi')
  omer.doesNotSee('kabul edilemedi')
  await omer.writes('Merhaba')
  omer.sees('Neden: Faaliyetin konusu firmanızın çalışma alanıyla örtüşmüyor')
})

test('an approval that Telegram refuses for good is not told either, and is said again the next morning', async () => {
  const omer = world.person('Ömer Güneş')
  await applies(omer)
  world.telegram.faults.failNext('sendMessage', {
    kind: 'error',
    code: 400,
    description: 'Bad Request: something new',
  })
  await zeynep.taps('Onayla')
  omer.doesNotSee('Başvurunuz onaylandı')
  expect(zeynep.last).toContain('Henüz bildirilemedi: Telegram mesajı kabul etmedi')
  await world.clockShows('2026-11-03T09:00:00+03:00[Europe/Istanbul]')
  expect(count(omer, 'Başvurunuz onaylandı')).toBe(1)
  await world.clockShows('2026-11-04T09:00:00+03:00[Europe/Istanbul]')
  expect(count(omer, 'Başvurunuz onaylandı')).toBe(1)
})

test('an approval waits while Telegram refuses the token', async () => {
  const omer = world.person('Ömer Güneş')
  await applies(omer)
  const refused = { kind: 'error', code: 401, description: 'Unauthorized' } as const
  world.telegram.faults.failNext('sendMessage', refused)
  await zeynep.taps('Onayla')
  expect(count(omer, 'Başvurunuz onaylandı')).toBe(1)
  expect(world.lines.join()).toContain('token.refused')
})

test('a card says so at once when the block is known', async () => {
  const omer = world.person('Ömer Güneş')
  await applies(omer)
  await omer.does((phone) => phone.block())
  await zeynep.taps('Onayla')
  expect(zeynep.last).toContain('Henüz bildirilemedi: kişi botu engellemiş')
})

test('a moved training reaches those who were away, as it is when they come back', async () => {
  await delegation(world, {
    code: 'KARBON',
    kind: 'training',
    title: { tr: 'Karbon eğitimi' },
    city: { tr: 'Ankara' },
    perFirm: null,
    timeZone: 'Europe/Istanbul',
  })
  const omer = world.person('Ömer Güneş')
  await applies(omer, { code: 'KARBON', of: steps.filter(({ name }) => name !== 'passport') })
  await blocksUnnoticed(omer)
  await zeynep.writes('/desk')
  await zeynep.taps('Karbon eğitimi')
  await zeynep.taps('Düzenle')
  await zeynep.taps('✎ Yer')
  await zeynep.writes('Eskişehir')
  await zeynep.taps('Değişiklikleri kaydet')
  await omer.does((phone) => phone.unblock())
  expect(count(omer, 'değişiklik var')).toBe(1)
  expect(omer.last).toContain('Eskişehir')
  expect(omer.last).toContain('değerlendirmede')
})
