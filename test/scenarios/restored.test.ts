import postgres from 'postgres'
import { afterEach, expect, test } from 'vitest'
import { settleRestored } from '../../src/bot/data/settle-restored.ts'
import { stopRestored } from '../../src/features/broadcasts/data/settle-restored.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { newestBroadcast, onTheRoad } from '../support/broadcasts.ts'
import { backupOf, restoreInto, tableSums } from '../support/copied.ts'
import { asks, publishes, sendsPhoto, type SmallForm } from '../support/forms.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { publishBarcelona } from '../support/programme.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const worlds: World[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

const form: SmallForm = {
  survey: [
    asks('text', 'a', 'Önce?', 'First?'),
    asks('image', 'c', 'Fotoğraf?', 'A picture?'),
    asks('text', 'b', 'Sonra?', 'Last?'),
  ],
  settings: { form_id: 'form', form_title: 'Form' },
}

/** A delegation under way: a programme, answers with a file, a draft, a broadcast that everybody has. */
async function busyWorld() {
  const road = await onTheRoad(['en', 'en', 'es'])
  worlds.push(road.world)
  const [ada, berk, carlos] = road.people
  if (!ada || !berk || !carlos) throw new Error('three people are on the road')
  await publishBarcelona(road.world, road.activityId)
  await publishes(road.world, form)
  for (const person of [ada, berk]) {
    await person.starts('q_form')
    await person.writes(`Words of ${person.name}`)
    await sendsPhoto(person)
  }
  await ada.writes('At the end')
  await ada.taps('Submit')
  const { zeynep } = road
  for (const step of ['/broadcast', '📄 Hazır mesajlar', 'Güvende misiniz', 'Barselona', 'Tamam (3 kişi)'])
    await (step.startsWith('/') ? zeynep.writes(step) : zeynep.taps(step))
  await zeynep.taps('📣 Gönder (3 kişi)')
  await road.world.clockShows('2026-12-10T10:00:30+01:00[Europe/Madrid]')
  await until('everybody has it', async () => (await newestBroadcast(road.world))?.['state'] === 'finished')
  await road.world.settle()
  return { ...road, ada, berk, carlos }
}

test('a world under way is kept beside the running bot, restored elsewhere, and goes on there', async () => {
  const { world, ada, berk } = await busyWorld()
  const file = await backupOf(world.database.url)
  const database = await emptyDatabase()
  await restoreInto(database.url, file, {
    async settle(sql) {
      await settleRestored(sql)
      await stopRestored(sql, world.clock.now())
    },
  })
  expect(await tableSums(database.url)).toEqual(await tableSums(world.database.url))

  // Its updates are counted from the beginning by an emulated Telegram that is new too; Telegram itself counts on.
  await forgetUpdates(database.url)
  const again = await openWorld({ database, now: '2026-12-10T10:05:00+01:00[Europe/Madrid]' })
  worlds.push(again)
  // Telegram's numbers are given in the order in which people come.
  const [, , heir] = [again.person('Zeynep Kaya'), again.person(ada.name), again.person(berk.name, 'en')]
  expect(heir.id).toBe(berk.id)
  await heir.starts('q_form')
  expect(heir.last).toContain('Last?')
  await heir.writes('Said after the restore')
  await heir.taps('Submit')
  const [kept] = await again.house.database.query<{ count: number }>(
    `select count(*)::int as count from responses where state = 'submitted'`,
    [],
  )
  expect(kept?.count).toBe(2)
}, 120_000)

async function forgetUpdates(url: string): Promise<void> {
  const database = openDatabase({ url, connections: 1 })
  await database.query('delete from inbox', [])
  await database.close()
}

test('what was to be sent by the hour of the bot that goes on is stopped, whatever this computer’s clock says', async () => {
  const { world } = await busyWorld()
  const now = world.clock.now()
  const sql = postgres(world.database.url, { max: 1, onnotice: () => {} })
  await sql`update broadcasts set state = 'scheduled', starts_at = ${now.subtract({ minutes: 1 }).toString()}`
  const stopped = await sql.begin((transaction) => stopRestored(transaction, now))
  await sql.end()
  expect(stopped).toBe(1)
  const broadcast = await newestBroadcast(world)
  expect(broadcast?.['state']).toBe('stopped')
  expect(Date.parse(String(broadcast?.['ended_at']))).toBe(now.epochMilliseconds)
})

test('work that waited in the queue is done by the bot that finds it restored', async () => {
  const { world } = await onTheRoad(['en'])
  worlds.push(world)
  await world.stops()
  const queued = openDatabase({ url: world.database.url, connections: 1 })
  await queued.query(
    `insert into pgboss.job (name, data) values ('activities.read-upload', '{"uploadId": 4711}')`,
    [],
  )
  const file = await backupOf(world.database.url)
  await queued.query(`delete from pgboss.job`, [])
  await queued.close()
  await world.starts()
  const database = await emptyDatabase()
  await restoreInto(database.url, file)
  const again = await openWorld({ database })
  worlds.push(again)
  await again.settle()
  const done = await again.house.database.query<object>(
    `select state::text from pgboss.job where data ->> 'uploadId' = '4711'`,
    [],
  )
  expect(done).toEqual([{ state: 'completed' }])
}, 120_000)
