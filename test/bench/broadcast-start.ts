import { pino } from 'pino'
import postgres from 'postgres'
import { measureNothing } from '../../src/bot/measure.ts'
import { tableJob } from '../../src/features/broadcasts/chat/watching/card-chat.ts'
import { openHouse } from '../../src/house.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { armForAll, seedPeople } from '../support/seed-broadcast.ts'
import { testKeys } from '../support/test-keys.ts'
import { paced, rate, token } from './broadcast-stage.ts'
import type { Server } from './server.ts'
import { median, rounded, type Figures } from './table.ts'

const people = 100_000
const megabyte = 1024 * 1024

/** The most memory that the process takes up from here on, beyond what it took up before, in MB. */
function memoryGrowth() {
  const before = process.memoryUsage.rss()
  let most = before
  const look = () => (most = Math.max(most, process.memoryUsage.rss()))
  const timer = setInterval(look, 20)
  return {
    stop(): number {
      clearInterval(timer)
      look()
      return rounded((most - before) / megabyte)
    },
  }
}

/** What it takes to decide who gets a broadcast to 100,000 people, to count it for its card, and to write its table. */
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
  const starting = memoryGrowth()
  const startedAt = performance.now()
  await house.ticker.tick()
  const start100000Ms = performance.now() - startedAt
  const startGrowthMb = starting.stop()
  const { numbers } = house.rooms.broadcasts.sending
  const counted: number[] = []
  for (let nth = 0; nth < 7; nth += 1) {
    const before = performance.now()
    const { people: count } = await numbers(id)
    if (count !== people) throw new Error(`Of ${people} people ${count} are recipients.`)
    counted.push(performance.now() - before)
  }
  const table = house.rooms.broadcasts.jobs.find(({ name }) => name === tableJob)
  const [author] = await sql<{ id: number }[]>`select author_id::int as id from broadcasts`
  if (!table || !author) throw new Error('no table')
  // Nobody has a phone here, so its card has not arrived.
  await sql`update accounts set is_reachable = true where person_id = ${author.id}`
  const writing = memoryGrowth()
  const writtenFrom = performance.now()
  await table.work({ broadcastId: id, personId: author.id }, new AbortController().signal)
  const table100000Ms = performance.now() - writtenFrom
  const tableGrowthMb = writing.stop()
  await house.close()
  await sql.end()
  await telegram.stop()
  await database.drop()
  return {
    ...{ start100000Ms: rounded(start100000Ms), startGrowthMb },
    ...{ numbers100000Ms: rounded(median(counted)) },
    ...{ table100000Ms: rounded(table100000Ms), tableGrowthMb },
  }
}
