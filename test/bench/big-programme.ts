import { pino } from 'pino'
import { measureNothing } from '../../src/bot/measure.ts'
import { dueFires } from '../../src/features/itinerary/data/reminders/due-fires.ts'
import { factsOf } from '../../src/features/itinerary/domain/same-facts.ts'
import { openHouse } from '../../src/house.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import { barcelonaItems } from '../support/barcelona-items.ts'
import { seedTravellers } from '../support/seed-travellers.ts'
import { testKeys } from '../support/test-keys.ts'
import { until } from '../support/until.ts'
import type { Server } from './server.ts'
import { median, rounded, type Figures } from './table.ts'

const people = 5000
const items = 40
/** Days until the trip. */
const ahead = 20

/** What it costs to publish a programme of 40 items for 5,000 people and then a change, and to find what is due. */
export async function bigProgramme(server: Server): Promise<Figures> {
  const database = await server.freshDatabase()
  const telegram = await startTelegramServer({ port: 0, token: '85:bench', username: 'heyet_bot' })
  const startsOn = Temporal.Now.plainDateISO().add({ days: ahead })
  // Nobody has a phone: what is measured is the work, not the sending.
  const { activityId } = await seedTravellers(database.url, { count: people, startsOn, havePhones: false })
  const house = await openHouse({
    databaseUrl: database.url,
    token: '85:bench',
    apiRoot: telegram.root,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    measure: measureNothing,
    sendRate: 1000,
    defaultLanguage: 'en',
    homeTimeZone: 'Europe/Istanbul',
    worksJobs: false,
    keys: testKeys('a'),
    onJob: () => {},
  })
  const { publish } = house.rooms.itinerary
  const programme = longProgramme(startsOn.toString())
  const firstPublishMs = await milliseconds(() =>
    house.database.transaction(() =>
      publish(
        activityId,
        programme.map(({ key, ...item }) => ({ kind: 'add', item: { ...factsOf(item), key } })),
      ),
    ),
  )
  const published: number[] = []
  for (const { key, ...item } of programme.filter(
    ({ kind, audience }) => kind === 'travel' && audience.kind === 'all',
  )) {
    const [row] = await house.database.query<{ id: number }>(
      'select id::int from itinerary_items where activity_id = $1 and key = $2',
      [activityId, key],
    )
    const facts = { ...factsOf(item), startsAt: item.startsAt.subtract({ minutes: 5 }) }
    published.push(
      await milliseconds(() =>
        house.database.transaction(() => publish(activityId, [{ kind: 'change', id: row?.id ?? 0, facts }])),
      ),
    )
  }
  await until('all is quiet', () => house.isQuiet(), 60)
  const [fires] = await house.database.query<{ count: number }>(
    'select count(*)::int from reminder_fires',
    [],
  )
  const figures = await dueQueries(house, startsOn)
  await house.close()
  await telegram.stop()
  await database.drop()
  return {
    publishMs: Math.round(median(published)),
    publishMsAtMost: Math.round(Math.max(...published)),
    firstPublishMs: Math.round(firstPublishMs),
    plannedReminders: fires?.count ?? 0,
    ...figures,
  }
}

/** The example programme, and some of its visits and meals once more, a little later. */
function longProgramme(firstDay: string) {
  const rows = barcelonaItems(firstDay)
  const more = rows
    .filter(({ kind }) => kind === 'visit' || kind === 'b2b' || kind === 'meal')
    .map((item) => ({
      ...item,
      key: `${item.key}-again`,
      startsAt: item.startsAt.add({ minutes: 20 }),
      endsAt: item.endsAt?.add({ minutes: 20 }) ?? null,
    }))
  return [...rows, ...more].slice(0, items)
}

/** Whether there is anything due, asked each second; and the first hundred people of five thousand who are due at once. */
async function dueQueries({ database }: Awaited<ReturnType<typeof openHouse>>, startsOn: Temporal.PlainDate) {
  const fires = dueFires(database)
  const asked: number[] = []
  for (let nth = 0; nth < 50; nth += 1) asked.push(await milliseconds(() => fires.nextDue()))
  // An evening on which everybody's overview of tomorrow is due.
  const evening = startsOn.toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: '19:00' }).toInstant()
  await database.query('delete from reminder_fires where due_at < $1', [
    evening.subtract({ minutes: 1 }).toString(),
  ])
  const claimed: number[] = []
  for (let nth = 0; nth < 15; nth += 1)
    await database
      .transaction(async () => {
        claimed.push(await milliseconds(() => fires.claim(evening, evening.add({ minutes: 5 }))))
        throw new Error('given back')
      })
      .catch(() => {})
  return { dueQueryMs: rounded(median(asked)), claimMs: rounded(median(claimed)) }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
