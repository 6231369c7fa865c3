import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, choice, publishes, sendsPhoto, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { tablesWith } from '../support/search-database.ts'
import { openWorld, type World } from '../support/world.ts'

const survey = (version: string): SmallForm => ({
  survey: [
    { type: 'start', name: 'began' },
    asks('select_one mark', 'food', 'Yemek?', 'The food?', { required: 'yes' }),
    asks('text', 'why', 'Neden?', 'Why?'),
    asks('image', 'picture', 'Fotoğraf?', 'A picture?'),
    { type: 'calculate', name: 'moment', calculation: 'now()' },
    { type: 'calculate', name: 'later', calculation: "concat('at ', ${moment}, ' since ', ${began})" },
    { type: 'calculate', name: 'score_food', calculation: "if(${food} = 'good', 3, 1)" },
  ],
  choices: [choice('mark', 'good', 'İyi', 'Good'), choice('mark', 'poor', 'Kötü', 'Poor')],
  settings: { form_id: 'after', form_title: 'After', heyet_anonymous: 'yes', version },
})

const names = ['Ada', 'Bea', 'Cem', 'Dila', 'Emre', 'Filiz', 'Gül', 'Hale', 'Inci', 'Jale']
const wordsOf = ({ name }: Person) => `${name} thinks that it was cold`

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const rows = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

async function answers(person: Person, withPicture: boolean): Promise<void> {
  await person.taps('Good')
  await person.writes(wordsOf(person))
  if (withPicture) await sendsPhoto(person)
  else await person.taps('Skip')
  await person.taps('Submit')
}

test('an anonymous answer is joined with nobody: by no column of the system, no order, no time, no number', async () => {
  const people = names.map((name) => world.person(name, 'en'))
  await publishes(world, survey('1'))
  // The first begins on a version that nobody else has, and changes her mind more often than others.
  await people[0]?.starts('q_after')
  await people[0]?.taps('Poor')
  await people[0]?.taps('Back')
  await publishes(world, survey('2'))
  for (const [at, person] of people.entries()) {
    if (at > 0) await person.starts('q_after')
    await answers(person, at % 3 === 0)
    world.clock.moveTo(world.clock.now().add({ minutes: 97 }))
  }

  const said = await rows(
    'select xmin::text as "transaction", id, answers, calculated from anonymous_responses order by ctid',
  )
  expect(said).toHaveLength(people.length)
  // One transaction has written them all, so it leads from none of them to anybody.
  expect(new Set(said.map(({ transaction }) => transaction)).size).toBe(1)
  const told = people.map(wordsOf)
  const inOrder = (by: 'place' | 'id') =>
    (by === 'place'
      ? said
      : said.toSorted((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1))
    ).map(({ answers: given }) => (given as Record<string, string>)['/data/why'])
  for (const order of [inOrder('place'), inOrder('id')]) {
    expect(order.toSorted()).toEqual(told.toSorted())
    expect(order).not.toEqual(told)
    expect(order).not.toEqual(told.toReversed())
  }

  // Who has answered is known, and the rows that say so are alike in everything else.
  const flags = await rows('select to_jsonb(r) as row, xmin::text as "transaction" from responses r')
  const alike = flags.map(({ row, transaction }) => ({
    ...{ ...(row as object), id: 0, person_id: 0 },
    transaction,
  }))
  expect(new Set(alike.map((flag) => JSON.stringify(flag))).size).toBe(1)

  // Nothing that is kept says when, and the score is kept.
  expect(JSON.stringify(said)).not.toMatch(/\d\d:\d\d|file:/)
  expect(JSON.stringify(said).match(/"received"/g)).toHaveLength(4)
  expect(said.map(({ calculated }) => calculated)).toEqual(
    people.map(() => expect.objectContaining({ '/data/score_food': '3' }) as unknown),
  )
  expect(await rows('select 1 from response_files union all select 1 from answers')).toEqual([])
  for (const person of people)
    expect(await tablesWith(world, wordsOf(person))).toEqual(['anonymous_responses.answers'])
})

test('a new version cannot take back that answers are anonymous', async () => {
  await publishes(world, survey('1'))
  const named: SmallForm = {
    ...survey('2'),
    settings: { form_id: 'after', form_title: 'After', version: '2' },
  }
  await expect(publishes(world, named)).rejects.toThrow('promiseChanged.anonymous')
})

test('what is known of somebody is not slipped into an anonymous answer by a hidden row', async () => {
  await publishes(world, {
    survey: [
      { type: 'hidden', name: 'who', heyet_profile: 'person.given_names' },
      asks('text', 'why', 'Neden?', 'Why?'),
      { type: 'calculate', name: 'signed', calculation: "concat('by ', ${who})" },
    ],
    settings: { form_id: 'sly', form_title: 'Sly', heyet_anonymous: 'yes' },
  })
  const filiz = world.person('Filiz Er', 'en')
  await filiz.starts('q_sly')
  await filiz.writes('It was cold')
  await filiz.taps('Submit')
  expect(await rows('select answers, calculated from anonymous_responses')).toEqual([
    { answers: { '/data/why': 'It was cold' }, calculated: {} },
  ])
})
