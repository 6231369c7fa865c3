import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let emma: Person
beforeEach(async () => {
  world = await openWorld()
  emma = world.person('Emma Wilson', 'en')
})
afterEach(() => world.close())

const opens = (name: string, tr: string, en: string, more: Record<string, string> = {}) =>
  asks('begin_group', name, tr, en, more)
const ends = { type: 'end_group', name: '' }
const yesNo = (name: string, en: string, more: Record<string, string> = {}) =>
  asks('select_one yn', name, en, en, { required: 'yes', ...more })

/** Twelve questions: the firm, its exports, which depend on it, and what it wishes. */
const long: SmallForm = {
  survey: [
    asks('note', 'hello', 'Hoş geldiniz.', 'Welcome to this questionnaire.'),
    opens('firm', 'Firma', 'Firm'),
    yesNo('exports', 'Do you export?'),
    yesNo('iso', 'Are you certified?'),
    asks('text', 'city', 'Şehir?', 'Which city?'),
    asks('note', 'thanks', 'Bu kadar.', 'That was the firm.'),
    ends,
    opens('markets', 'Pazarlar', 'Markets', { relevant: "${exports} = 'yes'" }),
    yesNo('eu', 'To the European Union?'),
    yesNo('mena', 'To the Middle East?'),
    ends,
    opens('wishes', 'Beklentiler', 'Wishes'),
    yesNo('fairs', 'Are fairs of interest?'),
    yesNo('advice', 'Is advice welcome?', { relevant: "${exports} = 'no'" }),
    ...[1, 2, 3, 4, 5].map((at) => asks('text', `more${at}`, `Başka ${at}?`, `Anything else ${at}?`)),
    ends,
  ],
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: { form_id: 'long', form_title: 'Long' },
}

const keys = () =>
  (emma.phone.state().messages.at(-1)?.keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text)

test('a long form opens on its sections, which are answered in any order, in one live message', async () => {
  await publishes(world, long)
  await emma.starts('q_long')
  emma.sees('Welcome to this questionnaire.')
  expect(emma.last).toContain('▫️ Firm · about 1 min')
  expect(emma.last).not.toContain('Markets')
  expect(keys()).toEqual(['▶ Firm', '▫️ Wishes', '⏸ Pause'])
  const { length } = emma.phone.state().messages

  await emma.taps('▫️ Wishes')
  expect(emma.last).toContain('Section 2 of 2 · 1/6')
  expect(emma.last).not.toContain('advice')
  await emma.taps('Yes')
  await emma.taps('‹ Back')
  expect(emma.last).toContain('Are fairs of interest?')
  await emma.taps('‹ Back')
  expect(emma.last).toContain('▫️ Wishes · 1 of 6')
  expect(emma.last).not.toContain('Welcome')

  await emma.taps('▶ Firm')
  expect(emma.last).toContain('Section 1 of 2 · 1/3')
  expect(emma.last.split('▸ Firm')).toHaveLength(2)
  await emma.taps('Yes')
  await emma.taps('No')
  await emma.taps('Skip')
  expect(emma.last).toContain('That was the firm.')
  expect(emma.last).toContain('✅ Firm')
  expect(keys()).toEqual(['▶ Markets', '✅ Firm', '▫️ Wishes', '⏸ Pause', '🗑 Discard'])
  expect(emma.phone.state().messages).toHaveLength(length)

  await emma.taps('▶ Markets')
  expect(emma.last).toContain('Section 2 of 3 · 1/2')
  await emma.taps('Yes')
  await emma.taps('No')
  await emma.taps('▶ Wishes')
  expect(emma.last).toContain('Anything else 1?')
  for (let at = 1; at <= 5; at += 1) await emma.taps('Skip')
  expect(emma.last).toContain('Everything is answered')
  expect(keys()).toEqual(['✅ Submit', '✎ Firm', '✎ Markets', '✎ Wishes', '⏸ Pause', '🗑 Discard'])
  expect(emma.phone.state().messages).toHaveLength(length)
})

test('an answer that is changed at the review opens exactly what has come to apply', async () => {
  await publishes(world, long)
  await emma.starts('q_long')
  await emma.taps('▶ Firm')
  await emma.taps('Yes')
  await emma.taps('Yes')
  await emma.writes('Eskişehir')
  await emma.writes('markets')
  await emma.taps('Yes')
  await emma.taps('Yes')
  await emma.writes('3')
  await emma.taps('Yes')
  for (let at = 1; at <= 5; at += 1) await emma.taps('Skip')
  expect(emma.last).toContain('Everything is answered')

  await emma.taps('✎ Firm')
  expect(emma.last).toContain('3. Which city? Eskişehir')
  expect(emma.last).not.toContain('European Union')
  await emma.taps('✎ 1.')
  await emma.taps('‹ Back')
  expect(emma.last).toContain('Everything is answered')
  await emma.taps('✎ Firm')
  await emma.taps('✎ 1.')
  await emma.taps('No')
  expect(emma.last).not.toContain('Markets')
  expect(emma.last).toContain('▫️ Wishes · 6 of 7')
  expect(keys()).not.toContain('✅ Submit')
  await emma.taps('▶ Wishes')
  expect(emma.last).toContain('Is advice welcome?')
  await emma.taps('Yes')
  await emma.taps('✎ Wishes')
  await emma.taps('‹ Sections')
  await emma.taps('✅ Submit')
  emma.sees('long-0001')
  const rows = await world.house.database.query<{ path: string }>(
    'select path from answers where value <> $1 order by path',
    [''],
  )
  expect(rows.map(({ path }) => path)).toEqual([
    '/data/firm/city',
    '/data/firm/exports',
    '/data/firm/iso',
    '/data/wishes/advice',
    '/data/wishes/fairs',
  ])
})

test('it is resumed on the card; a command in between leads back to the question itself', async () => {
  await publishes(world, long)
  await emma.starts('q_long')
  await emma.writes('/help')
  expect(emma.last).toContain('▫️ Firm')
  await emma.taps('▶ Firm')
  await emma.taps('Yes')
  await emma.writes('/trips')
  expect(emma.last).toContain('Are you certified?')
  await world.deploys(2)
  await emma.writes('/language')
  await emma.taps('Español')
  expect(emma.last).toContain('Sección 1 de 3 · 2/3')
  await emma.writes('/language')
  await emma.taps('English')
  await emma.taps('Pause')
  await emma.taps('Go on')
  expect(emma.last).toContain('▫️ Firm · 1 of 3')
  await emma.writes('hello')
  expect(emma.last).toContain('Please tap one of the buttons')
  await emma.taps('Wishes')
  await emma.writes('/cancel')
  await emma.writes('/forms')
  expect(emma.last).toContain('Long · 1/')
})

test('old buttons of the card are harmless, and so are those of another person', async () => {
  await publishes(world, long)
  await emma.starts('q_long')
  const firm = emma.holds('▶ Firm')
  await emma.presses(firm)
  expect(await emma.presses(firm)).toContain('has been answered')
  await emma.taps('Yes')
  expect(emma.last).toContain('Are you certified?')
  const marta = world.person('Marta Ruiz', 'es')
  await marta.starts()
  expect(await marta.presses({ messageId: 1, data: firm.data })).toBeTruthy()
  expect(await world.house.database.query('select path from answers', [])).toEqual([
    { path: '/data/firm/exports' },
  ])
})

test('what is asked before the first headed repeat does not stand under its heading', async () => {
  const more = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => asks('text', `${name}${at}`, `${name} ${at}?`, `${name} ${at}?`))
  await publishes(world, {
    survey: [
      asks('text', 'name', 'Firmanız?', 'Your firm?'),
      asks('begin_repeat', 'people', 'Kişiler', 'People'),
      ...more('person', 3),
      { type: 'end_repeat', name: '' },
      opens('wishes', 'Beklentiler', 'Wishes'),
      ...more('wish', 8),
      ends,
    ],
    settings: { form_id: 'long', form_title: 'Long' },
  })
  await emma.starts('q_long')
  expect(keys().slice(0, 3)).toEqual(['▶ To begin with', '▫️ People', '▫️ Wishes'])
  await emma.taps('▶ To begin with')
  expect(emma.last).toContain('Your firm?')
  expect(emma.last).not.toContain('People')
  await emma.writes('Çelik')
  expect(emma.last).toContain('✅ To begin with')
  await emma.taps('▶ People')
  expect(emma.last).toContain('person 0?')
  await emma.taps('‹ Back')
  await emma.taps('✅ To begin with')
  expect(emma.last).toContain('Çelik')
})
