import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, choice, publishes, sends, sendsPhoto, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let emma: Person
beforeEach(async () => {
  world = await openWorld()
  emma = world.person('Emma Wilson', 'en')
})
afterEach(() => world.close())

const trip: SmallForm = {
  survey: [
    asks('select_multiple lang', 'langs', 'Hangi diller?', 'Which languages?'),
    asks('select_one lang', 'best', 'En iyisi?', 'Which best?'),
    asks('text', 'why', 'Neden?', 'Why?'),
  ],
  choices: [
    choice('lang', 'tr', 'Türkçe', 'Turkish'),
    choice('lang', 'es', 'İspanyolca', 'Spanish'),
    choice('lang', 'fr', 'Fransızca', 'French'),
  ],
  settings: { form_id: 'trip', form_title: 'Trip', heyet_closes_at: '2026-11-05 18:00' },
}

const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])
const answers = () => query('select path, value from answers order by path')
const afterClosing = () => world.clockShows('2026-11-06T09:00:00+03:00[Europe/Istanbul]')

test('a tick of a question that is answered ticks nothing any more', async () => {
  await publishes(world, trip)
  await emma.starts('q_trip')
  const tick = emma.holds('☐ Turkish')
  await emma.taps('☐ Spanish')
  const done = emma.holds('Done (1)')
  await emma.presses(done)
  expect(await emma.presses(tick)).toContain('has been answered')
  expect(await emma.presses(done)).toContain('has been answered')
  expect(emma.last).toContain('Which best?')
  expect(await answers()).toEqual([{ path: '/data/langs', value: 'es' }])
})

test('what is half ticked survives a command, another language, a deploy and a pause', async () => {
  await publishes(world, trip)
  await emma.starts('q_trip')
  await emma.taps('☐ Spanish')
  await emma.taps('☐ French')
  await emma.writes('/trips')
  expect(emma.buttons).toContain('☑ French')
  await world.deploys(2)
  await emma.writes('/language')
  await emma.taps('Türkçe')
  expect(emma.buttons).toContain('☑ Fransızca')
  await emma.taps('Ara ver')
  await emma.taps('Devam et')
  await emma.taps('Tamam (2)')
  expect(await answers()).toEqual([{ path: '/data/langs', value: 'es fr' }])
})

test('handed in twice is handed in once', async () => {
  await publishes(world, trip)
  await emma.starts('q_trip')
  for (const skip of ['Skip', 'Skip', 'Skip']) await emma.taps(skip)
  const [submit, discard] = [emma.holds('✅ Submit'), emma.holds('🗑 Discard')]
  await emma.presses(submit)
  expect(await emma.presses(submit)).toContain('has been submitted')
  expect(await emma.presses(discard)).toContain('has been submitted')
  expect(emma.texts.filter((text) => text.includes('trip-0001'))).toHaveLength(1)
  expect(await query('select state from responses')).toEqual([{ state: 'submitted' }])
})

test('whatever is tapped after closing is not taken, and what was answered stays', async () => {
  await publishes(world, trip)
  await emma.starts('q_trip')
  await emma.taps('☐ Spanish')
  const tick = emma.holds('☐ French')
  await emma.taps('Done (1)')
  await emma.taps('Turkish')
  await emma.taps('Skip')
  const [submit, change] = [emma.holds('✅ Submit'), emma.holds('✎ 1.')]
  await afterClosing()
  for (const button of [submit, change, tick]) await emma.presses(button)
  emma.sees('closing date of this questionnaire has passed')
  emma.doesNotSee('trip-0001')
  expect(await query('select state, is_paused from responses')).toEqual([{ state: 'draft', is_paused: true }])
  expect(await answers()).toEqual([
    { path: '/data/best', value: 'tr' },
    { path: '/data/langs', value: 'es' },
    { path: '/data/why', value: '' },
  ])
})

test('what was handed in can be looked at after closing, and is not changed', async () => {
  await publishes(world, trip)
  await emma.starts('q_trip')
  for (const skip of ['Skip', 'Skip', 'Skip']) await emma.taps(skip)
  await emma.taps('✅ Submit')
  await emma.writes('/forms')
  const edit = emma.holds('Change: Trip')
  await afterClosing()
  await emma.presses(edit)
  expect(emma.last).not.toContain('Please check')
  expect(await query('select state from responses')).toEqual([{ state: 'submitted' }])
})

test('a picture, a contact and a place are no answer to a question for words', async () => {
  await publishes(world, trip)
  await emma.starts('q_trip')
  await sendsPhoto(emma)
  expect(emma.last).toContain('expecting a written answer')
  await emma.taps('Skip')
  await emma.taps('Turkish')
  await emma.does((phone) => phone.shareLocation({ latitude: 41.5, longitude: 2.25 }))
  expect(emma.last).toContain('expecting a written answer')
  expect(emma.last).toContain('Why?')
  expect(await query('select * from response_files')).toEqual([])
})

test('words and voices after a pause are no answers', async () => {
  await publishes(world, trip)
  await emma.starts('q_trip')
  const spanish = emma.holds('☐ Spanish')
  await emma.taps('Skip')
  await emma.writes('/cancel')
  await emma.writes('Turkish')
  await sends(emma, 'voice', 'voice.ogg', 'audio/ogg')
  expect(await emma.presses(spanish)).toContain('is paused')
  expect(await answers()).toEqual([{ path: '/data/langs', value: '' }])
})

test('nobody else leads, pauses, discards or hands in a draft', async () => {
  await publishes(world, trip)
  await emma.starts('q_trip')
  const held = [emma.holds('⏸ Pause'), emma.holds('Skip')]
  for (const skip of ['Skip', 'Skip', 'Skip']) await emma.taps(skip)
  held.push(...['✅ Submit', '✎ 1.', '🗑 Discard'].map((label) => emma.holds(label)))
  await emma.taps('🗑 Discard')
  held.push(emma.holds('🗑 Discard'))
  const marta = world.person('Marta Ruiz', 'en')
  await marta.starts()
  for (const { data } of held) expect(await marta.presses({ messageId: 1, data })).toBeTruthy()
  expect(await query('select state, is_paused from responses')).toEqual([
    { state: 'draft', is_paused: false },
  ])
})

test('whoever goes back from the map gets the phone’s own keyboard again', async () => {
  await publishes(world, {
    survey: [asks('text', 'a', 'Adınız?', 'Your name?'), asks('geopoint', 'b', 'Nerede?', 'Where?')],
    settings: { form_id: 'trip', form_title: 'Trip' },
  })
  await emma.starts('q_trip')
  await emma.writes('Emma')
  expect(JSON.stringify(emma.phone.state())).toContain('request_location')
  await emma.writes('‹ Back')
  expect(emma.last).toContain('Your name?')
  expect(emma.phone.state().replyKeyboard).toBeNull()
})
