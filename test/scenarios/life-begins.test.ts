import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicantIn, applicants, opensCard, statesIn } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const saying = (person: Person, words: string) => person.texts.filter((text) => text.includes(words)).length

test('whoever still waits on the first morning hears the last word once, and the coordinators how many they were', async () => {
  const names = ['Ayşe Yılmaz', 'Kemal Er', 'Deniz Su', 'Can Demir'] as const
  const [ayse, kemal, deniz, can] = await applicants(world, { perFirm: null }, ...names)
  await opensCard(zeynep, 'New', '0001')
  await zeynep.taps('Approve')
  await opensCard(zeynep, 'New', '0002')
  await zeynep.taps('Waiting list')
  // A question that nobody answers any more.
  await opensCard(zeynep, 'New', '0003')
  await zeynep.taps('Send back with questions')
  await zeynep.taps('Wishes')
  await zeynep.taps('Choose the date')
  await zeynep.taps('1')
  await zeynep.taps('Send it')
  expect(await statesIn(world)).toEqual(['approved', 'waitlisted', 'info_requested', 'submitted'])
  await world.clockShows('2026-12-10T09:59[Europe/Madrid]')
  expect(await statesIn(world)).toEqual(['approved', 'waitlisted', 'info_requested', 'submitted'])
  const reject = zeynep.texts.length
  await world.clockShows('2026-12-10T10:01[Europe/Madrid]')
  expect(await statesIn(world)).toEqual(['approved', 'rejected', 'rejected', 'rejected'])
  for (const person of [kemal, deniz, can]) expect(saying(person, 'size bu kez yer ayıramadık')).toBe(1)
  ayse.doesNotSee('yer ayıramadık')
  expect(zeynep.texts.slice(reject).join()).toContain('3 applications that still had no answer are closed')
  await opensCard(zeynep, 'Rejected', '0002')
  expect(zeynep.last).toContain('The activity has begun')
  await kemal.writes('/trips')
  expect(kemal.last).toContain('kabul edilmedi')
  await world.clockShows('2026-12-12T12:00[Europe/Madrid]')
  for (const person of [kemal, deniz, can]) expect(saying(person, 'size bu kez yer ayıramadık')).toBe(1)
})

test.each([
  ['tr', 'size bu kez yer ayıramadık', 'yeriniz (<code>'],
  ['en', 'we could not give you a seat this time', 'has been kept for you'],
  ['es', 'esta vez no hemos podido ofrecerle una plaza', 'le hemos guardado la plaza'],
  ['fr', 'nous n’avons pas pu vous proposer de place', 'nous vous avons gardé la place'],
] as const)(
  'is said in %s; a seat that was kept on other days without an answer is kept',
  async (language, said, kept) => {
    const lucia = await applicantIn(world, { perFirm: null }, 'Lucía Ferrer', language)
    await zeynep.taps('Approve')
    await zeynep.writes('/desk')
    await zeynep.taps('Bar')
    await zeynep.taps('Postpone, move online')
    await zeynep.taps('📅 Postpone')
    await zeynep.writes('2026-12-12')
    await zeynep.taps('Yes, postpone and ask')
    // The day that was given up is nobody's first morning.
    await world.clockShows('2026-12-10T12:00[Europe/Madrid]')
    expect(await statesIn(world)).toEqual(['on_hold'])
    await world.clockShows('2026-12-12T10:01[Europe/Madrid]')
    expect(await statesIn(world)).toEqual(['approved'])
    expect(lucia.last).toContain(kept.replace('<code>', ''))
    await world.house.database.query(`update applications set state = 'waitlisted'`, [])
    await world.house.database.query(
      `insert into life_moments (activity_id, kind, due_at) select id, 'begun', $1 from activities`,
      [world.clock.now().toString()],
    )
    await world.clockShows('2026-12-12T10:05[Europe/Madrid]')
    expect(lucia.last).toContain(said)
  },
)

test('what does not take place begins for nobody', async () => {
  const [ayse] = await applicants(world, { perFirm: null }, 'Ayşe Yılmaz')
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('Postpone, move online')
  await zeynep.taps('Cancel it')
  await zeynep.taps('Beyond our control')
  await zeynep.taps('Yes, cancel and tell')
  await world.clockShows('2026-12-10T12:00[Europe/Madrid]')
  expect(await statesIn(world)).toEqual(['cancelled_by_organiser'])
  ayse.doesNotSee('yer ayıramadık')
})
