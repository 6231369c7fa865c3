import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asks, publishes } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let emma: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-02T10:00:00+03:00[Europe/Istanbul]' })
  emma = world.person('Emma Wilson', 'en')
})
afterEach(() => world.close())

/** One question about a day, and one behind it. */
const asked = (more: Record<string, string>) =>
  publishes(world, {
    survey: [asks('date', 'a', 'Ne zaman?', 'When?', more), asks('text', 'b', 'Sonra?', 'And then?')],
    settings: { form_id: 'all', form_title: 'Everything' },
  })

describe('a month', () => {
  beforeEach(() => asked({ appearance: 'month-year' }))

  test.each([
    ['en', 'March 2031', '✔ When? March 2031'],
    ['en', '03/31', '✔ When? March 2031'],
    ['tr', 'Mart 2031', '✔ Ne zaman? Mart 2031'],
    ['es', 'marzo de 2031', '✔ Ne zaman? marzo de 2031'],
    ['fr', 'mars 2031', '✔ Ne zaman? mars 2031'],
  ] as const)('is understood in %s as people write it: %s', async (language, typed, shown) => {
    const somebody = world.person('Marta Ruiz', language)
    await somebody.starts('q_all')
    await somebody.writes(typed)
    expect(somebody.last).toContain(shown)
  })

  test('that cannot be read is asked for as a month', async () => {
    await emma.starts('q_all')
    await emma.writes('soon')
    expect(emma.last).toContain('I could not read a month. Please write month and year')
  })
})

test('a year that cannot be read is asked for as a year', async () => {
  await asked({ appearance: 'year' })
  await emma.starts('q_all')
  await emma.writes('soon')
  expect(emma.last).toContain('I could not read a year.')
  await emma.writes('1987')
  expect(emma.last).toContain('✔ When? 1987')
})

test('a month typed where a day is asked opens its days, and is no answer', async () => {
  await asked({})
  await emma.starts('q_all')
  await emma.writes('March 2031')
  expect(emma.last).toContain('When?')
  expect(emma.buttons).toContain('Mar 2031')
  await emma.taps('14')
  expect(emma.last).toContain('✔ When? Friday 14 March 2031')
})

describe('the calendar opens where an answer is taken', () => {
  test.each([
    ['in the coming year', ". >= date('2027-05-20')", 'May 2027'],
    ['in years', ". >= date('2034-05-20')", 'Dec 2034'],
    ['in the year before', ". <= date('2026-09-10')", 'Sept 2026'],
    ['of people of age', ". <= date('1990-03-01')", 'Dec 1989'],
    ['nowhere', 'false()', 'Dec 2026'],
  ])('%s', async (_when, constraint, month) => {
    await asked({ constraint })
    await emma.starts('q_all')
    expect(emma.buttons).toContain(month)
  })

  test('and shows the years of a month from there', async () => {
    await asked({ appearance: 'month-year', constraint: ". >= date('2029-01-01')" })
    await emma.starts('q_all')
    expect(emma.buttons).toContain('2029')
  })
})
