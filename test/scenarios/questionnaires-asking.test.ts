import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import { asks, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
let barcelona: number
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  barcelona = (await delegation(world)).id
})
afterEach(() => world.close())

const arrival = (settings: Record<string, string> = {}): SmallForm => ({
  survey: [
    asks('text', 'flight', 'Uçuşunuz?', 'Your flight?'),
    asks('text', 'hotel', 'Oteliniz?', 'Your hotel?'),
    asks('text', 'meal', 'Yemek?', 'Your meal?'),
  ],
  settings: { form_id: 'arrival', form_title: 'Arrival', heyet_purpose: 'logistics', ...settings },
})

/** Somebody with a phone who has applied. */
async function applicant(name: string, state = 'approved', language: 'tr' | 'en' = 'en'): Promise<Person> {
  const { people } = world.house.rooms
  const somebody = world.person(name, language)
  await somebody.starts()
  const [givenNames = '', surname = ''] = name.split(' ')
  const personId = await people.persons.create({ givenNames, surname })
  await world.house.door.accounts.linkPerson(somebody.id, personId)
  const now = world.clock.now().toString()
  await world.house.database.query(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
     values ($1, $2, $3, (select count(*) + 1 from applications), $4, $4, $4)`,
    [barcelona, personId, state, now],
  )
  return somebody
}

/** Waits for what falls due at this moment. */
const aMomentLater = () =>
  world.clockShows(
    `${world.clock.now().add({ minutes: 1 }).toZonedDateTimeISO('Europe/Istanbul').toString()}`,
  )

async function openCard(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('📝 Questionnaires')
  await zeynep.taps('Arrival')
}

async function sendsToApproved(): Promise<void> {
  await openCard()
  await zeynep.taps('Send to')
  await zeynep.taps('Approved people')
  await zeynep.taps('Send now')
  await aMomentLater()
}

const reminders = ({ texts }: Person) => texts.filter((text) => text.includes('A reminder')).length

test('sent to those who are approved, counted, named, and reminded in one tap', async () => {
  const ayse = await applicant('Ayşe Yılmaz', 'approved', 'tr')
  const marta = await applicant('Marta Puig')
  const other = await applicant('Ole Berg', 'submitted')
  await publishes(world, arrival({ heyet_closes_at: '2026-12-01 18:00' }), barcelona)
  await openCard()
  expect(zeynep.buttons.join()).not.toContain('Remind')
  await zeynep.taps('Send to')
  expect(zeynep.buttons).toContain('Approved people (2)')
  expect(zeynep.buttons.join()).not.toContain('All applicants')
  await zeynep.taps('Approved people (2)')
  expect(zeynep.buttons).toContain('📨 Send now (2)')
  await zeynep.taps('Send now')
  await aMomentLater()
  ayse.sees('3 soru, yaklaşık 2 dakika')
  marta.sees('Open until Tuesday 1 December 2026, 18:00')
  other.doesNotSee('Arrival')
  await marta.taps('Begin')
  await marta.writes('LH 123')
  await ayse.taps('Başla')
  for (const answer of ['TK 1853', 'Otel', 'Balık']) await ayse.writes(answer)
  await ayse.taps('Gönder')
  await openCard()
  zeynep.sees('Sent to: 2 · opened: 2 · begun: 2 · finished: 1')
  await zeynep.taps('Who has not answered (1)')
  zeynep.sees('• Marta Puig – begun')
  await zeynep.taps('Back')
  await world.clockShows('2026-11-02T09:30[Europe/Istanbul]')
  await zeynep.taps('Remind the rest (1)')
  await aMomentLater()
  expect(marta.texts.join()).toContain('2 of 3 questions left, about 1 min.')
  expect(reminders(ayse)).toBe(0)
  await sendsAgain()
})

async function sendsAgain(): Promise<void> {
  await openCard()
  await zeynep.taps('Send to')
  await zeynep.taps('Approved people')
  zeynep.sees('2 more have been sent it before')
  expect(zeynep.buttons.join()).not.toContain('Send now')
}

test('reminded by itself after a day, three, and then weekly, four times at most', async () => {
  const marta = await applicant('Marta Puig')
  await publishes(world, arrival(), barcelona)
  await sendsToApproved()
  await world.clockShows('2026-11-03T08:59[Europe/Istanbul]')
  expect(reminders(marta)).toBe(0)
  await world.clockShows('2026-11-03T09:05[Europe/Istanbul]')
  expect(reminders(marta)).toBe(1)
  await world.clockShows('2026-11-05T09:05[Europe/Istanbul]')
  expect(reminders(marta)).toBe(2)
  await world.clockShows('2026-11-12T09:05[Europe/Istanbul]')
  expect(reminders(marta)).toBe(3)
  await world.clockShows('2026-11-30T09:05[Europe/Istanbul]')
  expect(reminders(marta)).toBe(4)
})

test('nobody is woken: what falls into the night waits for the morning', async () => {
  const marta = await applicant('Marta Puig')
  await publishes(world, arrival(), barcelona)
  await world.clockShows('2026-11-02T22:30[Europe/Istanbul]')
  await sendsToApproved()
  marta.sees('Arrival')
  await world.clockShows('2026-11-04T07:59[Europe/Istanbul]')
  expect(reminders(marta)).toBe(0)
  await world.clockShows('2026-11-04T08:01[Europe/Istanbul]')
  expect(reminders(marta)).toBe(1)
})

test('nobody is woken after an outage either', async () => {
  const marta = await applicant('Marta Puig')
  await publishes(world, arrival(), barcelona)
  await sendsToApproved()
  await world.stops()
  world.clock.moveTo(Temporal.ZonedDateTime.from('2026-11-04T02:00[Europe/Istanbul]').toInstant())
  await world.starts()
  await world.clockShows('2026-11-04T02:05[Europe/Istanbul]')
  expect(reminders(marta)).toBe(0)
  await world.clockShows('2026-11-04T08:01[Europe/Istanbul]')
  expect(reminders(marta)).toBe(1)
})

test('no reminder for whoever has answered, does not want it, or is not coming any more', async () => {
  const [done, tired, gone] = [
    await applicant('Ada Done'),
    await applicant('Bo Tired'),
    await applicant('Cy Gone'),
  ]
  await publishes(world, arrival(), barcelona)
  await sendsToApproved()
  await done.taps('Begin')
  for (const answer of ['LH 1', 'Inn', 'Fish']) await done.writes(answer)
  await done.taps('Submit')
  await world.house.database.query(
    `update applications set state = 'withdrawn' where person_id in (select id from persons where surname = 'Gone')`,
    [],
  )
  await world.clockShows('2026-11-03T09:05[Europe/Istanbul]')
  expect([done, tired, gone].map(reminders)).toEqual([0, 1, 0])
  expect(await tired.taps('Stop reminding me')).toContain('not be reminded')
  await openCard()
  zeynep.sees('Wish no reminders: 1')
  await world.clockShows('2026-11-20T09:05[Europe/Istanbul]')
  expect([done, tired, gone].map(reminders)).toEqual([0, 1, 0])
})

test('one message when two forms are open, and none once they are closed', async () => {
  const marta = await applicant('Marta Puig')
  await publishes(world, arrival(), barcelona)
  await sendsToApproved()
  await publishes(world, arrival({ form_id: 'wishes', form_title: 'Wishes' }), barcelona)
  await zeynep.writes('/desk')
  await zeynep.taps('📝 Questionnaires')
  await zeynep.taps('Wishes')
  await zeynep.taps('Send to')
  await zeynep.taps('Approved people')
  await zeynep.taps('Send now')
  await aMomentLater()
  marta.sees('Wishes')
  await world.clockShows('2026-11-03T09:05[Europe/Istanbul]')
  expect(reminders(marta)).toBe(1)
  expect(marta.last).toContain('2 questionnaires are waiting')
  expect(marta.buttons).toContain('📝 Arrival')
  expect(marta.buttons).toContain('📝 Wishes')
  for (const title of ['Arrival', 'Wishes']) {
    await zeynep.writes('/desk')
    await zeynep.taps('📝 Questionnaires')
    await zeynep.taps(title)
    await zeynep.taps('Close it')
    await zeynep.taps('Yes, close it')
  }
  await world.clockShows('2026-11-20T09:05[Europe/Istanbul]')
  expect(reminders(marta)).toBe(1)
})

test('members of firms and of a cluster, by whoever sees the whole house', async () => {
  const marta = await applicant('Marta Puig', 'submitted')
  const { people } = world.house.rooms
  const firmId = await people.firms.create({
    ...{ name: 'Ferro SL', country: 'ES', city: 'Barcelona', cluster: 'rail', taxNumber: null },
  })
  await world.house.database.query(
    `insert into firm_members (firm_id, person_id, state, since)
     select $1, id, 'member', $2::timestamptz from persons where surname = 'Puig'`,
    [firmId, world.clock.now().toString()],
  )
  await publishes(world, arrival({ heyet_purpose: 'needs_analysis' }))
  await openCard()
  await zeynep.taps('Send to')
  expect(zeynep.buttons).toContain('All members of firms (1)')
  expect(zeynep.buttons).toContain('Aviation cluster (0)')
  await zeynep.taps('People of an activity')
  await zeynep.taps('Barcelona')
  expect(zeynep.buttons).toContain('All applicants (1)')
  await zeynep.taps('Back')
  await zeynep.taps('Send to')
  await zeynep.taps('Rail systems cluster (1)')
  await zeynep.taps('Send now')
  await aMomentLater()
  marta.sees('Arrival')
  await marta.taps('Begin')
  marta.sees('Your flight?')
})

test('a reminder by hand takes none of the four away, and a tap that comes twice reminds once', async () => {
  const marta = await applicant('Marta Puig')
  await publishes(world, arrival(), barcelona)
  await sendsToApproved()
  await openCard()
  const remind = zeynep.holds('Remind the rest')
  expect(await zeynep.presses(remind)).toContain('just now')
  await world.clockShows('2026-11-02T12:00[Europe/Istanbul]')
  expect(await zeynep.presses(remind)).toContain('1 person is being reminded')
  expect(await zeynep.presses(remind)).toContain('just now')
  await aMomentLater()
  expect(await zeynep.presses(remind)).toContain('just now')
  expect(reminders(marta)).toBe(1)
  await world.clockShows('2026-11-30T12:05[Europe/Istanbul]')
  expect(reminders(marta)).toBe(5)
})

test('sending is stopped in the middle, and whoever was spared can be asked later', async () => {
  const marta = await applicant('Marta Puig')
  await publishes(world, arrival({ heyet_opens_at: '2026-11-04 10:00' }), barcelona)
  await sendsToApproved()
  marta.doesNotSee('Arrival')
  await openCard()
  zeynep.sees('Still to be sent: 1')
  expect(await zeynep.taps('Stop sending (1)')).toContain('1 person has not been sent it')
  await world.clockShows('2026-11-04T12:00[Europe/Istanbul]')
  marta.doesNotSee('Arrival')
  await sendsToApproved()
  marta.sees('Arrival')
  expect(zeynep.buttons.join()).not.toContain('Stop sending (0)')
})

test('a card that still counts whom something is sent to is looked at once more, and stops nothing then', async () => {
  const marta = await applicant('Marta Puig')
  await publishes(world, arrival({ heyet_opens_at: '2026-11-04 10:00' }), barcelona)
  await sendsToApproved()
  await openCard()
  const [stop, again] = [zeynep.holds('Stop sending (1)'), zeynep.holds('🔄 Refresh')]
  await world.clockShows('2026-11-04T12:00[Europe/Istanbul]')
  marta.sees('Arrival')
  expect(await zeynep.presses(stop)).toBe('Everything had been sent already; there was nothing left to stop.')
  await zeynep.presses(again)
  expect(zeynep.last).not.toContain('Still to be sent')
})

test('whom no phone reaches is named on the card, with what to do', async () => {
  const ayse = await applicant('Ayşe Yılmaz')
  const { people } = world.house.rooms
  const personId = await people.persons.create({ givenNames: 'Ali', surname: 'Veli' })
  await world.house.database.query(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
     values ($1, $2, 'approved', 77, $3, $3, $3)`,
    [barcelona, personId, world.clock.now().toString()],
  )
  await ayse.does((phone) => phone.block())
  await publishes(world, arrival(), barcelona)
  await sendsToApproved()
  await openCard()
  zeynep.sees('Not reachable: 2 (Ali Veli; Ayşe Yılmaz)')
  await zeynep.taps('Not reachable: what to do (2)')
  zeynep.sees('• Ali Veli – has never opened the bot')
  zeynep.sees('• Ayşe Yılmaz – has closed the bot')
  zeynep.sees('please call them')
})

test('a reminder of a long form names the sections that are left', async () => {
  const marta = await applicant('Marta Puig')
  const part = (name: string, label: string) => [
    asks('begin_group', name, label, label),
    ...[1, 2, 3, 4, 5, 6].map((at) => asks('text', `${name}${at}`, `${label} ${at}?`, `${label} ${at}?`)),
    { type: 'end_group', name: '' },
  ]
  const { settings } = arrival()
  await publishes(
    world,
    { survey: [...part('way', 'Way'), ...part('stay', 'Stay')], ...(settings && { settings }) },
    barcelona,
  )
  await sendsToApproved()
  await marta.taps('Begin')
  await marta.taps('▶ Way')
  for (let at = 1; at <= 6; at += 1) await marta.writes('x')
  await marta.taps('Pause')
  await world.clockShows('2026-11-03T12:30[Europe/Istanbul]')
  expect(marta.texts.join()).toContain('6 of 12 questions left, about 3 min.\n▫️ Stay · about 3 min')
})

test('single people are found by name and ticked, and nobody else is asked', async () => {
  const ada = await applicant('Ada Puig')
  const bo = await applicant('Bo Puig')
  const cy = await applicant('Cy Berg')
  await publishes(world, arrival(), barcelona)
  await openCard()
  await zeynep.taps('Send to')
  await zeynep.taps('Choose single people')
  await zeynep.writes('nobody')
  zeynep.sees('Nobody of that name')
  await zeynep.writes('puig')
  await zeynep.taps('☐ Ada Puig')
  await zeynep.taps('☐ Bo Puig')
  await zeynep.taps('☑ Bo Puig')
  await zeynep.taps('Search again')
  await zeynep.writes('berg')
  expect(zeynep.buttons).toContain('☑ Ada Puig')
  await zeynep.taps('☐ Cy Berg')
  await zeynep.taps('Next (2)')
  zeynep.sees('The people you have chosen: 2 people')
  const send = zeynep.holds('Send now (2)')
  await zeynep.presses(send)
  await aMomentLater()
  ada.sees('Arrival')
  cy.sees('Arrival')
  bo.doesNotSee('Arrival')
  await zeynep.presses(send)
  zeynep.sees('Sent to: 2')
  const pau = await world.coordinator('Pau Vidal', 'en', 'LYS26')
  expect(await pau.presses(send)).toContain('role')
  const [{ id } = { id: 0 }] = await world.house.database.query<{ id: string }>(
    "select id from persons where surname = 'Puig' limit 1",
    [],
  )
  expect(await pau.presses({ messageId: 1, data: `q.tick:1:${barcelona}:${id}:1` })).toContain('role')
  expect(await zeynep.presses({ messageId: 1, data: `q.tick:1:${barcelona}:999:1` })).toContain('for them')
})

test('the first message says how many questions everybody has, and how many there are at most', async () => {
  const marta = await applicant('Marta Puig')
  const form = arrival()
  const survey = [...form.survey, asks('text', 'why', 'Neden?', 'Why?', { relevant: "${meal} = 'none'" })]
  await publishes(world, { ...form, survey }, barcelona)
  await sendsToApproved()
  expect(marta.texts.join()).toContain('3–4 questions, about')
})
