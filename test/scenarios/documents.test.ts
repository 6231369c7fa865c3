import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Language } from '../../src/shared/localized-text.ts'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes, sends, sendsPhoto } from '../support/forms.ts'
import { participant as seated } from '../support/participant.ts'
import type { Person } from '../support/person.ts'
import { filesOf, lastTable } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let activityId: number
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  const trip = await delegation(world, { details: { logisticsForm: 'travel' } })
  activityId = trip.id
  await firm(world)
  await world.house.rooms.activities.store.saveSheet(activityId, 'documents', rules)
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const rule = (code: string, title: string, more: object = {}) => ({
  row: 2,
  code,
  title: { en: title, tr: title, es: title, fr: title },
  appliesIf: null,
  isMandatory: true,
  dueOn: '2026-11-20',
  proof: 'file',
  rule: null,
  ruleSource: null,
  ruleCheckedOn: null,
  ...more,
})

const rules = [
  rule('insurance', 'Insurance', {
    proof: 'declared',
    rule: 'At least 30,000 euros',
    ruleSource: 'Visa Code, Article 15',
    ruleCheckedOn: '2026-09-01',
  }),
  rule('photo', 'Biometric photo', {
    rule: { tr: 'Altı aydan eski olmamalı', en: 'Not older than six months' },
  }),
  rule('contract', 'Signed contract', { proof: 'paper', isMandatory: false, dueOn: null }),
  rule('visa', 'Visa', {
    proof: 'declared',
    appliesIf: { passportTypes: ['ordinary'], nationalities: ['TR'], sides: [] },
  }),
]

const participant = async (name: string, language: Language = 'en'): Promise<Person> =>
  (await seated(world, activityId, name, { language })).somebody

async function opensMatrix(coordinator: Person): Promise<void> {
  await coordinator.writes('/desk')
  await coordinator.taps('Barcelona rail delegation')
  await coordinator.taps('📄 Documents')
}

const onLast = (person: Person): string =>
  JSON.stringify(person.phone.state().messages.at(-1)?.keyboard ?? [])

test('the way to one’s own documents stands on the trip as well, for whoever takes part', async () => {
  const marta = await participant('Marta Puig')
  await marta.writes('/trips')
  await marta.taps('Barcelona rail delegation')
  await marta.taps('📄 My documents')
  marta.sees('🟡 Biometric photo · still needed')
  await marta.taps('‹ Back')
  marta.sees('Your application: approved')
  expect(onLast(marta).indexOf('My documents')).toBeLessThan(onLast(marta).indexOf('Withdraw'))
  const emma = world.person('Emma Wilson', 'en')
  await applies(emma, { language: 'en' })
  await emma.writes('/trips')
  await emma.taps('Barcelona rail delegation')
  expect(onLast(emma)).not.toContain('My documents')
  await world.clockShows('2026-12-15T10:00[Europe/Madrid]')
  await marta.writes('/trips')
  await marta.taps('Barcelona rail delegation')
  expect(onLast(marta)).not.toContain('My documents')
})

test('somebody sees what they need and why, says what they have, sends a photo, and hears that it is all right', async () => {
  const marta = await participant('Marta Puig')
  await marta.starts()
  marta.sees('Barcelona rail delegation: 3 documents are still needed.')
  await marta.taps('📄 My documents')
  marta.sees('🟡 Biometric photo · still needed · by 20 November 2026')
  marta.sees('⚪ Visa · depends on the passport')
  await marta.taps('🟡 Insurance')
  marta.sees('Visa Code, Article 15')
  marta.sees('Last checked: 1 September 2026')
  await marta.taps('✅ I have it')
  marta.sees('🟢 Insurance · all right')
  marta.sees('there is nothing you need to do')
  expect(marta.last).not.toContain('telling us below')
  await marta.taps('Back')
  await marta.taps('🟡 Biometric photo')
  marta.sees('Not older than six months')
  await marta.taps('📎 Send it')
  await sendsPhoto(marta)
  marta.sees('Thank you, we have received it')

  await opensMatrix(zeynep)
  zeynep.sees('🟢🟡🟡⚪ Marta Puig')
  await zeynep.taps('Marta Puig')
  await zeynep.taps('🟡 Biometric photo')
  zeynep.sees('received, being checked')
  await zeynep.taps('📎 Show the file')
  expect(filesOf(zeynep).map(({ name }) => name)).toEqual(['document.jpg'])
  await zeynep.taps('↩️ Send back')
  await zeynep.writes('The photo is blurred')
  marta.sees('We need your document once more: Biometric photo')
  marta.sees('Because: The photo is blurred')
  zeynep.sees('🔴 Biometric photo · sent back')

  await marta.taps('📄 My documents')
  await marta.taps('🔴 Biometric photo')
  await marta.taps('📎 Send it')
  await sends(marta, 'document', 'photo.jpg', 'image/jpeg')
  await opensMatrix(zeynep)
  await zeynep.taps('Marta Puig')
  await zeynep.taps('🟡 Biometric photo')
  await zeynep.taps('✅ Accept')
  marta.sees('Your document is all right: Biometric photo')
  const [kept] = await world.house.database.query<{ sealed: number }>(
    'select count(*)::int as sealed from document_files where content is not null',
    [],
  )
  expect(kept).toEqual({ sealed: 1 })
  await opensMatrix(zeynep)
  await zeynep.taps('📊 Table')
  expect((await lastTable(world, zeynep))[0]).toMatchObject({
    Name: 'Marta Puig',
    Insurance: 'all right',
    'Biometric photo': 'all right',
    Visa: 'depends on the passport',
  })
})

test('the type of the passport decides about the visa, and a passport that is too short says by when to renew it', async () => {
  await publishes(world, {
    survey: [
      asks('select_one passport', 'passport_type', 'Hangi pasaport?', 'Which passport?'),
      { type: 'calculate', name: 'passport_is_short', calculation: '1' },
      { type: 'calculate', name: 'renew_by', calculation: "'2026-11-15'" },
    ],
    choices: [
      choice('passport', 'ordinary', 'Bordo', 'Ordinary'),
      choice('passport', 'special', 'Yeşil', 'Special'),
    ],
    settings: { form_id: 'travel', form_title: 'Travel details', heyet_purpose: 'logistics' },
  })
  const marta = await participant('Marta Puig')
  const pau = await participant('Pau Vila')
  for (const [person, passport] of [
    [marta, 'Ordinary'],
    [pau, 'Special'],
  ] as const) {
    await person.starts('q_travel')
    await person.taps(passport)
    await person.taps('Submit')
  }
  await opensMatrix(zeynep)
  zeynep.sees('Marta Puig')
  expect(zeynep.last).toMatch(/🟡🟡🟡🟡🛂 Marta Puig/)
  expect(zeynep.last).toMatch(/🟡🟡🟡➖🛂 Pau Vila/)
  await pau.starts()
  await pau.taps('📄 My documents')
  pau.sees('Please renew your passport by 15 November 2026')
  pau.doesNotSee('Visa ·')
})

test('who lacks something hears it the next morning, then by the deadline, and never when all is there', async () => {
  const marta = await participant('Marta Puig', 'es')
  await world.clockShows('2026-11-03T10:01:00+03:00[Europe/Istanbul]')
  marta.sees('Misión ferroviaria a Barcelona: faltan 3 de sus documentos.')
  expect(marta.texts.filter((text) => text.includes('de sus documentos'))).toHaveLength(1)
  await world.clockShows('2026-11-12T12:00:00+03:00[Europe/Istanbul]')
  expect(marta.texts.filter((text) => text.includes('de sus documentos'))).toHaveLength(1)
  await world.clockShows('2026-11-13T10:01:00+03:00[Europe/Istanbul]')
  expect(marta.texts.filter((text) => text.includes('de sus documentos'))).toHaveLength(2)
  await world.house.database.query(
    `insert into document_states (application_id, code, state, changed_at)
     select id, code, 'accepted', $1 from applications, unnest(array['insurance', 'photo', 'contract']) as code`,
    [world.clock.now().toString()],
  )
  await world.clockShows('2026-11-22T12:00:00+03:00[Europe/Istanbul]')
  expect(marta.texts.filter((text) => text.includes('de sus documentos'))).toHaveLength(2)
})

test('documents are for whom they belong to and for whoever runs the activity', async () => {
  const marta = await participant('Marta Puig')
  const pau = await participant('Pau Vila')
  await marta.starts()
  await marta.taps('📄 My documents')
  const own = marta.holds('🟡 Biometric photo')
  await pau.starts()
  const [message] = pau.phone.state().messages.filter(({ from }) => from === 'bot')
  expect(await pau.presses({ ...own, messageId: message?.id ?? 0 })).toContain('not yours')
  const forged = { messageId: message?.id ?? 0, data: `d.all:${activityId}:0` }
  expect(await pau.presses(forged)).toContain('not yours')
  // A command leaves the waiting file aside, and a photo afterwards is nobody's document.
  await marta.taps('🟡 Biometric photo')
  await marta.taps('📎 Send it')
  await marta.writes('/cancel')
  marta.sees('Sending a document was left aside')
  await sendsPhoto(marta)
  const [kept] = await world.house.database.query<{ count: number }>(
    'select count(*)::int as count from document_files',
    [],
  )
  expect(kept).toEqual({ count: 0 })
})

test('whoever opens somebody’s documents gets back to where they came from', async () => {
  const marta = await participant('Marta Puig', 'es')
  await world.clockShows('2026-11-25T09:00[Europe/Istanbul]')
  await zeynep.writes('/desk')
  await zeynep.taps('Documents overdue: 1')
  await zeynep.taps('Marta Puig')
  await zeynep.taps('🔴 Biometric photo')
  await zeynep.taps('📥 Handed in')
  await zeynep.taps('Back')
  await zeynep.taps('Back')
  expect(zeynep.last).toContain('Documents overdue')

  await zeynep.taps('Marta Puig')
  await zeynep.taps('🟡 Biometric photo')
  await zeynep.taps('↩️ Send back')
  expect(zeynep.last).toContain('Marta Puig reads Spanish; your sentence goes out as you wrote it.')
  await zeynep.writes('The photo is blurred')
  marta.sees('The photo is blurred')
  await zeynep.taps('Back')
  await zeynep.taps('Back')
  expect(zeynep.last).toContain('Documents overdue')

  await zeynep.taps('Marta Puig')
  await zeynep.taps('👤 Person card')
  await zeynep.taps('📄 Documents')
  await zeynep.taps('🔴 Biometric photo')
  await zeynep.taps('Back')
  await zeynep.taps('👤 Back to the person')
  expect(zeynep.last).toContain('Marta Puig')
  expect(zeynep.buttons.join()).toContain('📄 Documents')

  // A button of an older version knows no list: it leads to everybody's.
  const [seat] = await world.house.database.query<{ id: number }>('select id::int from applications', [])
  await zeynep.presses({ ...zeynep.holds('📄 Documents'), data: `d.of:${seat?.id ?? 0}` })
  await zeynep.taps('Back')
  expect(zeynep.last).toContain('Documents · 1 person')
})

test('what has come and waits to be checked stands on the desk until somebody has looked', async () => {
  const marta = await participant('Marta Puig')
  await marta.writes('/start')
  await marta.taps('📄 My documents')
  await marta.taps('🟡 Biometric photo')
  await marta.taps('📎 Send it')
  await sendsPhoto(marta)
  await zeynep.writes('/desk')
  zeynep.sees('1 person’s document is waiting to be checked.')
  await zeynep.taps('Documents to check: 1')
  await zeynep.taps('Marta Puig')
  await zeynep.taps('🟡 Biometric photo')
  await zeynep.taps('✅ Accept')
  await zeynep.taps('Back')
  await zeynep.taps('Back')
  expect(zeynep.last).toContain('No document is waiting to be checked.')
})
