import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everything } from '../support/everything-form.ts'
import { asks, choice, publishes, sends, sendsPhoto, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let emma: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-02T10:00:00+03:00[Europe/Istanbul]' })
  emma = world.person('Emma Wilson', 'en')
})
afterEach(() => world.close())

/** Each question: how it can be known, how somebody answers it, and what is kept. */
const steps: { name: string; asks: string; answer(): Promise<unknown>; kept: string }[] = [
  { name: 'one', asks: 'Which cluster?', answer: () => emma.writes('aviation'), kept: 'air' },
  { name: 'country', asks: 'Which country?', answer: () => findsCountry(), kept: 'c4' },
  { name: 'several', asks: 'Which ones?', answer: () => ticks(), kept: 'rail other' },
  { name: 'order', asks: 'Rank them', answer: () => ranks(), kept: 'other rail air' },
  { name: 'ready', asks: 'How ready?', answer: () => emma.taps('7'), kept: '7' },
  { name: 'people', asks: 'Employees?', answer: () => emma.writes('1,250'), kept: '1250' },
  { name: 'share', asks: 'Share?', answer: () => emma.writes('12.5 %'), kept: '12.5' },
  {
    name: 'words',
    asks: 'Tell us',
    answer: () => emma.writes('We build <bogies> & more'),
    kept: 'We build <bogies> & more',
  },
  { name: 'day', asks: 'Which day?', answer: () => picksDay(), kept: '2027-01-13' },
  { name: 'hour', asks: 'At what time?', answer: () => emma.taps('09:00'), kept: '09:00:00' },
  {
    name: 'moment',
    asks: 'Day and time?',
    answer: () => picksMoment(),
    kept: '2026-12-10T16:30:00.000+03:00',
  },
  {
    name: 'place',
    asks: 'Where?',
    answer: () => emma.does((phone) => phone.shareLocation({ latitude: 41.5, longitude: 2.25 })),
    kept: '41.5 2.25 0 0',
  },
  { name: 'picture', asks: 'A picture?', answer: () => sendsPhoto(emma), kept: 'file:1' },
  {
    name: 'voice',
    asks: 'A voice?',
    answer: () => sends(emma, 'voice', 'voice.ogg', 'audio/ogg'),
    kept: 'file:2',
  },
  {
    name: 'paper',
    asks: 'A paper?',
    answer: () => sends(emma, 'document', 'catalogue.pdf', 'application/pdf'),
    kept: 'file:3',
  },
  { name: 'read', asks: 'Have you read it?', answer: () => emma.taps('I have read it'), kept: 'OK' },
]

async function findsCountry() {
  expect(emma.buttons).toContain('1/4')
  await emma.taps('›')
  expect(emma.buttons).toContain('Denmark')
  await emma.writes('herz')
  await emma.taps('Bosnia')
}
async function ticks() {
  await emma.taps('Rail systems')
  await emma.writes('other')
  await emma.taps('Done (2)')
}
async function ranks() {
  await emma.taps('Other')
  await emma.taps('Aviation')
  await emma.taps('Undo')
  await emma.taps('Rail systems')
  await emma.writes('Aviation')
  await emma.taps('✔ Done')
}
async function picksDay() {
  expect(emma.buttons).toContain('Dec 2026')
  await emma.taps('›')
  expect(emma.buttons).toContain('Jan 2027')
  await emma.taps('13')
}
async function picksMoment() {
  await emma.taps('10')
  expect(emma.last).toContain('Thursday 10 December 2026')
  await emma.writes('16:30')
}

async function answersAll(before: (step: (typeof steps)[number]) => Promise<void>) {
  await publishes(world, everything)
  await emma.starts('q_all')
  for (const step of steps) {
    expect(emma.last).toContain(step.asks)
    await before(step)
    await step.answer()
  }
  expect(emma.last).toContain('Please check')
  await emma.taps('Submit')
  emma.sees('all-0001')
  const rows = await world.house.database.query<{ path: string; value: string }>(
    'select path, value from answers',
    [],
  )
  expect(Object.fromEntries(rows.map(({ path, value }) => [path.slice('/data/'.length), value]))).toEqual(
    Object.fromEntries(steps.map(({ name, kept }) => [name, kept])),
  )
}

describe('every kind of question', () => {
  test('is answered; files are fetched and kept sealed', async () => {
    await answersAll(async () => {})
    const files = await world.house.database.query<{ kind: string; media_type: string; content: Uint8Array }>(
      'select kind, media_type, content from response_files order by id',
      [],
    )
    expect(files.map((file) => [file.kind, file.media_type])).toEqual([
      ['image', 'image/jpeg'],
      ['audio', 'image/jpeg'],
      ['file', 'image/jpeg'],
    ])
    expect(files.every(({ content }) => Buffer.from(content).toString('latin1').startsWith('v1.'))).toBe(true)
  })

  test('is resumed from rows after a deploy with other sittings', async () => {
    let version = 1
    await answersAll(() => world.deploys((version += 1)))
  })

  test('is shown again after /help, /trips and a pause', () =>
    answersAll(async (step) => {
      for (const command of ['/help', '/trips']) {
        await emma.writes(command)
        expect(emma.last).toContain(step.asks)
      }
      await emma.writes('/cancel')
      await emma.taps('Go on')
      expect(emma.last).toContain(step.asks)
    }))
})

test('a place is shared with the button, or passed by its words', async () => {
  await publishes(world, {
    survey: [asks('geopoint', 'a', 'Nerede?', 'Where?'), asks('text', 'b', 'Sonra?', 'And then?')],
    settings: { form_id: 'all', form_title: 'Everything' },
  })
  await emma.starts('q_all')
  expect(JSON.stringify(emma.phone.state())).toContain('request_location')
  await emma.writes('Skip')
  emma.sees('Skipped.')
  expect(emma.last).toContain('And then?')
  await emma.taps('Back')
  await emma.does((phone) => phone.shareLocation({ latitude: 41.5, longitude: 2.25 }))
  emma.sees('✔ Where? 📍 41.5, 2.25')
  expect(emma.last).toContain('And then?')
})

test('a draft thrown away at a place takes the button for the place away with it', async () => {
  await publishes(world, {
    survey: [asks('text', 'a', 'Önce?', 'First?'), asks('geopoint', 'b', 'Nerede?', 'Where?')],
    settings: { form_id: 'all', form_title: 'Everything' },
  })
  await emma.starts('q_all')
  await emma.writes('So it is')
  const [{ id } = { id: 0 }] = await world.house.database.query<{ id: number }>(
    'select id::int as id from responses',
    [],
  )
  // A button of the review that somebody has left behind.
  await emma.presses({ messageId: emma.shown('First?').id, data: `q.s.discard:${id}` })
  expect(world.lines.filter((line) => line.includes('send.refused'))).toEqual([])
  await emma.taps('Discard')
  expect(JSON.stringify(world.calls.at(-1)?.payload)).toContain('remove_keyboard')
  expect(world.lines.filter((line) => line.includes('send.refused'))).toEqual([])
})

test('several are typed by their labels, even where a label has a comma, or by their numbers', async () => {
  await publishes(world, {
    survey: [
      asks('select_multiple parts', 'a', 'Hangileri?', 'Which ones?'),
      asks('rank parts', 'b', 'Sıralayınız', 'Rank them'),
    ],
    choices: [
      choice('parts', 'cast', 'Döküm', 'Castings'),
      choice('parts', 'all', 'Döküm, dövme', 'Castings, forgings and springs'),
      choice('parts', 'seats', 'Koltuk', 'Seats'),
      choice('parts', 'forged', 'Dövme', 'Forgings'),
    ],
    settings: { form_id: 'all', form_title: 'Everything' },
  })
  await emma.starts('q_all')
  await emma.writes('castings, forgings and springs, Seats')
  expect(emma.buttons).toContain('☑ Castings, forgings and springs')
  expect(emma.buttons).toContain('☑ Seats')
  expect(emma.buttons).toContain('☐ Castings')
  await emma.writes('1, 4')
  expect(emma.buttons).toContain('Done (4)')
  await emma.writes('done')
  await emma.writes('4 3')
  await emma.writes('Castings; Castings, forgings and springs')
  await emma.writes('done')
  expect(emma.last).toContain('Castings, Castings, forgings and springs, Seats')
  expect(emma.last).toContain('1. Forgings, 2. Seats, 3. Castings, 4.')
})

test('a day is yesterday or today by one tap, as far as the question takes them', async () => {
  await publishes(world, {
    survey: [
      asks('date', 'a', 'Ne zaman?', 'When was it?'),
      asks('date', 'b', 'Ne zaman?', 'When will it be?', { constraint: '. >= today()' }),
    ],
    settings: { form_id: 'all', form_title: 'Everything' },
  })
  await emma.starts('q_all')
  await emma.taps('Yesterday')
  expect(emma.last).toContain('✔ When was it? Tuesday 1 December 2026')
  expect(emma.phone.state().messages.at(-1)?.keyboard?.inline_keyboard.flat()).not.toContainEqual(
    expect.objectContaining({ text: 'Yesterday' }),
  )
  await emma.taps('Today')
  expect(emma.last).toContain('Please check')
})

test('what is to be specified is said, and three short choices stand in one row', async () => {
  await publishes(world, {
    survey: [
      asks('select_one parts or_other', 'a', 'Hangisi?', 'Which part?'),
      asks('date', 'b', 'Hangi gün?', 'On which day?'),
      asks('date', 'c', 'O ayın hangi günü?', 'And which of that month?', {
        constraint: "format-date(., '%Y-%m') = format-date(${b}, '%Y-%m')",
      }),
    ],
    choices: [choice('parts', 'bogie', 'Boji', 'Bogie'), choice('parts', 'seat', 'Koltuk', 'Seat')],
    settings: { form_id: 'all', form_title: 'Everything' },
  })
  await emma.starts('q_all')
  const [row] = emma.phone.state().messages.at(-1)?.keyboard?.inline_keyboard ?? []
  expect(row?.map(({ text }) => text)).toEqual(['Bogie', 'Seat', 'Other'])
  await emma.taps('Other')
  expect(emma.last).toContain('Which part?\nSpecify other.')
  await emma.writes('Doors')
  await emma.writes('10 March 2028')
  expect(emma.buttons).toContain('Mar 2028')
  await emma.taps('17')
  expect(emma.last).toContain('4. And which of that month? Friday 17 March 2028')
  expect(emma.last).toContain('1. Which part? Other\n2. Other: Doors')
  expect(emma.buttons).toContain('✎ 2. Other')
})

test('the most important two are ranked: a third is not offered, and refused where it is typed', async () => {
  await publishes(world, {
    survey: [
      asks('rank parts', 'a', 'Hangi ikisi?', 'Which two matter most?', {
        constraint: 'count-selected(.) <= 2',
        'constraint_message::English (en)': 'Two at most.',
      }),
    ],
    choices: ['Bogie', 'Seat', 'Door'].map((part) => choice('parts', part.toLowerCase(), part, part)),
    settings: { form_id: 'all', form_title: 'Everything' },
  })
  await emma.starts('q_all')
  await emma.taps('Seat')
  const door = emma.holds('Door')
  await emma.taps('Bogie')
  expect(emma.buttons).not.toContain('Door')
  expect(emma.buttons).toContain('✔ Done')
  await emma.presses(door)
  await emma.writes('Door')
  expect(emma.last).toContain('Two at most.')
  await emma.taps('✔ Done')
  expect(emma.last).toContain('1. Seat, 2. Bogie')
})

test('the outer heading stands above the inner one, and a scale names its ends', async () => {
  await publishes(world, {
    survey: [
      asks('begin_group', 'goods', 'Ürünler', 'Products'),
      asks('begin_repeat', 'good', 'Ürün', 'Product'),
      asks('range', 'ready', 'Ne kadar hazır?', 'How ready is it?'),
      { type: 'end_repeat', name: '' },
      { type: 'end_group', name: '' },
    ],
    settings: { form_id: 'all', form_title: 'Everything' },
  })
  await emma.starts('q_all')
  expect(emma.last).toContain('▸ Products\n▸ Product 1\n')
  await emma.writes('very')
  expect(emma.last).toContain('Please give a number from 1 to 10.')
})

test('the calendar of each language stands on a small phone', async () => {
  await publishes(world, {
    survey: [asks('date', 'a', 'Ne zaman?', 'When?')],
    settings: { form_id: 'all', form_title: 'Everything' },
  })
  for (const language of ['tr', 'en', 'es', 'fr'] as const) {
    const somebody = world.person('Marta Ruiz', language)
    await somebody.starts('q_all')
    // What stands in the calendar besides its days says what can be chosen.
    for (const nothing of ['·', ' 20']) expect(await somebody.taps(nothing)).toMatch(/./)
    for (let month = 1; month <= 12; month += 1) await somebody.taps('›')
    const months = somebody.buttons.filter((label) => / 20\d\d$/.test(label))
    expect(months.some((label) => label.endsWith('2027'))).toBe(true)
    // Between two arrows there is room for so much.
    expect(months.filter((label) => label.length > 12)).toEqual([])
  }
})

describe('what can be read two ways', () => {
  const small = (type: string): SmallForm => ({
    survey: [asks(type, 'a', 'Soru?', 'Question?'), asks('text', 'b', 'Sonra?', 'And then?')],
    settings: { form_id: 'all', form_title: 'Everything' },
  })

  test('a date is asked about', async () => {
    await publishes(world, small('date'))
    await emma.starts('q_all')
    await emma.writes('03/04/2027')
    expect(emma.last).toContain('Which date do you mean?')
    await emma.taps('3 April 2027')
    expect(emma.last).toContain('✔ Question? Saturday 3 April 2027')
    expect(emma.last).toContain('And then?')
  })

  test('a number is asked about, and written as the language writes it', async () => {
    await publishes(world, small('decimal'))
    await emma.starts('q_all')
    await emma.writes('1.250')
    await emma.taps('1250')
    expect(emma.last).toContain('✔ Question? 1250')
    const ayse = world.person('Ayşe Yılmaz')
    await ayse.starts('q_all')
    await ayse.writes('1.250.000')
    expect(ayse.last).toContain('1.250.000')
  })

  test('a time is asked about', async () => {
    await publishes(world, small('time'))
    await emma.starts('q_all')
    await emma.writes('4:30')
    await emma.taps('16:30')
    expect(emma.last).toContain('16:30')
  })
})
