import { expect, test } from 'vitest'
import { startBot } from '../support/bot-process.ts'
import { delegation } from '../support/delegation.ts'
import { publishBarcelona, traveller } from '../support/programme.ts'
import { until } from '../support/until.ts'
import { openWorld } from '../support/world.ts'

/** Milliseconds after the tap was handed out: before, in and after the transaction in which a programme is published. */
const moments = [0, 8, 20, 45, 90]

test(
  'killed while a change is published: it is published whole and once, and told once to everybody',
  { timeout: 120_000 },
  async () => {
    const now = Temporal.Now.zonedDateTimeISO('Europe/Istanbul')
    const firstDay = now.toPlainDate().add({ days: 20 })
    const world = await openWorld({ now: now.toString() })
    const { id } = await delegation(world, {
      ...{ startsOn: firstDay, endsOn: firstDay.add({ days: 3 }) },
      applicationsCloseAt: null,
    })
    const names = ['Marta Puig', 'Jordi Vila', 'Anne Roux', 'Can Demir', 'Emma Reed', 'Selin Kaya']
    const people = []
    for (const name of names) people.push(await traveller(world, id, name))
    await publishBarcelona(world, id, firstDay.toString())
    const zeynep = await world.coordinator('Zeynep Kaya', 'en')
    await zeynep.writes('/desk')
    for (const label of ['Barcelona rail', '🗓 Programme', 'Next ›', 'Barcelona Chamber', 'Move'])
      await zeynep.taps(label)
    await zeynep.writes('10:15')
    const publish = zeynep.holds('Publish')
    await world.stops()

    const options = { databaseUrl: world.database.url, token: '700:story', apiRoot: world.telegram.root }
    for (const milliseconds of moments) {
      const bot = await startBot(options)
      const handedOut = Promise.withResolvers<void>()
      const leave = world.telegram.subscribe((event) => {
        if (event.kind === 'handed-out' && event.updateIds.length > 0) handedOut.resolve()
      })
      void world.telegram.forgePress({ userId: zeynep.id, ...publish }).catch(() => undefined)
      await handedOut.promise
      leave()
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      await bot.kill()
    }
    const last = await startBot(options)
    await until('every tap is done with', () => Promise.resolve(world.telegram.pendingUpdates().length === 0))
    await last.kill()

    await world.starts()
    await world.settle()
    await world.clockShows(now.add({ minutes: 10 }).toString())
    const [cambra] = await world.house.database.query<{ revision: number; fires: number; slots: number }>(
      `select i.revision, (select count(*)::int from reminder_fires f where f.item_id = i.id) as fires,
         (select count(distinct slot)::int from reminder_fires f where f.item_id = i.id) as slots
       from itinerary_items i where i.key = 'cambra'`,
      [],
    )
    expect(cambra).toEqual({ revision: 2, fires: people.length, slots: 1 })
    for (const person of people)
      expect(person.texts.filter((text) => text.includes('09:30 → 10:15'))).toHaveLength(1)
    await world.close()
  },
)
