import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ItemFacts } from '../../src/features/itinerary/domain/item.ts'
import { factsOf } from '../../src/features/itinerary/domain/same-facts.ts'
import { barcelonaItems } from '../support/barcelona-items.ts'
import { changeItem, publishBarcelona } from '../support/programme.ts'
import { seedTravellers } from '../support/seed-travellers.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const startsOn = Temporal.PlainDate.from('2026-12-10')

let world: World
beforeEach(async () => (world = await openWorld({ now: '2026-12-01T12:00:00+03:00[Europe/Istanbul]' })))
afterEach(() => world.close())

const seated = (count: number) => seedTravellers(world.database.url, { count, startsOn, havePhones: false })
const read = <Row extends object>(text: string) => world.house.database.query<Row>(text, [])
const instant = (moment: string) =>
  Temporal.ZonedDateTime.from(`2026-12-${moment}[Europe/Madrid]`).toInstant()

/** What is planned, as text, in an order. */
async function planned(): Promise<string[]> {
  const rows = await read<{ fire: string }>(
    `select concat_ws(' ', person_id, application_id, item_id, slot, kind, due_at, useless_at, state) as fire
     from reminder_fires order by person_id, slot`,
  )
  return rows.map(({ fire }) => fire)
}

/** What would be planned if nothing had been planned before. */
async function plannedAnew(activityId: number): Promise<string[]> {
  const { database, rooms } = world.house
  await database.query('delete from reminder_fires', [])
  await database.transaction(() => rooms.itinerary.participantsChanged(activityId, 'all'))
  return planned()
}

test('the first programme of seven thousand people is published at once', async () => {
  const { activityId } = await seated(7000)
  const [item] = barcelonaItems('2026-12-10')
  if (!item) throw new Error('no item')
  const { database, rooms } = world.house
  await database.transaction(() =>
    rooms.itinerary.publish(activityId, [{ kind: 'add', item: { ...factsOf(item), key: item.key } }]),
  )
  const told = await read<{ count: number }>(
    `select count(distinct person_id)::int as count from itinerary_deliveries where kind = 'list'`,
  )
  expect(told).toEqual([{ count: 7000 }])
})

test('after any change, what is planned for many people is what would be planned anew', async () => {
  const { activityId, travellers } = await seated(60)
  await publishBarcelona(world, activityId)
  const before = await planned()
  expect(before.length).toBeGreaterThan(1000)
  const change = (key: string, changes: Partial<ItemFacts>) => changeItem(world, activityId, key, changes)
  const steps: (() => Promise<unknown>)[] = [
    () => change('plant', { startsAt: instant('12T12:00') }),
    () => change('plant', { status: 'cancelled' }),
    () => change('plant', {}),
    () => change('railgrup', { audience: { kind: 'some', groups: ['A', 'bus 2'], applications: ['7'] } }),
    () => change('coach-plant', { kind: 'visit' }),
    // Somebody has left unheard, and somebody is on another coach.
    () => read(`update applications set state = 'withdrawn' where id = ${travellers[3]?.applicationId}`),
    () =>
      read(`update participant_details set bus = '9' where application_id = ${travellers[8]?.applicationId}`),
    () => change('consulate', { startsAt: instant('10T16:10') }),
  ]
  for (const step of steps) {
    await step()
    await change('b2b-1', { remindMinutesBefore: [steps.indexOf(step) + 20] })
    const now = await planned()
    expect(now).toEqual(await plannedAnew(activityId))
    expect(now).not.toEqual(before)
  }
  // What has been said is not said again, nor taken back.
  await read(`update reminder_fires set state = 'said' where slot like 'overview:%'`)
  const said = await planned()
  await change('b2b-1', { remindMinutesBefore: [90] })
  expect((await planned()).filter((fire) => fire.endsWith(' said'))).toEqual(
    said.filter((fire) => fire.endsWith(' said')),
  )
})

test('a reminder that is being said and a change that is being published do not wait for each other', async () => {
  const { activityId } = await seated(3)
  await publishBarcelona(world, activityId)
  const { database } = world.house
  const isSaid = Promise.withResolvers<void>()
  const changed = isSaid.promise.then(() =>
    changeItem(world, activityId, 'coach-plant', { status: 'cancelled' }),
  )
  await database.transaction(async () => {
    await read(`select 1 from reminder_fires where state = 'planned' for update`)
    isSaid.resolve()
    await until('the change waits for the reminders', async () => {
      const waiting = await database.queryAlone(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        [],
      )
      return waiting.length > 0
    })
    await read(
      `insert into itinerary_deliveries (activity_id, person_id, kind, item_ids, state, created_at)
       select activity_id, person_id, 'reminder', '{}', 'waiting', due_at from reminder_fires limit 1`,
    )
  })
  await changed
  expect(
    await read(
      `select 1 from reminder_fires f join itinerary_items i on i.id = item_id where key = 'coach-plant'`,
    ),
  ).toEqual([])
})

test('no reminder outlives what it speaks of', async () => {
  const { activityId } = await seated(1)
  await publishBarcelona(world, activityId)
  await expect(read('delete from itinerary_items')).rejects.toThrow('reminder_fires')
  await expect(read('delete from activities')).rejects.toThrow('foreign key')
})
