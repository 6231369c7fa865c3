import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, choice, publishes, workbookOf, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const visits = (changes: Partial<SmallForm> = {}, settings: Record<string, string> = {}): SmallForm => ({
  survey: [
    asks('select_one yn', 'first', 'Birinci?', 'First?', { required: 'yes' }),
    asks('text', 'second', 'İkinci?', 'Second?'),
    asks('integer', 'third', 'Üçüncü?', 'Third?', { required: 'yes' }),
  ],
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: { form_id: 'visits', form_title: 'Visits', ...settings },
  ...changes,
})

/** `first` stays, `second` is a number now, and there is one more. */
const revised = visits({
  survey: [
    asks('select_one yn', 'first', 'Birinci?', 'First?', { required: 'yes' }),
    asks('integer', 'second', 'İkinci, sayıyla?', 'Second, as a number?', { required: 'yes' }),
    asks('text', 'extra', 'Bir de?', 'One more?', { required: 'yes' }),
    asks('integer', 'third', 'Üçüncü?', 'Third?', { required: 'yes' }),
  ],
  settings: { form_id: 'visits', form_title: 'Visits', version: '2' },
})

test('open drafts come to a new version: what fits stays, what changed is asked again, and old buttons are kind', async () => {
  await publishes(world, visits())
  const emma = world.person('Emma Berg', 'en')
  await emma.starts('q_visits')
  const no = emma.holds('No')
  await emma.taps('Yes')
  await emma.writes('the plant')
  expect(emma.last).toContain('Third?')
  const ayse = world.person('Ayşe Yılmaz', 'tr')
  await ayse.starts('q_visits')
  await ayse.taps('Evet')
  await ayse.taps('Ara ver')

  await sendsBook(zeynep, 'visits.xlsx', workbookOf(revised))
  zeynep.sees('2 open drafts stay on the old version; after publishing you can move them')
  await zeynep.taps('Publish')
  zeynep.sees('2 open drafts are on an older version')
  await zeynep.taps('Move drafts to this version (2)')
  zeynep.sees('Move 2 open drafts to this version?')
  expect(emma.last).toContain('Third?')
  const yes = zeynep.holds('Yes, move them')
  expect(await zeynep.presses(yes)).toContain('2 drafts moved')
  expect(await zeynep.presses(yes)).toContain('0 drafts moved')
  zeynep.doesNotSee('on an older version')

  emma.sees('1 question has changed; please look at it again.')
  expect(emma.last).toContain('Second, as a number?')
  expect(emma.last).toContain('2/4')
  expect(await emma.presses(no)).toContain('has been answered')
  await emma.writes('12')
  await emma.writes('one more thing')
  expect(emma.last).toContain('Third?')
  await emma.writes('3')
  await emma.taps('Submit')
  emma.sees('visits-0001')
  expect(
    await world.house.database.query(
      "select r.set_aside, v.version from responses r join questionnaire_versions v on v.id = r.version_id where r.state = 'submitted'",
      [],
    ),
  ).toEqual([{ set_aside: { '/data/second': 'the plant' }, version: '2' }])

  ayse.sees('“Visits” anketi yenilendi. Verdiğiniz yanıtlar duruyor.')
  await ayse.taps('Devam et')
  expect(ayse.last).toContain('İkinci, sayıyla?')
})

test('nobody else moves them, and they stay where they are until she wants it', async () => {
  await publishes(world, visits())
  const emma = world.person('Emma Berg', 'en')
  await emma.starts('q_visits')
  await emma.taps('Yes')
  await publishes(world, revised)
  expect(emma.last).toContain('Second?')
  const other = world.person('Marta Ruiz', 'en')
  await other.starts()
  expect(await other.presses({ messageId: 1, data: 'q.move:1' })).toContain('coordinators')
  await emma.writes('the plant')
  await emma.writes('3')
  await emma.taps('Submit')
  emma.sees('visits-0001')
})

test('the same version with other words is refused, and says what to write where', async () => {
  await publishes(world, visits())
  await sendsBook(zeynep, 'visits.xlsx', workbookOf(visits({}, { form_title: 'Visitors' })))
  zeynep.sees('write it into the cell “version” of the sheet “settings” (for example 2)')
})
