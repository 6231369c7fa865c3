import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldLetters } from '../../../src/shared/fold-letters.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('the database folds a name as what is typed is folded, for every Latin letter', async () => {
  const letters = Array.from({ length: 0x250 - 0x41 }, (_, at) => String.fromCodePoint(0x41 + at)).filter(
    (letter) => /^\p{Script=Latin}$/u.test(letter),
  )
  const { persons } = world.house.rooms.people
  for (let at = 0; at < letters.length; at += 100)
    await persons.create({ givenNames: letters.slice(at, at + 100).join(''), surname: 'ẞoß' })
  const rows = await world.house.database.query<{ name: string; searched: string }>(
    `select given_names || ' ' || surname as name, trim(searched) as searched from persons where surname is not null`,
    [],
  )
  expect(rows.length).toBeGreaterThan(4)
  for (const { name, searched } of rows) expect(searched).toBe(foldLetters(name))
})
