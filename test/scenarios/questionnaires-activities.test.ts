import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, publishes, workbookOf, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { barcelona, filesOf, sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const travel = (settings: Record<string, string> = {}): SmallForm => ({
  survey: [asks('text', 'flight', 'Uçuşunuz?', 'Your flight?')],
  settings: { form_id: 'travel', form_title: 'Travel details', heyet_purpose: 'logistics', ...settings },
})

const madrid = {
  code: 'MAD26',
  title: { tr: 'Madrid Heyeti', en: 'Madrid delegation' },
  startsOn: Temporal.PlainDate.from('2026-12-16'),
  endsOn: Temporal.PlainDate.from('2026-12-18'),
}

/** Somebody with a phone and a seat in these activities. */
async function participant(name: string, activityIds: readonly number[]): Promise<Person> {
  const { people } = world.house.rooms
  const somebody = world.person(name, 'en')
  await somebody.starts()
  const [givenNames = '', surname = ''] = name.split(' ')
  const personId = await people.persons.create({ givenNames, surname })
  await world.house.door.accounts.linkPerson(somebody.id, personId)
  for (const activityId of activityIds)
    await world.house.database.query(
      `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
       values ($1, $2, 'approved', (select count(*) + 1 from applications), $3, $3, $3)`,
      [activityId, personId, world.clock.now().toString()],
    )
  return somebody
}

test('one form of two activities is answered for each of them', async () => {
  const trip = await delegation(world, { details: { logisticsForm: 'travel' } })
  const other = await delegation(world, { ...madrid, details: { logisticsForm: 'TRAVEL' } })
  await publishes(world, travel())
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const marta = await participant('Marta Puig', [trip.id, other.id])
  await marta.writes('/forms')
  marta.sees('Travel details · Barcelona rail delegation')
  marta.sees('Travel details · Madrid delegation')
  // On a narrow button comes first what tells them apart.
  expect(marta.buttons).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^📝 Barcelona rail delegation/),
      expect.stringMatching(/^📝 Madrid delegation · Travel/),
    ]),
  )

  await marta.starts('q_travel')
  marta.sees('For which activity are you answering?')
  await marta.taps('Barcelona rail delegation')
  await marta.writes('TK 1853')
  await marta.taps('Submit')
  await marta.writes('/forms')
  expect(marta.last).toContain('Travel details · Madrid delegation')

  // What is left needs no choosing.
  await marta.starts('q_travel')
  await marta.writes('TK 1859')
  await marta.taps('Submit')
  await zeynep.writes('/desk')
  await zeynep.taps('📝 Questionnaires')
  await zeynep.taps('Travel details')
  zeynep.sees('🎯 Barcelona rail delegation')
  zeynep.sees('🎯 Madrid delegation')
  const rows = await world.house.database.query(
    `select a.code from responses r join activities a on a.id = r.activity_id where r.state = 'submitted' order by 1`,
    [],
  )
  expect(rows).toEqual([{ code: 'BCN26' }, { code: 'MAD26' }])
})

test('a coordinator of one of its activities sees the answers for that one, and closes nothing', async () => {
  const trip = await delegation(world, { details: { logisticsForm: 'travel' } })
  const other = await delegation(world, { ...madrid, details: { logisticsForm: 'travel' } })
  await publishes(world, travel())
  const pau = await world.coordinator('Pau Serra', 'en', 'BCN26')
  for (const activity of [trip, other]) {
    const somebody = await participant(`Guest ${activity.code}`, [activity.id])
    await somebody.starts('q_travel')
    await somebody.writes('TK 1853')
    await somebody.taps('Submit')
  }
  await pau.writes('/desk')
  await pau.taps('📝 Questionnaires')
  await pau.taps('Travel details')
  expect(pau.last).toContain('🎯 Barcelona rail delegation')
  expect(pau.last).not.toContain('Madrid')
  expect(pau.last).toMatch(/\b1\b/)
  await pau.taps('Close')
  expect(await pau.taps('Yes, close it')).toContain('your role does not include')
  await pau.taps('Yes, close it')
})

test('sent before or after its form, the workbook that names it attaches it, and the one that does not detaches it', async () => {
  const trip = await delegation(world)
  await publishes(world, travel({ heyet_purpose: '' }))
  const marta = await participant('Marta Puig', [trip.id])
  await marta.writes('/forms')
  expect(marta.last).not.toContain('Travel details')
  await delegation(world, { details: { logisticsForm: 'travel' } })
  await marta.writes('/forms')
  marta.sees('Travel details · Barcelona rail delegation')
  await delegation(world, { details: { logisticsForm: null } })
  await marta.writes('/forms')
  expect(marta.last).not.toContain('Travel details')
})

test('a hidden row knows the days of the trip, also when it moves while the form is open', async () => {
  const trip = await delegation(world, { details: { logisticsForm: 'travel' } })
  await publishes(world, {
    ...travel(),
    survey: [
      { type: 'hidden', name: 'leaves', heyet_profile: 'trip.schengen_leaves_on' },
      asks('date', 'passport', 'Geçerlilik?', 'Valid until?', {
        constraint: '. > date(${leaves})',
        'constraint_message::English (en)': 'Longer than the trip, please',
      }),
      asks('text', 'flight', 'Uçuşunuz?', 'Your flight after ${leaves}?'),
    ],
  })
  const marta = await participant('Marta Puig', [trip.id])
  await marta.starts('q_travel')
  await marta.writes('2026-12-12')
  marta.sees('Longer than the trip, please')
  await marta.writes('2026-12-20')
  expect(marta.last).toContain('after 2026-12-13?')
  await delegation(world, {
    details: { logisticsForm: 'travel' },
    endsOn: Temporal.PlainDate.from('2026-12-14'),
  })
  await marta.writes('/help')
  expect(marta.last).toContain('after 2026-12-14?')
})

test('approved people are told that the travel form waits, and nobody before', async () => {
  await delegation(world, { details: { logisticsForm: 'travel' } })
  await firm(world)
  await publishes(world, travel())
  const zeynep = await world.coordinator('Zeynep Kaya')
  const ayse = world.person('Ayşe Yılmaz')
  await applies(ayse)
  await aMomentLater()
  await ayse.writes('/forms')
  expect(ayse.texts.join()).not.toContain('Travel details')
  await zeynep.taps('Onayla')
  await aMomentLater()
  ayse.sees('Travel details · Barselona Raylı Sistemler Heyeti')
  const told = ayse.texts.length
  await aMomentLater()
  expect(ayse.texts).toHaveLength(told)
})

test('surveys are asked on the day after, at ten, and of what was cancelled never', async () => {
  const trip = await delegation(world, { details: { surveyForm: 'smile', resultsForm: 'deals' } })
  const cancelled = await delegation(world, { ...madrid, details: { surveyForm: 'smile' } })
  await publishes(world, travel({ form_id: 'smile', form_title: 'Your smile', heyet_purpose: 'survey' }))
  await publishes(world, travel({ form_id: 'deals', form_title: 'Your deals', heyet_purpose: 'survey' }))
  const marta = await participant('Marta Puig', [trip.id, cancelled.id])
  await marta.writes('/forms')
  expect(marta.last).not.toContain('Your smile')
  await delegation(world, { ...madrid, details: { surveyForm: 'smile' }, state: 'cancelled' })
  await world.clockShows('2026-12-14T09:59[Europe/Istanbul]')
  expect(marta.texts.join()).not.toContain('Your smile')
  await world.clockShows('2026-12-14T10:01[Europe/Istanbul]')
  expect(marta.last).toContain('Your smile · Barcelona rail delegation')
  expect(marta.last).toContain('Your deals · Barcelona rail delegation')
  await world.clockShows('2026-12-25T10:01[Europe/Istanbul]')
  expect(marta.texts.join()).not.toContain('Madrid')
})

test('the preview names what has not been sent yet, and the card what is attached and what is missing', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await publishes(
    world,
    travel({ form_id: 'satisfaction', form_title: 'Your smile', heyet_purpose: 'survey' }),
  )
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  zeynep.sees('Logistics form: the questionnaire “logistics” has not been sent yet')
  expect(zeynep.last).not.toContain('satisfaction')
  await zeynep.taps('Publish')
  await zeynep.taps('To the activity')
  zeynep.sees('⚠️ Logistics form: “logistics” has not been sent yet')
  zeynep.sees('Your smile')
  await publishes(world, travel({ form_id: 'Logistics' }))
  await zeynep.writes('/desk')
  await zeynep.taps('Rail systems')
  expect(zeynep.last).toContain('📝 Logistics form: Travel details')
})

/** Waits for what falls due at this moment. */
const aMomentLater = () =>
  world.clockShows(world.clock.now().add({ minutes: 1 }).toZonedDateTimeISO('Europe/Istanbul').toString())

test('a partner who names a form of the house in a workbook does not close it for everybody', async () => {
  await publishes(world, { ...travel(), settings: { form_id: 'travel', form_title: 'Travel details' } })
  const ole = world.person('Ole Berg', 'en')
  await ole.starts('q_travel')
  await ole.writes('TK 1853')
  await ole.taps('Submit')
  await delegation(world, { ...madrid, details: { surveyForm: 'travel' } })
  const pau = await world.coordinator('Pau Vidal', 'en', 'MAD26')
  await pau.writes('/desk')
  await pau.taps('📝 Questionnaires')
  expect(pau.last).not.toContain('/desk')
  await pau.taps('📄 Empty template')
  expect(filesOf(pau).map(({ name }) => name)).toEqual(['heyet-questionnaire.xlsx'])
  await pau.taps('Travel details')
  await pau.taps('Close it')
  await pau.taps('Yes, close it')
  expect(await world.house.database.query('select state from questionnaires', [])).toEqual([
    { state: 'published' },
  ])
})

test('a partner gets hold of no form of the house by naming it, though nobody has answered it', async () => {
  const { questionnaire } = await publishes(world, {
    ...travel(),
    settings: { form_id: 'travel', form_title: 'Travel details' },
  })
  await delegation(world, { ...madrid, details: { surveyForm: 'travel' } })
  const pau = await world.coordinator('Pau Vidal', 'en', 'MAD26')
  for (const state of ['closed', 'archived'])
    expect(await pau.presses({ messageId: 1, data: `q.state:${questionnaire.id}:${state}` })).toContain(
      'your role does not include',
    )
  await sendsBook(
    pau,
    'travel.xlsx',
    workbookOf({ ...travel(), settings: { form_id: 'travel', form_title: 'Mine', version: '2' } }),
  )
  pau.sees('your role does not include')
  expect(
    await world.house.database.query(
      'select state, (select count(*)::int from questionnaire_versions) as versions from questionnaires',
      [],
    ),
  ).toEqual([{ state: 'published', versions: 1 }])
  // What was published for their activity is theirs to close.
  const own = await publishes(
    world,
    { ...travel(), settings: { form_id: 'own', form_title: 'Own' } },
    (await world.house.rooms.activities.store.byCode('MAD26'))?.id,
  )
  expect(await pau.presses({ messageId: 1, data: `q.state:${own.questionnaire.id}:closed` })).not.toContain(
    'your role does not include',
  )
})
