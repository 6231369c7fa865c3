import { pino } from 'pino'
import postgres from 'postgres'
import { measureNothing } from '../../src/bot/measure.ts'
import { openHouse } from '../../src/house.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { armForAll, seedPeople } from '../support/seed-broadcast.ts'
import { testKeys } from '../support/test-keys.ts'
import { paced, rate, token } from './broadcast-stage.ts'
import type { Server } from './server.ts'
import { median, rounded, type Figures } from './table.ts'

const people = 100_000

/** What it takes to decide who gets a broadcast to 100,000 people, and to count it for its card. */
export async function hugeStart(server: Server): Promise<Figures> {
  const database = await server.freshDatabase()
  const { telegram } = await paced({ isBucket: false, answersAfterMs: 0, people: 0 })
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  await seedPeople(sql, people)
  await sql`analyze`
  const house = await openHouse({
    ...{
      databaseUrl: database.url,
      token,
      apiRoot: telegram.root,
      clock: systemClock,
      measure: measureNothing,
    },
    ...{
      log: pino({ level: 'silent' }),
      sendRate: rate,
      defaultLanguage: 'en',
      homeTimeZone: 'Europe/Istanbul',
    },
    ...{ handlesUpdates: false, worksJobs: false, keys: testKeys('a'), onJob: () => {} },
  })
  await house.ticker.tick()
  const id = await armForAll(sql)
  const startedAt = performance.now()
  await house.ticker.tick()
  const start100000Ms = performance.now() - startedAt
  const { numbers } = house.rooms.broadcasts.sending
  const counted: number[] = []
  for (let nth = 0; nth < 7; nth += 1) {
    const before = performance.now()
    const { people: count } = await numbers(id)
    if (count !== people) throw new Error(`Of ${people} people ${count} are recipients.`)
    counted.push(performance.now() - before)
  }
  await house.close()
  await sql.end()
  await telegram.stop()
  await database.drop()
  return { start100000Ms: rounded(start100000Ms), numbers100000Ms: rounded(median(counted)) }
}
