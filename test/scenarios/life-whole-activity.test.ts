import { afterEach, beforeEach, expect, test } from 'vitest'
import type { delegation } from '../support/delegation.ts'
import { applicantIn, applicants, opensCard, statesIn } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

/** Of three the first has a seat, the second waits, the third is not decided. */
async function three(changes: Parameters<typeof delegation>[1] = {}) {
  const people = await applicants(world, { perFirm: null, ...changes }, 'Ayşe Yılmaz', 'Kemal Er', 'Deniz Su')
  await opensCard(zeynep, 'New', '0001')
  await zeynep.taps('Approve')
  await opensCard(zeynep, 'New', '0002')
  await zeynep.taps('Waiting list')
  return people
}

async function opensWhole(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('Postpone, move online')
}

async function publishedActivity(): Promise<{ id: number }> {
  const [activity] = await world.house.database.query<{ id: number }>('select id::int from activities', [])
  return activity ?? { id: 0 }
}

test('cancelling says first whom it concerns, then tells everybody why, and everything stops', async () => {
  const [ayse, kemal, deniz] = await three({ details: { confirmBy: '2026-11-28', minimum: 5 } })
  await opensWhole()
  expect(zeynep.last).toContain('With a seat: 1 · on the waiting list: 1 · under review: 1')
  await zeynep.taps('Cancel it')
  await zeynep.taps('Beyond our control')
  expect(zeynep.last).toContain('People who are told: 3 (with a seat 1, waiting 1, under review 1)')
  const yes = zeynep.holds('Yes, cancel and tell')
  expect(await ayse.presses(yes)).toContain('yetkiniz yok')
  await zeynep.presses(yes)
  expect(zeynep.last).toContain('told – 3')
  zeynep.doesNotSee('Not reached here')
  expect(await statesIn(world)).toEqual(Array(3).fill('cancelled_by_organiser'))
  for (const person of [ayse, kemal, deniz]) {
    person.sees('iptal edildi; üzgünüz')
    person.sees('Neden: Elde olmayan nedenler')
  }
  expect(await zeynep.presses(yes)).toContain('cancelled or is over')
  const yesComing = ayse.holds('Geliyorum')
  expect(await ayse.presses(yesComing)).toContain('iptal edildi')
  await world.clockShows('2026-11-29T10:00[Europe/Istanbul]')
  ayse.doesNotSee('Geliyor musunuz?')
  zeynep.doesNotSee('the minimum is')
})

const words = {
  tr: {
    ...{ held: 'ertelendi', keep: 'Yerimi koruyorum', days: '12-15 Mart 2027', kept: 'Yeriniz korunuyor.' },
    ...{ approved: 'Başvurunuz onaylandı', noted: 'yeriniz sizde kalıyor' },
  },
  en: {
    ...{ held: 'is postponed', keep: 'I keep my seat', days: '12–15 March 2027', kept: 'Your seat is kept.' },
    ...{ approved: 'has been approved', noted: 'you keep your seat' },
  },
  es: {
    ...{ held: 'se aplaza', keep: 'Conservo mi plaza', days: 'del 12 al 15 de marzo de 2027' },
    ...{ kept: 'Conserva usted su plaza.', approved: 'está aprobada', noted: 'queda anotado' },
  },
  fr: {
    ...{ held: 'est reportée', keep: 'Je garde ma place', days: 'du 12 au 15 mars 2027' },
    ...{ kept: 'Votre place est conservée.', approved: 'est acceptée', noted: 'vous gardez votre place' },
  },
}

const saying = (person: Person, words: string) => person.texts.filter((text) => text.includes(words)).length

test.each(['tr', 'en', 'es', 'fr'] as const)(
  'postponing asks keep or drop in one tap: %s',
  async (language) => {
    const lucia = await applicantIn(world, { perFirm: null }, 'Lucía Ferrer', language)
    await zeynep.taps('Approve')
    await opensWhole()
    await zeynep.taps('📅 Postpone')
    await zeynep.writes('yesterday')
    expect(zeynep.texts.join()).toContain('could not read this date')
    await zeynep.writes('2027-03-12')
    expect(zeynep.last).toContain('10–13 December 2026 → 12–15 March 2027')
    await zeynep.taps('Yes, postpone and ask')
    expect(await statesIn(world)).toEqual(['on_hold'])
    lucia.sees(words[language].held)
    lucia.sees(words[language].days)
    await lucia.taps(words[language].keep)
    expect(await statesIn(world)).toEqual(['approved'])
    lucia.sees(words[language].noted)
    expect(lucia.last).toContain(words[language].kept)
    expect(lucia.last).toContain(words[language].days)
    expect(saying(lucia, words[language].approved)).toBe(1)
  },
)

test('the days of documents move along, and they are asked for anew', async () => {
  const [ayse] = await three()
  const { id } = await publishedActivity()
  await world.house.rooms.activities.store.saveSheet(id, 'documents', [passport])
  await world.clockShows('2026-11-03T10:01[Europe/Istanbul]')
  ayse.sees('1 Aralık 2026')
  await opensWhole()
  await zeynep.taps('📅 Postpone')
  await zeynep.writes('2027-03-12')
  expect(zeynep.last).toContain('to bring documents move along')
  await zeynep.taps('Yes, postpone and ask')
  // The one who waits and the one under review have been told, too.
  expect(zeynep.last).toContain('told – 3')
  await ayse.taps('Yerimi koruyorum')
  await world.clockShows('2026-11-04T10:01[Europe/Istanbul]')
  expect(ayse.last).toContain('3 Mart 2027')
  expect(await world.house.database.query('select count from document_nudges', [])).toEqual([{ count: 1 }])
})

const passport = {
  ...{
    row: 2,
    code: 'passport',
    title: { en: 'Passport', tr: 'Pasaport' },
    appliesIf: null,
    isMandatory: true,
  },
  ...{ dueOn: '2026-12-01', proof: 'declared', rule: null, ruleSource: null, ruleCheckedOn: null },
}

test('a programme of the former days rests: nobody sees it or is called by it, until it is written for the new ones', async () => {
  const [ayse] = await applicants(world, { perFirm: null }, 'Ayşe Yılmaz')
  await zeynep.taps('Approve')
  const { id } = await publishedActivity()
  await publishBarcelona(world, id)
  expect(saying(ayse, 'programınız hazır')).toBe(1)
  await opensWhole()
  await zeynep.taps('📅 Postpone')
  await zeynep.writes('2026-12-12')
  await zeynep.taps('Yes, postpone and ask')
  await ayse.taps('Yerimi koruyorum')
  expect(saying(ayse, 'programınız hazır')).toBe(1)
  await ayse.writes('/itinerary')
  expect(ayse.last).not.toContain('2026-12-10')
  expect(ayse.last).toContain('Program henüz')
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('🗓 Programme')
  expect(zeynep.last).toContain('were written for the former dates')
  expect(zeynep.last).toContain('⏸')
  const before = ayse.texts.length
  await world.clockShows('2026-12-10T06:00[Europe/Istanbul]')
  expect(ayse.texts.slice(before).join()).not.toContain('ESO binası')
  zeynep.doesNotSee('Roll-call')
  // Sent once more as it was, an item holds on its day again; the others rest on.
  await changeItem(world, id, 'railgrup', {})
  await ayse.writes('/itinerary')
  expect(ayse.last).not.toContain('Program henüz')
  await publishBarcelona(world, id, '2026-12-12')
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('🗓 Programme')
  expect(zeynep.last).not.toContain('⏸')
})

test('the programme of the former days moves along in one tap, also after a second postponement', async () => {
  const [ayse] = await applicants(world, { perFirm: null }, 'Ayşe Yılmaz')
  await zeynep.taps('Approve')
  const { id } = await publishedActivity()
  await publishBarcelona(world, id)
  for (const day of ['2026-12-12', '2027-03-12']) {
    await opensWhole()
    await zeynep.taps('📅 Postpone')
    await zeynep.writes(day)
    await zeynep.taps('Yes, postpone and ask')
    await ayse.taps('Yerimi koruyorum')
  }
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('🗓 Programme')
  await zeynep.taps('Move to the new dates')
  expect(zeynep.last).toContain('33 items move to the new dates')
  expect(zeynep.last).toContain('Pre-departure briefing: 9 December 2026 → 11 March 2027')
  const yes = zeynep.holds('Move and tell')
  expect(await ayse.presses(yes)).toContain('yalnız bu faaliyetin koordinatör')
  await zeynep.presses(yes)
  expect(zeynep.last).toContain('33 items have moved')
  expect(saying(ayse, 'programınız hazır')).toBe(2)
  expect(ayse.last).toContain('Mar')
  await zeynep.presses(yes)
  expect(saying(ayse, 'programınız hazır')).toBe(2)
  await zeynep.taps('‹ Programme')
  expect(zeynep.last).not.toContain('⏸')
})

test('the programme of the new days is told as a programme, not as thirty changes', async () => {
  const [ayse] = await applicants(world, { perFirm: null }, 'Ayşe Yılmaz')
  await zeynep.taps('Approve')
  const { id } = await publishedActivity()
  await publishBarcelona(world, id)
  await opensWhole()
  await zeynep.taps('📅 Postpone')
  await zeynep.writes('2027-03-12')
  await zeynep.taps('Yes, postpone and ask')
  await ayse.taps('Yerimi koruyorum')
  await publishBarcelona(world, id, '2027-03-12')
  expect(saying(ayse, 'programınız hazır')).toBe(2)
  expect(ayse.last).toContain('Mar')
  await world.clockShows('2026-11-05T12:00[Europe/Istanbul]')
  expect(ayse.last).toContain('programınız hazır')
})

test('everything that is counted from the days moves along; whoever is silent is asked again, then called', async () => {
  const [ayse, kemal, deniz] = await three({
    details: { confirmBy: '2026-11-28', withdrawUntil: '2026-11-20' },
  })
  await opensWhole()
  await zeynep.taps('📅 Postpone')
  await zeynep.writes('2027-03-12')
  await zeynep.taps('Yes, postpone and ask')
  expect(await statesIn(world)).toEqual(['on_hold', 'waitlisted', 'submitted'])
  const [activity] = await world.house.database.sql<{ starts: string; details: Record<string, unknown> }[]>`
    select starts_on::text as starts, details from activities`
  expect(activity).toMatchObject({
    starts: '2027-03-12',
    details: { confirmBy: '2027-02-28', withdrawUntil: '2027-02-20' },
  })
  for (const person of [kemal, deniz]) person.sees('12-15 Mart 2027')
  kemal.doesNotSee('Yerimi koruyorum')
  await world.clockShows('2026-11-05T10:30[Europe/Istanbul]')
  expect(ayse.texts.filter((text) => text.includes('ertelendi'))).toHaveLength(2)
  await world.clockShows('2026-11-09T09:30[Europe/Istanbul]')
  zeynep.sees('1 person has not answered about the new dates yet')
  zeynep.sees('• Ayşe Yılmaz, Çelik')
  await ayse.taps('Gelemiyorum')
  expect(await statesIn(world)).toEqual(['withdrawn', 'waitlisted', 'submitted'])
  zeynep.sees('application withdrawn')
})

test('moved online nobody travels: the journey rests, and no document of it is asked for', async () => {
  const [ayse] = await applicants(world, { perFirm: null }, 'Ayşe Yılmaz')
  await zeynep.taps('Approve')
  const { id } = await publishedActivity()
  await publishBarcelona(world, id)
  const visa = {
    code: 'visa',
    title: { tr: 'Vize' },
    appliesIf: null,
    isMandatory: true,
    dueOn: '2026-12-01',
  }
  await world.house.rooms.activities.store.saveSheet(id, 'documents', [
    { ...visa, proof: 'declared', rule: null, ruleSource: null, ruleCheckedOn: null },
  ])
  await ayse.starts()
  expect(ayse.last).toContain('1 belge')
  await opensWhole()
  await zeynep.taps('Move online')
  expect(zeynep.last).toContain('look over the rest of the programme')
  await zeynep.taps('Yes, move online')
  await ayse.starts()
  expect(ayse.last).not.toContain('belge')
  await ayse.writes('/itinerary')
  expect(ayse.last).not.toContain('Program henüz')
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('🗓 Programme')
  expect(zeynep.last).toMatch(/moved online: \d+ items/)
  expect(zeynep.last).toMatch(/⏸[^\n]*ESO/)
  const before = ayse.texts.length
  await world.clockShows('2026-12-10T06:00[Europe/Istanbul]')
  expect(ayse.texts.slice(before).join()).not.toMatch(/Vize|ESO binası/)
})

test('moved online it is told as a place, and too few people by the day of decisions are put to the coordinator', async () => {
  const [ayse] = await three({ details: { minimum: 5 } })
  await opensWhole()
  await zeynep.taps('Move online')
  await zeynep.taps('Yes, move online')
  ayse.sees('Barselona → Çevrim içi')
  await world.clockShows('2026-11-24T09:30[Europe/Istanbul]')
  zeynep.sees('1 with a seat, the minimum is 5')
  zeynep.sees('applications still waiting: 1')
})
