import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
let celik: number
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  celik = await firm(world)
})
afterEach(() => world.close())

const visit = (settings: Record<string, string> = {}): SmallForm => ({
  survey: [
    asks('select_one yn', 'exports', 'İhracat var mı?', 'Do you export?', { required: 'yes' }),
    asks('text', 'city', 'Şehir?', 'City?', { heyet_profile: 'firm.city' }),
  ],
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: {
    ...{ form_id: 'visit', form_title: 'Visit', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
    ...settings,
  },
})
const ofPerson = { heyet_scope: 'person', heyet_purpose: 'survey' }
const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

/** Somebody with a phone who belongs to the firm. */
async function member(name: string, language: 'tr' | 'en' = 'en'): Promise<Person> {
  const { joining } = world.house.rooms.people
  const somebody = world.person(name, language)
  await somebody.starts(
    `f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`,
  )
  return somebody
}

async function openCard(person: Person, title = 'Visit'): Promise<void> {
  await person.writes('/desk')
  await person.taps('📝 Questionnaires')
  await person.taps(title)
}

test('a coordinator fills in for a firm; its people learn of it, confirm in one tap, or change it', async () => {
  const marta = await member('Marta Ruiz')
  const ayse = await member('Ayşe Yılmaz', 'tr')
  await publishes(world, visit())
  await openCard(zeynep)
  await zeynep.taps('Fill in for somebody')
  zeynep.sees('For which firm')
  await zeynep.writes('xyz')
  zeynep.sees('Nobody of that name')
  await zeynep.writes('celik')
  await zeynep.taps('Çelik Dış Ticaret')
  expect(zeynep.last).toContain('For: Çelik Dış Ticaret A.Ş.')
  await zeynep.taps('Yes')
  await zeynep.taps('Pause')
  await zeynep.writes('/forms')
  expect(zeynep.last).toContain('Visit · Çelik Dış Ticaret A.Ş.')
  await zeynep.taps('Go on')
  await zeynep.writes('Ankara')
  await zeynep.taps('Submit')
  zeynep.sees('visit-0001')
  expect(zeynep.last).not.toContain('You can change your answers')
  expect(await query('select source, submitted_by is not null as by, firm_id from responses')).toEqual([
    { source: 'coordinator', by: true, firm_id: String(celik) },
  ])
  marta.sees('Zeynep Kaya has filled in “Visit” for you on site.')
  const right = marta.holds('Yes, that is right')
  expect(await marta.presses(right)).toContain('Confirmed')
  marta.sees('Filled in on site by the coordinator Zeynep Kaya, 2 November 2026')
  marta.sees('Confirmed by Marta Ruiz, 2 November 2026')
  await marta.presses(right)
  expect(await query('select count(*)::int as count from responses where confirmed_at is not null')).toEqual([
    { count: 1 },
  ])
  await ayse.taps('Yanıtlara bak')
  ayse.sees('Şehir? Ankara')
  await ayse.taps('Değiştir')
  await ayse.taps('✎ 2.')
  await ayse.writes('Bursa')
  await ayse.taps('gönder')
  expect(
    await query('select source, confirmed_at from responses union all select city, null from firms'),
  ).toEqual([
    { source: 'self', confirmed_at: null },
    { source: 'Bursa', confirmed_at: null },
  ])
})

test('whose it is takes it back in the middle, and her old buttons say so kindly', async () => {
  const marta = await member('Marta Ruiz')
  await publishes(world, visit())
  await openCard(zeynep)
  await zeynep.taps('Fill in for somebody')
  await zeynep.writes('Çelik')
  await zeynep.taps('Çelik Dış Ticaret')
  await zeynep.taps('Yes')
  const keep = zeynep.holds('Skip')
  await marta.starts('q_visit')
  marta.sees('A coordinator has begun this for you')
  expect(marta.last).toContain('City?')
  expect(await zeynep.presses(keep)).toContain('Somebody of the firm is answering this now')
  await zeynep.writes('/forms')
  expect(zeynep.last).not.toContain('Visit')
  await marta.writes('Izmir')
  await marta.taps('Submit')
  expect(await query('select source from responses')).toEqual([{ source: 'self' }])
})

test('the desk lays aside what is filled in on site; other commands are followed by its question', async () => {
  await member('Marta Ruiz')
  await publishes(world, visit())
  await openCard(zeynep)
  await zeynep.taps('Fill in for somebody')
  await zeynep.writes('Çelik')
  await zeynep.taps('Çelik Dış Ticaret')
  await zeynep.writes('/language')
  expect(zeynep.last).toContain('Do you export?')
  await zeynep.writes('/desk')
  expect(zeynep.last).toContain('Saved.')
  expect(zeynep.buttons.at(-1)).toBe('▶ Go on: Çelik Dış Ticaret A.Ş.…')
  await zeynep.writes('Yes')
  expect(await query('select count(*)::int as count from answers')).toEqual([{ count: 0 }])
  await zeynep.taps('Go on')
  await zeynep.taps('Yes')
  expect(zeynep.last).toContain('City?')
})

test('a colleague sees what was answered and by whom, and confirms it or changes it', async () => {
  const marta = await member('Marta Ruiz')
  const emma = await member('Emma Berg')
  await publishes(world, visit())
  await marta.starts('q_visit')
  await marta.taps('Yes')
  await marta.writes('Ankara')
  await marta.taps('Submit')
  await emma.writes('/forms')
  await emma.taps('Look at: Visit')
  emma.sees('Answered by Marta Ruiz, 2 November 2026')
  emma.sees('1. Do you export? Yes')
  await emma.taps('Yes, that is right')
  emma.sees('Confirmed by Emma Berg')
  expect(emma.buttons).not.toContain('✔ Yes, that is right')
  await emma.taps('📝 Questionnaires')
  expect(emma.last).toContain('Your questionnaires')
  await marta.starts('q_visit')
  expect(await marta.presses({ messageId: 1, data: 'q.right:1' })).toContain('nothing left to confirm')
  const other = world.person('Ole Berg', 'en')
  await other.starts()
  expect(await other.presses({ messageId: 1, data: 'q.right:1' })).toContain('permission')
  expect(await other.presses({ messageId: 1, data: 'q.look:1:0' })).toContain('belongs to somebody else')
})

test('for a person of an activity she runs; not for others, not anonymously, and not what is answered', async () => {
  const barcelona = await delegation(world)
  const lyon = await delegation(world, { code: 'LYS26', title: { en: 'Lyon' } })
  const { people } = world.house.rooms
  const ali = await people.persons.create({ givenNames: 'Ali', surname: 'Veli' })
  const oya = await people.persons.create({ givenNames: 'Oya', surname: 'Veli' })
  for (const [activity, person, number] of [
    [barcelona.id, ali, 1],
    [lyon.id, oya, 2],
  ])
    await world.house.database.query(
      `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
       values ($1, $2, 'approved', $3, $4, $4, $4)`,
      [activity, person, number, world.clock.now().toString()],
    )
  await publishes(world, visit(ofPerson), barcelona.id)
  await publishes(
    world,
    visit({ ...ofPerson, form_id: 'secret', form_title: 'Secret', heyet_anonymous: 'yes' }),
  )
  const pau = await world.coordinator('Pau Vidal', 'en', 'BCN26')
  await openCard(pau)
  await pau.taps('Fill in for somebody')
  await pau.writes('veli')
  expect(pau.buttons).toContain('Ali Veli')
  expect(pau.buttons).not.toContain('Oya Veli')
  const key = pau.holds('Ali Veli')
  expect(await pau.presses({ ...key, data: `q.for:1:${oya}` })).toContain('cannot fill this in for them')
  await pau.presses(key)
  expect(pau.last).toContain('For: Ali Veli')
  await pau.taps('No')
  await pau.taps('Skip')
  await pau.taps('Submit')
  pau.sees('visit-0001')
  expect(await pau.presses(key)).toContain('answered for them already: visit-0001')
  await openCard(zeynep, 'Secret')
  expect(zeynep.buttons.join()).not.toContain('Fill in for somebody')
  expect(await zeynep.presses({ messageId: 1, data: `q.for:2:${ali}` })).toContain('anonymous')
  const stranger = world.person('Ole Berg', 'en')
  await stranger.starts()
  expect(await stranger.presses({ messageId: 1, data: `q.for:1:${ali}` })).toContain('permission')
})

test('of a firm without people the whole house fills it in; whoever cannot be helped is not offered', async () => {
  const rail = await firm(world, 'Rail AB')
  const barcelona = await delegation(world)
  await publishes(world, visit())
  await publishes(
    world,
    visit({ form_id: 'gains', form_title: 'Gains', heyet_purpose: 'survey' }),
    barcelona.id,
  )
  await openCard(zeynep)
  await zeynep.taps('Fill in for somebody')
  await zeynep.writes('Rail')
  await zeynep.taps('Rail AB')
  expect(zeynep.last).toContain('For: Rail AB')
  await zeynep.taps('Yes')
  await zeynep.taps('Skip')
  await zeynep.taps('Submit')
  zeynep.sees('visit-0001')
  expect(await query('select firm_id from responses')).toEqual([{ firm_id: String(rail) }])

  await openCard(zeynep, 'Gains')
  await zeynep.taps('Fill in for somebody')
  await zeynep.writes('Rail')
  zeynep.sees('Found: Rail AB. But this questionnaire cannot be filled in for them')
  const pau = await world.coordinator('Pau Vidal', 'en', 'BCN26')
  await openCard(pau, 'Gains')
  expect(await pau.presses({ messageId: 1, data: `q.for:1:${rail}` })).toContain('role')
})

test('the card and the answers of a long form say for whom they are, and nobody else is asked', async () => {
  const part = (name: string) => [
    { ...asks('begin_group', name, name, name) },
    ...Array.from({ length: 6 }, (_, at) => asks('text', `${name}_${at}`, `Soru ${at}?`, `Question ${at}?`)),
    { type: 'end_group', name: '' },
  ]
  await publishes(world, { ...visit(), survey: [...part('first'), ...part('second')] })
  await openCard(zeynep)
  await zeynep.taps('Fill in for somebody')
  await zeynep.writes('celik')
  await zeynep.taps('Çelik Dış Ticaret')
  expect(zeynep.last).toContain('▫️ first')
  expect(zeynep.last).toContain('For: Çelik Dış Ticaret A.Ş.')
  expect(zeynep.buttons.some((label) => label.includes('Ask a colleague'))).toBe(false)
  await zeynep.taps('▶ first')
  for (let at = 0; at < 6; at += 1) await zeynep.writes('Yes')
  await zeynep.taps('✅ first')
  expect(zeynep.last).toContain('1. Question 0? Yes')
  expect(zeynep.last).toContain('For: Çelik Dış Ticaret A.Ş.')
})
