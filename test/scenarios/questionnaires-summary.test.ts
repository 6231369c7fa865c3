import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import { answersHeldBack } from '../support/held-back.ts'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const fairs = (settings: Record<string, string> = {}): SmallForm => ({
  survey: [
    asks('select_one yn', 'fairs', 'Fuara katılıyor musunuz?', 'Do you go to <fairs>?', { required: 'yes' }),
    asks('select_multiple city', 'cities', 'Hangi şehirlere?', 'To which cities?', {
      relevant: "${fairs} = 'yes'",
    }),
    asks('range', 'mark', 'Kaç puan?', 'How many points?', { parameters: 'start=1 end=5 step=1' }),
    asks('text', 'words', 'Ne dersiniz?', 'What do you say?'),
    asks('calculate', 'score_total', 'Toplam', 'Total', { calculation: '${mark} * 20' }),
  ],
  choices: [
    choice('yn', 'yes', 'Evet', 'Yes'),
    choice('yn', 'no', 'Hayır', 'No'),
    choice('city', 'bcn', 'Barselona', 'Barcelona'),
    choice('city', 'lyon', 'Lyon', 'Lyon'),
  ],
  settings: { form_id: 'fairs', form_title: 'Fairs', ...settings },
})

interface Answers {
  cities?: string[]
  mark?: number
  words?: string
}

/** Somebody answers the form by its link; without cities they do not go to fairs. */
async function answers(name: string, { cities, mark, words }: Answers): Promise<Person> {
  const person = world.person(name, 'en')
  await person.starts('q_fairs')
  await person.taps(cities ? 'Yes' : 'No')
  if (cities) {
    for (const city of cities) await person.taps(city)
    await person.taps(cities.length > 0 ? 'Done' : 'Skip')
  }
  await person.taps(mark === undefined ? 'Skip' : String(mark))
  if (words === undefined) await person.taps('Skip')
  else await person.writes(words)
  await person.taps('Submit')
  return person
}

async function opensResults(person: Person): Promise<void> {
  await person.writes('/desk')
  await person.taps('Questionnaires')
  await person.taps('Fairs')
  await person.taps('Results')
}

const closes = async () => {
  await zeynep.writes('/desk')
  await zeynep.taps('Questionnaires')
  await zeynep.taps('Fairs')
  await zeynep.taps('Close it')
  await zeynep.taps('Yes, close it')
}

test('question by question in one message: numbers before bars, who left it empty, texts', async () => {
  await publishes(world, fairs())
  await answers('Ayşe Bir', { cities: ['Barcelona', 'Lyon'], mark: 5, words: 'Good & <b>short</b>' })
  await answers('Ali İki', { cities: ['Barcelona'], mark: 4 })
  await answers('Can Üç', { cities: [], mark: 2, words: 'Too late' })
  await answers('Ece Dört', {})
  await opensResults(zeynep)
  const before = zeynep.phone.state().messages.length
  await zeynep.taps('Question by question')
  expect(zeynep.last).toContain('Fairs · 1 of 5')
  expect(zeynep.last).toContain('Scores, of 100 each')
  expect(zeynep.last).toContain('Total\nn = 3\nMedian: 80\nLowest 40, highest 100')
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('Do you go to <fairs>?\nn = 4')
  expect(zeynep.last).toContain('Yes: 3 (75%) ▰▰▰▰▰▰▰▰▱▱\nNo: 1 (25%)')
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('To which cities?\nn = 2 · left empty: 1\nSeveral answers were possible')
  expect(zeynep.last).toContain('Barcelona: 2 (100%)')
  expect(zeynep.last).toContain('Lyon: 1 (50%)')
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('n = 3 · left empty: 1\nMedian: 4')
  expect(zeynep.last).toContain('3: 0 (0%) ▱▱▱▱▱▱▱▱▱▱\n4: 1 (33%)')
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('▪️ Too late\n\n▪️ Good & <b>short</b>')
  expect(zeynep.buttons.join()).not.toContain('Next question')
  await zeynep.taps('Previous question')
  expect(zeynep.last).toContain('How many points?')
  expect(zeynep.phone.state().messages).toHaveLength(before)
  await zeynep.taps('All questions')
  expect(zeynep.last).toBe('Fairs\n5 questions')
  expect(zeynep.buttons).toContain('3. To which cities?')
  await zeynep.taps('2. Do you go')
  await zeynep.taps('‹ Results')
  expect(zeynep.last).toContain('4 responses submitted')
})

test('the response rate, where it was sent to somebody', async () => {
  await publishes(world, fairs())
  await answers('Ayşe Bir', { mark: 5 })
  const other = world.person('Ali İki', 'en')
  await other.starts('q_fairs')
  await world.house.database.query(
    `insert into questionnaire_requests (questionnaire_id, person_id, whom, asked_at)
     select questionnaire_id, person_id, 'firms', $1::timestamptz from responses`,
    [world.clock.now().toString()],
  )
  await opensResults(zeynep)
  await zeynep.taps('Question by question')
  expect(zeynep.last).toContain('Response rate: 1 of 2 (50%)')
})

test('the same as a picture, with the same in words under it', { timeout: 90_000 }, async () => {
  await publishes(world, fairs())
  await answers('Ayşe Bir', { cities: ['Barcelona'], mark: 5, words: 'Good' })
  await answers('Ali İki', { mark: 4 })
  await opensResults(zeynep)
  await zeynep.taps('Question by question')
  expect(await zeynep.taps('As a picture')).toBe('The picture is being drawn.')
  await world.settle()
  const scores = zeynep.phone.state().messages.findLast(({ caption }) => caption !== undefined)
  expect(scores?.caption).toContain('Scores\nTotal: n = 2 · Median: 90')
  expect(world.calls.filter(({ method }) => method === 'sendPhoto')).toHaveLength(1)
  await zeynep.taps('Next question')
  await zeynep.taps('As a picture')
  await world.settle()
  zeynep.sees('Do you go to <fairs>?\nn = 2\nYes: 1 (50%)\nNo: 1 (50%)')
  for (let at = 0; at < 3; at += 1) await zeynep.taps('Next question')
  expect(zeynep.buttons.filter((label) => label.includes('As a picture'))).toEqual([])
})

test('each round by itself: a message stays in its round, and earlier ones are reached from the results', async () => {
  await publishes(world, fairs())
  await answers('Ayşe Bir', { cities: ['Lyon'], words: 'In the first round' })
  await opensResults(zeynep)
  expect(zeynep.buttons.join()).not.toContain('Earlier rounds')
  await zeynep.taps('Question by question')
  const { query } = world.house.database
  await query('update questionnaires set round = 2', [])
  await query(
    `insert into questionnaire_rounds (questionnaire_id, number, label, started_at)
     select id, 2, 'Spring', $1::timestamptz from questionnaires`,
    [world.clock.now().toString()],
  )
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('Round 1')
  expect(zeynep.last).toContain('Yes: 1 (100%)')
  await answers('Ali İki', { mark: 3 })
  await query('update responses set round = 2 where number = 2', [])
  await zeynep.taps('‹ Results')
  await zeynep.taps('Question by question')
  expect(zeynep.last).toContain('Round 2: Spring, 2 November 2026')
  expect(zeynep.last).toContain('n = 1')
  await zeynep.taps('‹ Results')
  expect(zeynep.last).toContain('1 more from earlier rounds')
  await zeynep.taps('Earlier rounds')
  expect(zeynep.last).toContain('2 rounds have answers')
  expect(zeynep.buttons).toContain('🔁 Round 2: Spring, 2 November 2026 · 1 response')
  await zeynep.taps('Round 1 · 1 response')
  await zeynep.taps('All questions')
  await zeynep.taps('5. What do you say?')
  expect(zeynep.last).toContain('Round 1\n\nWhat do you say?\nn = 1\n\n▪️ In the first round')
})

test('words for another choice are told with their question', async () => {
  await publishes(world, {
    survey: [asks('select_one city or_other', 'where', 'Nereye?', 'Where to?')],
    choices: [choice('city', 'bcn', 'Barselona', 'Barcelona')],
    settings: { form_id: 'fairs', form_title: 'Fairs' },
  })
  const person = world.person('Ayşe Bir', 'en')
  await person.starts('q_fairs')
  await person.taps('Other')
  await person.writes('Girona')
  await person.taps('Submit')
  await opensResults(zeynep)
  await zeynep.taps('Question by question')
  await zeynep.taps('All questions')
  await zeynep.taps('2. Where to? · Specify other.')
  expect(zeynep.last).toContain('Where to? · Specify other.\nn = 1\n\n▪️ Girona')
})

test('two taps draw one picture, and the same work twice sends it once', { timeout: 90_000 }, async () => {
  await publishes(world, fairs())
  await answers('Ayşe Bir', { mark: 5 })
  await opensResults(zeynep)
  await zeynep.taps('Question by question')
  const drawn = () => world.calls.filter(({ method }) => method === 'sendPhoto').length
  const letGo = await answersHeldBack(world)
  const tap = () => world.telegram.forgePress({ userId: zeynep.id, ...zeynep.holds('As a picture') })
  expect((await tap())?.text).toBe('The picture is being drawn.')
  expect((await tap())?.text).toBe('The picture is already being drawn.')
  await letGo()
  await world.settle()
  expect(drawn()).toBe(1)
  const { jobs, database } = world.house
  await database.transaction(() => jobs.send('questionnaires.draw-summary', { pictureId: 1 }))
  await world.settle()
  expect(drawn()).toBe(1)
  await zeynep.taps('As a picture')
  await world.settle()
  expect(drawn()).toBe(2)
})

test('an anonymous one: nothing below five of a question, texts in the order of the alphabet, no cards', async () => {
  await publishes(world, fairs({ heyet_anonymous: 'yes' }))
  const words = ['echo', 'alpha', 'delta', 'bravo', 'charlie']
  for (const [at, said] of words.entries())
    await answers(`Kişi ${at}`, { ...(at < 4 ? { cities: ['Lyon'] } : {}), mark: 3, words: said })
  await closes()
  await zeynep.taps('Results')
  expect(zeynep.buttons.join()).not.toContain('One by one')
  await zeynep.taps('Question by question')
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('Yes: 4 (80%)')
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('Fewer than 5 answers.')
  expect(zeynep.last).not.toContain('Lyon')
  expect(zeynep.last).not.toContain('left empty')
  await zeynep.taps('Next question')
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('▪️ alpha\n\n▪️ bravo\n\n▪️ charlie\n\n▪️ delta\n\n▪️ echo')
  const [row] = await world.house.database.query<{ id: number }>('select id from questionnaires', [])
  const note = await zeynep.presses({ messageId: 1, data: `q.respall:${row?.id}` })
  expect(note).toContain('anonymous')
})

test('what was left empty in an anonymous one is told from what was not asked', async () => {
  await publishes(world, fairs({ heyet_anonymous: 'yes' }))
  for (let at = 0; at < 5; at += 1) await answers(`Kişi ${at}`, { cities: ['Lyon'], mark: 3 })
  await answers('Kişi 6', { cities: [], mark: 3 })
  await answers('Kişi 7', { mark: 3 })
  await closes()
  await zeynep.taps('Results')
  await zeynep.taps('Question by question')
  await zeynep.taps('Next question')
  await zeynep.taps('Next question')
  expect(zeynep.last).toContain('n = 5 · left empty: 1')
})

test('nobody else reads it: not the person asked, not who runs something else', async () => {
  const activity = await delegation(world)
  await delegation(world, { code: 'LYS27' })
  await publishes(world, fairs({ heyet_purpose: 'free' }), activity.id)
  const ayse = await answers('Ayşe Bir', { mark: 5, words: 'Mine alone' })
  await opensResults(zeynep)
  const held = [zeynep.holds('Question by question'), zeynep.holds('One by one')]
  await zeynep.taps('One by one')
  held.push(zeynep.holds('fairs-0001'))
  const lyon = await world.coordinator('Lale Lyon', 'en', 'LYS27')
  for (const somebody of [ayse, lyon]) {
    for (const button of held) expect(await somebody.presses(button)).toBeTruthy()
    somebody.doesNotSee('Median')
    somebody.doesNotSee('fairs-0001 Ayşe')
  }
  lyon.doesNotSee('Mine alone')
})

test('what does not fit into one message goes on in it, and a stale button harms nothing', async () => {
  const names = Array.from({ length: 90 }, (_, at) => `country-${at}`)
  await publishes(world, {
    survey: [asks('select_multiple country', 'where', 'Nereye?', 'Where to?')],
    choices: names.map((name) => choice('country', name, name, `The long name of ${name} in words`)),
    settings: { form_id: 'fairs', form_title: 'Fairs' },
  })
  const person = world.person('Ayşe Bir', 'en')
  await person.starts('q_fairs')
  await person.taps('country-0 in words')
  await person.taps('Done')
  await person.taps('Submit')
  const query = (text: string, parameters: unknown[]) => world.house.database.query(text, parameters)
  await query('update answers set value = $1', [names.join(' ')])
  await opensResults(zeynep)
  await zeynep.taps('Question by question')
  expect(zeynep.last).toContain('Page 1 of 2')
  expect(zeynep.last.length).toBeLessThan(4096)
  const stale = zeynep.holds('Page 2 ›')
  await zeynep.presses(stale)
  expect(zeynep.last).toContain('The long name of country-89')
  await zeynep.presses(stale)
  expect(zeynep.last).toContain('Page 2 of 2')
  await query(`update responses set state = 'withdrawn'`, [])
  expect(await zeynep.presses(stale)).toBeTruthy()
})

test('what is repeated counts its entries', async () => {
  await publishes(world, {
    survey: [
      { type: 'begin_repeat', name: 'r', 'label::Türkçe (tr)': 'Kişiler', 'label::English (en)': 'People' },
      asks('integer', 'age', 'Yaş?', 'Age?'),
      { type: 'end_repeat', name: '' },
    ],
    settings: { form_id: 'fairs', form_title: 'Fairs' },
  })
  const person = world.person('Ayşe Bir', 'en')
  await person.starts('q_fairs')
  for (const [age, more] of [
    ['31', 'Yes'],
    ['44', 'No'],
  ] as const) {
    await person.writes(age)
    await person.taps(more)
  }
  await person.taps('Submit')
  await opensResults(zeynep)
  await zeynep.taps('Question by question')
  expect(zeynep.last).toContain('Age?\nn = 2\nn counts the entries under “People”')
  expect(zeynep.last).toContain('Median: 37.5')
  expect(zeynep.last).toContain('30 to 34: 1 (50%)')
})
