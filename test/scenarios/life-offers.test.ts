import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import { applicantIn, applicants, opensCard, statesIn } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'
import { activitySheet, read, sheetOf } from '../features/activities/workbook/books.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

/** One seat, which the first has; the others wait. */
async function oneSeat<const Names extends readonly string[]>(...names: Names) {
  const people = await applicants(world, { capacity: 1, perFirm: null }, 'Ayşe Yılmaz', ...names)
  for (const name of ['Ayşe Yılmaz', ...names]) {
    const number = ['Ayşe Yılmaz', ...names].indexOf(name) + 1
    await opensCard(zeynep, 'New', `000${number}`)
    await zeynep.taps('Approve')
  }
  return people
}

const withdraws = async (person: Person) => {
  await person.starts('t_BCN26')
  await person.taps('Başvuruyu geri çek')
  await person.taps('Evet, geri çekiyorum')
}

const words = {
  tr: {
    free: 'Sizin için bir yer açıldı',
    until: '4 Kasım 2026, 09:00 (İstanbul saatiyle) – 48 saat kaldı',
    take: 'Yeri alıyorum',
    taken: 'Yer sizin',
    next: 'Başvurunuz onaylandı',
  },
  en: {
    free: 'A seat has become free for you',
    until: '4 November 2026, 09:00 (Istanbul time) – 48 hours left',
    take: 'I take the seat',
    taken: 'The seat is yours',
    next: 'has been approved',
  },
  es: {
    free: 'Ha quedado una plaza libre',
    until: '4 de noviembre de 2026, 09:00 (hora de Estambul) – quedan 48 horas',
    take: 'Acepto la plaza',
    taken: 'La plaza es suya',
    next: 'ha sido aceptada',
  },
  fr: {
    free: 'Une place s’est libérée',
    until: '4 novembre 2026, 09:00 (Istanbul, heure locale) – il reste 48 heures',
    take: 'J’accepte la place',
    taken: 'La place est à vous',
    next: 'acceptée',
  },
}

test.each(['tr', 'en', 'es', 'fr'] as const)(
  'an offered seat is held, and taken by a tap: %s',
  async (language) => {
    const lucia = await applicantIn(world, { perFirm: null }, 'Lucía Ferrer', language)
    await zeynep.taps('Waiting list')
    await zeynep.taps('Offer a seat')
    expect(zeynep.notes.at(-1)).toBe(
      '🎟 Offered to Lucía Ferrer until 4 November 2026, 09:00 (Istanbul time).',
    )
    const said = words[language]
    lucia.sees(said.free)
    lucia.sees(said.until)
    expect(await statesIn(world)).toEqual(['offered'])
    await world.clockShows('2026-11-03T11:10[Europe/Istanbul]')
    await lucia.starts('t_BCN26')
    expect(lucia.last).toContain('22')
    await lucia.taps(said.take)
    lucia.sees(said.taken)
    expect(await statesIn(world)).toEqual(['approved'])
    zeynep.sees('has taken the offered seat')
    expect(zeynep.shown('BCN26-0001 – approved').text).not.toContain('Offered until')
  },
)

test('whoever has not said where home is reads the hour by the likeliest clock for their number', async () => {
  const lucia = await applicantIn(world, { perFirm: null }, 'Lucía Ferrer', 'es')
  // The Canaries have another hour than Madrid, so it is asked, and not answered.
  await world.house.database.query(`update persons set phone = '+34612345678', home_zone = null`, [])
  await zeynep.taps('Waiting list')
  await zeynep.taps('Offer a seat')
  lucia.sees('4 de noviembre de 2026, 07:00 (hora de Madrid)')
})

test('a seat that is free again is offered at one tap, held against everybody else, and goes down the line', async () => {
  const [ayse, kemal, deniz] = await oneSeat('Kemal Er', 'Deniz Su')
  await withdraws(ayse)
  await zeynep.taps('🎟 Offer to Kemal Er')
  expect(await statesIn(world)).toEqual(['withdrawn', 'offered', 'waitlisted'])
  await opensCard(zeynep, 'Waiting', '0003')
  expect(await zeynep.taps('Approve')).toContain('no free seat')
  // Nobody answers: at the end of the list, and the next one has it.
  await world.clockShows('2026-11-04T10:00[Europe/Istanbul]')
  expect(await statesIn(world)).toEqual(['withdrawn', 'waitlisted', 'offered'])
  kemal.sees('listenin sonuna alındınız')
  deniz.sees('Sizin için bir yer açıldı')
  zeynep.sees('Kemal Er, Çelik Dış Ticaret A.Ş. let the offered seat pass')
  zeynep.sees('Offered to the next in line: Deniz Su')
  await deniz.taps('Hayır, teşekkürler')
  expect(await statesIn(world)).toEqual(['withdrawn', 'offered', 'declined'])
  await kemal.taps('Yeri alıyorum')
  expect(await statesIn(world)).toEqual(['withdrawn', 'approved', 'declined'])
})

test('whoever lets the offer pass is not offered the same seat at once, though nobody else waits', async () => {
  const [ayse, kemal] = await oneSeat('Kemal Er')
  await withdraws(ayse)
  await zeynep.taps('🎟 Offer to Kemal Er')
  await world.clockShows('2026-11-04T10:00[Europe/Istanbul]')
  expect(await statesIn(world)).toEqual(['withdrawn', 'waitlisted'])
  expect(kemal.last).toContain('listenin sonuna alındınız')
  zeynep.sees('Kemal Er, Çelik Dış Ticaret A.Ş. let the offered seat pass')
  await zeynep.taps('🎟 Offer to Kemal Er')
  expect(await statesIn(world)).toEqual(['withdrawn', 'offered'])
})

test('one second late is told kindly, with where they stand now', async () => {
  const [ayse, kemal, deniz] = await oneSeat('Kemal Er', 'Deniz Su')
  await withdraws(ayse)
  await zeynep.taps('🎟 Offer to Kemal Er')
  const take = kemal.holds('Yeri alıyorum')
  const [held] = await world.house.database.sql<{ at: Date | string }[]>`
    select offer_expires_at as at from applications where state = 'offered'`
  const end = Temporal.Instant.from(new Date(held?.at ?? 0).toISOString())
  world.clock.moveTo(end.add({ seconds: 1 }))
  // The clock may come first or the tap: it is the same.
  await kemal.presses(take)
  kemal.sees('Süre sonu: 4 Kasım 2026, 09:00 (İstanbul saatiyle).')
  kemal.sees('Yedek listedeki yeriniz: 1')
  expect(await statesIn(world)).toEqual(['withdrawn', 'waitlisted', 'offered'])
  await kemal.presses(take)
  expect(await statesIn(world)).toEqual(['withdrawn', 'waitlisted', 'offered'])
  expect(deniz.texts.filter((text) => text.includes('Sizin için bir yer açıldı'))).toHaveLength(1)
})

test('taken at the last moment by two phones of one person at once, it is theirs once', async () => {
  const [ayse, kemal] = await oneSeat('Kemal Er')
  await withdraws(ayse)
  await zeynep.taps('🎟 Offer to Kemal Er')
  const take = kemal.holds('Yeri alıyorum')
  await Promise.all([
    kemal.presses(take),
    kemal.presses(take),
    zeynep.taps('Take the offer back').catch(() => undefined),
  ])
  expect(['approved', 'waitlisted']).toContain((await statesIn(world))[1])
})

test('an offer is shorter where the trip or a document is near, and ends with the start', async () => {
  const [, kemal] = await oneSeat('Kemal Er')
  const { documents } = read([
    activitySheet(),
    sheetOf('documents', [
      ['code', 'title::tr', 'mandatory', 'due'],
      ['visa', 'Vize', 'yes', '2026-11-06'],
      ['card', 'Kart', 'no', '2026-11-03'],
    ]),
  ])
  await world.house.rooms.activities.store.saveSheet(1, 'documents', documents)
  await delegation(world, { capacity: 2, perFirm: null })
  await opensCard(zeynep, 'Waiting', '0002')
  await zeynep.taps('Offer a seat')
  // A tenth of the four days and fourteen hours until the visa is due.
  kemal.sees('2 Kasım 2026, 20:00')
})

test('whoever decides reads which documents would come too late', async () => {
  const { documents } = read([
    activitySheet(),
    sheetOf('documents', [
      ['code', 'title::tr', 'title::en', 'mandatory', 'due'],
      ['visa', 'Vize', 'Visa', 'yes', '2026-11-01'],
      ['pass', 'Pasaport', 'Passport', 'yes', '2026-11-02'],
      ['card', 'Kart', 'Card', 'no', '2026-10-01'],
    ]),
  ])
  const [ayse] = await applicants(world, { capacity: 1, perFirm: null }, 'Ayşe Yılmaz')
  await world.house.rooms.activities.store.saveSheet(1, 'documents', documents)
  await opensCard(zeynep, 'New', '0001')
  expect(zeynep.last).toContain('The last day has passed for: Visa (1 November 2026)\n')
  expect(ayse.texts.join()).not.toContain('1 Kasım')
  await zeynep.taps('Approve')
  expect(zeynep.last).not.toContain('last day has passed')
})

test('a coordinator moves somebody to the front, and takes an offer back', async () => {
  const [, kemal, deniz] = await oneSeat('Kemal Er', 'Deniz Su')
  await opensCard(zeynep, 'Waiting', '0003')
  expect(zeynep.last).toContain('Position on the waiting list: 2')
  await zeynep.taps('Move to the front')
  expect(zeynep.last).toContain('Position on the waiting list: 1')
  expect(zeynep.last).not.toContain('Move to the front')
  await deniz.starts('t_BCN26')
  expect(deniz.last).toContain('(sıra: 1)')
  await kemal.starts('t_BCN26')
  expect(kemal.last).toContain('(sıra: 2)')
  const [event] = await world.house.database.sql<{ reason: string }[]>`
    select reason from application_events where reason = 'toFront'`
  expect(event).toBeDefined()
  await delegation(world, { capacity: 2, perFirm: null })
  await opensCard(zeynep, 'Waiting', '0002')
  await zeynep.taps('Offer a seat')
  await zeynep.taps('Take the offer back')
  kemal.sees('koordinatörler öneriyi geri aldı')
  expect(zeynep.last).toContain('Position on the waiting list: 1')
  expect(await statesIn(world)).toEqual(['approved', 'waitlisted', 'waitlisted'])
})

test('whoever is forwarded the button of another, or decides about oneself, is refused', async () => {
  const [ayse, kemal] = await oneSeat('Kemal Er')
  await withdraws(ayse)
  const offer = zeynep.holds('🎟 Offer to Kemal Er')
  expect(await ayse.presses(offer)).toContain('yetkiniz yok')
  await zeynep.presses(offer)
  const take = kemal.holds('Yeri alıyorum')
  expect(await ayse.presses(take)).toContain('yetkiniz yok')
  expect(await statesIn(world)).toEqual(['withdrawn', 'offered'])
})

test('a firm’s colleague beyond the supported ones goes at their own cost: said beforehand, and to whoever decides', async () => {
  const details = { supportedPerFirm: 1 }
  const [ayse, kemal] = await applicants(
    world,
    { capacity: 5, perFirm: 3, details },
    'Ayşe Yılmaz',
    'Kemal Er',
  )
  await ayse.starts('t_BCN26')
  expect(ayse.last).toContain('Destek, firma başına 1 kişi içindir')
  await opensCard(zeynep, 'New', '0001')
  expect(zeynep.last).not.toContain('own cost')
  await zeynep.taps('Approve')
  await opensCard(zeynep, 'New', '0002')
  expect(zeynep.last).toContain('The firm’s supported place (1) is taken')
  kemal.doesNotSee('dolu: bu kişi')
})
