import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let beside: postgres.Sql
beforeEach(async () => {
  world = await openWorld()
  beside = postgres(world.database.url, { max: 1, fetch_types: false, onnotice: () => {} })
})
afterEach(async () => {
  await beside.end()
  await world.close()
})

// An exception that nobody catches would end the process; the test runner fails a run in which there was one.
test('every connection breaks again and again while people write: all are answered', async () => {
  await delegation(world)
  await firm(world)
  const people = Array.from({ length: 12 }, (_, nth) => world.person(`Kişi ${nth}`))
  for (const { phone } of people) phone.start({})
  await world.settle()
  for (let round = 0; round < 10; round += 1) {
    for (const { phone } of people) phone.type({ text: round % 2 === 0 ? '/trips' : '/privacy' })
    await new Promise((resolve) => setTimeout(resolve, round * 3))
    await beside`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`
    await world.settle()
  }
  // The home card names the delegation too; and nothing is said twice.
  for (const person of people)
    expect(person.texts.filter((text) => text.includes('Barselona')).length).toBe(1 + 5)
  const ayse = world.person('Ayşe Yılmaz')
  await applies(ayse)
  ayse.sees('BCN26-0001')
}, 120_000)
