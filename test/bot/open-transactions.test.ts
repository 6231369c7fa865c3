import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let beside: postgres.Sql
let people: Person[]
beforeEach(async () => {
  world = await openWorld({ sendRate: 2 })
  beside = postgres(world.database.url, { max: 1, fetch_types: false, onnotice: () => {} })
  await delegation(world)
  people = ['Ayşe', 'Kemal', 'Elif', 'Deniz'].map((name) => world.person(name))
})
afterEach(async () => {
  await beside.end()
  await world.close()
})

/** How long the bot's oldest transaction has been open, in milliseconds. */
async function oldest(): Promise<number> {
  const [row] = await beside<{ age: number }[]>`
    select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::float8 * 1000 as age
    from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`
  return row?.age ?? 0
}

test('no transaction is open while something waits for Telegram or for its turn', async () => {
  world.telegram.faults.delayAnswers(2_000)
  for (const { phone } of people) phone.start({})
  const ages: number[] = []
  await until('everybody has been answered', async () => {
    ages.push(await oldest())
    return people.every(({ texts }) => texts.length > 0)
  })
  world.telegram.faults.clear()
  expect(ages.length).toBeGreaterThan(50)
  // Less than an answer takes, by far; a machine with much to do may take a while for its own statements.
  expect(Math.max(...ages)).toBeLessThan(1_000)
})
