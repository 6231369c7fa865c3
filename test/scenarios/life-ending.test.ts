import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicants, opensCard, statesIn } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

async function approved<const Names extends readonly string[]>(...names: Names) {
  const people = await applicants(world, { perFirm: null }, ...names)
  for (const [index] of names.entries()) {
    await opensCard(zeynep, 'New', `000${index + 1}`)
    await zeynep.taps('Approve')
  }
  return people
}

test('whoever is not there at departure is written to politely the next day, and says why by a tap', async () => {
  const [ayse] = await approved('Ayşe Yılmaz')
  expect(zeynep.buttons.join()).not.toContain('Did not come')
  await world.clockShows('2026-12-10T08:00[Europe/Madrid]')
  await opensCard(zeynep, 'Approved', '0001')
  await zeynep.taps('Did not come')
  expect(zeynep.notes.at(-1)).toContain('Ayşe Yılmaz is marked as not having come')
  ayse.doesNotSee('aramızda göremedik')
  await world.clockShows('2026-12-11T10:30[Europe/Istanbul]')
  ayse.sees('sizi aramızda göremedik')
  await ayse.taps('Vize ya da')
  expect(ayse.last).toContain('Not aldık: Vize ya da pasaport')
  await opensCard(zeynep, 'Left', '0001')
  expect(zeynep.last).toContain('Their reason: Visa or passport')
  expect(await statesIn(world)).toEqual(['no_show'])
})

test('whoever comes after all is not written to', async () => {
  const [ayse] = await approved('Ayşe Yılmaz')
  await world.clockShows('2026-12-10T08:00[Europe/Madrid]')
  await opensCard(zeynep, 'Approved', '0001')
  // From the card of the person as well.
  await zeynep.taps('👤')
  await zeynep.taps('Did not come')
  await zeynep.taps('Came after all')
  await world.clockShows('2026-12-11T12:00[Europe/Istanbul]')
  ayse.doesNotSee('aramızda göremedik')
  expect(await statesIn(world)).toEqual(['approved'])
})

test('after the end, whoever was on board took part; the others are put to the coordinator', async () => {
  const [ayse, kemal, deniz] = await approved('Ayşe Yılmaz', 'Kemal Er', 'Deniz Su')
  await world.house.database.query(
    `with item as (insert into itinerary_items (activity_id, key, kind, title, starts_at, ends_at, start_zone, end_zone, is_mandatory, status, audience, created_at, changed_at)
       values (1, 'bus', 'travel', '{"tr":"Otobüs"}', '2026-12-10T07:00Z', '2026-12-10T08:00Z', 'Europe/Istanbul', 'Europe/Istanbul', true, 'planned', '{"kind":"all","groups":[],"applications":[]}', now(), now()) returning id)
     insert into attendances (item_id, application_id, at, way, by_person_id) select item.id, 1, '2026-12-10T07:00Z', 'self', 1 from item`,
    [],
  )
  await world.clockShows('2026-12-14T13:00[Europe/Madrid]')
  ayse.sees('Katıldığınız için teşekkür ederiz')
  kemal.doesNotSee('Katıldığınız için')
  zeynep.sees('Of 2 people it is not known whether they took part')
  zeynep.sees('• Kemal Er, Çelik Dış Ticaret A.Ş.')
  expect(await statesIn(world)).toEqual(['completed', 'approved', 'approved'])
  const all = zeynep.holds('All of them took part')
  await zeynep.taps('Open the list')
  await zeynep.taps('0002')
  await zeynep.taps('Did not come')
  expect(await deniz.presses(all)).toContain('yetkiniz yok')
  await zeynep.presses(all)
  expect(await statesIn(world)).toEqual(['completed', 'no_show', 'completed'])
  deniz.sees('Katıldığınız için teşekkür ederiz')
})
