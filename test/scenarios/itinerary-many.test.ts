import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ItemFacts } from '../../src/features/itinerary/domain/item.ts'
import { factsOf } from '../../src/features/itinerary/domain/same-facts.ts'
import { barcelonaItems } from '../support/barcelona-items.ts'
import { changeItem, publishBarcelona } from '../support/programme.ts'
import { seedTravellers } from '../support/seed-travellers.ts'
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
