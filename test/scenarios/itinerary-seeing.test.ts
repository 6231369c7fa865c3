import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-09T12:00:00+03:00[Europe/Istanbul]' })
  barcelona = (await delegation(world, { details: { dutyPhone: '+905321112233' } })).id
})
afterEach(() => world.close())

const istanbul = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Istanbul]`)
const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)

/** What `/itinerary` says to somebody now. */
async function itineraryOf(somebody: Person): Promise<string> {
  await somebody.writes('/itinerary')
  return somebody.last
}

test('a day at home, in the air, at the place and in the night coach: now, next, and by whose clock', async () => {
  const ayse = await traveller(world, barcelona, 'Ayşe Yılmaz', { language: 'tr', bus: '1', groups: ['A'] })
  await publishBarcelona(world, barcelona)
  expect(await itineraryOf(ayse)).toBe(
    [
      '🗓 Barselona Raylı Sistemler Heyeti',
      '9 Aralık 2026 Çarşamba, 12:00 (Eskişehir saati)',
      '',
      '⏭ Sırada: 4 saat sonra',
      '📋 Yola çıkmadan bilgilendirme toplantısı',
      '🕰 16:00-17:30 (Eskişehir saati)',
      '📍 ESO toplantı salonu',
      '🚕 Organize Sanayi Bölgesi, Eskişehir',
      '',
      '🆘 Acil durumda: +90 532 111 22 33',
    ].join('\n'),
  )
  await madrid('10T10:20')
  expect(await itineraryOf(ayse)).toContain(
    '▶️ Şimdi\n✈️ Uçuş: İstanbul – Barselona\n🕰 08:30 (İstanbul saati) → 10:25 (Barselona saati)',
  )
  expect(ayse.last).toContain('🕰 11:15-12:00 (Barselona saati) · sizin saatinizle 13:15')
  await madrid('10T10:30')
  expect(await itineraryOf(ayse)).not.toContain('▶️ Şimdi')
  expect(ayse.last).toContain('🕰 11:15-12:00 (Barselona saati)\n')
  // The coach that left yesterday.
  await istanbul('14T00:30')
  expect(await itineraryOf(ayse)).toContain(
    '▶️ Şimdi\n🚌 Otobüsle Eskişehir’e dönüş\n🕰 13 Ara Paz · 21:30 → 14 Ara Pzt 02:00 (İstanbul saati)',
  )
  await ayse.taps('Bugün')
  expect(ayse.last).toContain('▶️ 🚌 13 Ara Paz 21:30 → 14 Ara Pzt 02:00 Otobüsle Eskişehir’e dönüş')
  await istanbul('14T12:01')
  expect(await itineraryOf(ayse)).toContain('Bu program sona erdi.')
})

test('the way to the programme stands on the trip, once there is one', async () => {
  const ayse = await traveller(world, barcelona, 'Ayşe Yılmaz', { language: 'tr', bus: '1', groups: ['A'] })
  const opensTrip = async () => {
    await ayse.writes('/trips')
    await ayse.taps('Barselona')
    return JSON.stringify(ayse.phone.state().messages.at(-1)?.keyboard)
  }
  expect(await opensTrip()).not.toContain('Programım')
  await publishBarcelona(world, barcelona)
  expect(await opensTrip()).toContain('🗓 Programım')
  await ayse.taps('🗓 Programım')
  expect(ayse.last).toContain('⏭ Sırada: 4 saat sonra')
})

test('whoever is in group B has its items only, in every language, and no card is too long', async () => {
  const people = [
    await traveller(world, barcelona, 'Jordi Vila', { language: 'es', groups: ['B'] }),
    await traveller(world, barcelona, 'Anne Roux', { language: 'fr', groups: ['B'] }),
    await traveller(world, barcelona, 'Marta Puig', { language: 'en', groups: ['B'] }),
  ]
  await publishBarcelona(world, barcelona)
  for (const [nth, whole] of ['Programa completo', 'Tout le programme', 'Whole programme'].entries()) {
    const somebody = people[nth] as Person
    await itineraryOf(somebody)
    await somebody.taps(whole)
    expect(somebody.last).toMatch(/08:45–10:15 .*B\)/)
    expect(somebody.last).not.toMatch(/08:45–10:15 .*A\)/)
    expect(somebody.last.length).toBeLessThan(4096)
    await somebody.taps(['dom, 13 dic', 'dim. 13 déc.', 'Sun 13 Dec'][nth] ?? '')
    expect(somebody.last).toContain('TK 1854')
    await somebody.taps('🏛 08:45')
    expect(somebody.last).toMatch(/B\)/)
    await somebody.taps('‹')
    expect(somebody.buttons.join()).toContain('⚙️')
  }
})

test('a cancelled item is struck through until its day ends; what is not theirs any more cannot be opened', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await changeItem(world, barcelona, 'consulate', { status: 'cancelled' })
  await madrid('10T15:40')
  expect(await itineraryOf(marta)).not.toContain('Consulate')
  await marta.taps('Today')
  expect(marta.last).toContain('✖️ 15:30–16:45 Market briefing by the commercial attaché (cancelled)')
  const item = marta.holds('🏛 15:30')
  await marta.presses(item)
  expect(marta.last).toContain('✖️ This item is cancelled.')
  await madrid('11T00:01')
  await itineraryOf(marta)
  await marta.taps('Whole programme')
  expect(marta.last).not.toContain('Consulate')
  const stranger = world.person('Emma Stone', 'en')
  await stranger.starts()
  expect(await stranger.presses(item)).toContain('not in your programme any more')
})

test('the pin comes as a place on the map, and the address stands ready for the taxi', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await madrid('11T09:20')
  expect(await itineraryOf(marta)).toContain(
    '📍 Barcelona Chamber of Commerce\n🚕 Av. Diagonal 452, 08006 Barcelona',
  )
  await marta.taps('Show on the map')
  const venue = world.calls.findLast(({ method }) => method === 'sendVenue')?.payload
  expect(venue).toMatchObject({
    title: 'Barcelona Chamber of Commerce',
    address: 'Av. Diagonal 452, 08006 Barcelona',
  })
})

test('whoever is on no trip, or on one without a programme, is told so kindly; home says what is next', async () => {
  const emma = world.person('Emma Stone', 'en')
  await emma.starts()
  expect(await itineraryOf(emma)).toContain('You have no programme yet.')
  await emma.taps('Activities')
  emma.doesNotSee('You have no programme yet.')
  const marta = await traveller(world, barcelona, 'Marta Puig')
  expect(await itineraryOf(marta)).toContain('The programme is not ready yet.')
  await publishBarcelona(world, barcelona)
  await istanbul('09T18:00')
  await marta.starts()
  expect(marta.last).toContain('🗓 Tomorrow 01:15 (Eskişehir time): Eskişehir Chamber of Industry')
  await marta.taps('My programme')
  expect(marta.last).toContain('⏭ Next: in 7 hours')
})

test('from home the other clock is said once above its items, not on every line; half an hour counts too', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await itineraryOf(marta)
  await marta.taps('Whole programme')
  expect(marta.last.match(/your clock/g)).toHaveLength(5)
  expect(marta.last).toContain(
    '📅 Fri 11 Dec\n🕰 Barcelona time (your clock: +2 h)\n🚶 08:45–09:15 Walk to the Chamber\n🏛 09:30–11:00',
  )
  // A leg between two clocks says its own.
  expect(marta.last).toContain(
    '14:40 (Barcelona time) → 20:15 (Istanbul time) Flight Barcelona – Istanbul (16:40 by your clock)',
  )
  await marta.taps('Fri 11 Dec')
  expect(marta.last.match(/your clock/g)).toHaveLength(1)
  await world.house.database.query(`update persons set home_zone = 'Asia/Kolkata'`, [])
  await itineraryOf(marta)
  await marta.taps('Whole programme')
  expect(marta.last).toContain('🕰 Barcelona time (your clock: +4:30 h)')
  await madrid('11T09:00')
  await itineraryOf(marta)
  await marta.taps('Today')
  expect(marta.last).toContain('🕰 Barcelona time\n')
  expect(marta.last).not.toContain('your clock')
})
