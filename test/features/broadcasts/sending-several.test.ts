import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { armed, type Armed } from '../../support/armed.ts'
import { openPhones, seedPeople } from '../../support/seed-broadcast.ts'
import { until } from '../../support/until.ts'
import { openWorld, type World } from '../../support/world.ts'

/** Three seconds of the rate, which may wait ahead of one that begins later, and more. */
const people = 150

let world: World
let personIds: number[]
/** The first words of what has arrived, in this order. */
const arrived: string[] = []
beforeAll(async () => {
  world = await openWorld({ sendRate: 20 })
  openPhones(world.telegram, people)
  const sql = postgres(world.database.url, { max: 1, onnotice: () => {} })
  await seedPeople(sql, people)
  personIds = (await sql<{ id: number }[]>`select id::int from persons order by id`).map(({ id }) => id)
  await sql.end()
  world.telegram.subscribe((event) => {
    if (event.kind !== 'received' || event.call.method.toLowerCase() !== 'sendmessage') return
    const [, name] = /^(Long|Short|Urgent) one/.exec(String(event.call.payload['text'])) ?? []
    if (name !== undefined) arrived.push(name)
  })
})
afterAll(() => world.close())

async function begins(name: string, given: Partial<Armed> = {}): Promise<void> {
  await armed(
    { ...world.house, clock: world.clock },
    { authorId: personIds[0] ?? 0, activityId: null, texts: { en: `${name} one` }, ...given },
  )
  await world.house.ticker.tick()
}

const count = (name: string, of: readonly string[] = arrived) => of.filter((one) => one === name).length
const between = (name: string) => arrived.slice(arrived.indexOf(name), arrived.lastIndexOf(name) + 1)

test('several at once share the rate, and what is urgent goes before', async () => {
  await begins('Long')
  await until('it has begun', () => count('Long') >= 5)
  await begins('Short', { audience: { persons: personIds.slice(0, 30) } })
  await until('it has begun', () => count('Short') >= 4)
  await begins('Urgent', { priority: 'urgent', audience: { persons: personIds.slice(-10) } })
  await until('all has arrived', () => arrived.length === people + 30 + 10, 60)
  // Whatever has its place already leaves.
  expect(between('Urgent').length).toBeLessThanOrEqual(10 + 4)
  expect(arrived.lastIndexOf('Short')).toBeLessThan(arrived.lastIndexOf('Long'))
  const shared = between('Short')
  expect(count('Short', shared) / (count('Long', shared) + count('Short', shared))).toBeGreaterThan(0.3)
  await world.settle()
})
