import type { ProgrammeEdit } from '../../src/features/itinerary/actions/publish-programme.ts'
import type { ItemFacts } from '../../src/features/itinerary/domain/item.ts'
import { factsOf } from '../../src/features/itinerary/domain/same-facts.ts'
import type { Language } from '../../src/shared/localized-text.ts'
import { barcelonaItems } from './barcelona-items.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** Somebody with a phone who takes part, as the list of participants says. */
export async function traveller(
  world: World,
  activityId: number,
  name: string,
  {
    language = 'en',
    groups = [],
    bus = null,
    flights = {},
  }: {
    language?: Language
    groups?: string[]
    bus?: string | null
    /** Of their own. */
    flights?: { out?: string; back?: string }
  } = {},
): Promise<Person & { applicationId: number }> {
  const { rooms, door, database } = world.house
  const somebody = world.person(name, language)
  await somebody.starts()
  const [givenNames = '', surname = ''] = name.split(' ')
  const personId = await rooms.people.persons.create({ givenNames, surname })
  await door.accounts.linkPerson(somebody.id, personId)
  const now = world.clock.now().toString()
  const [row] = await database.query<{ id: number }>(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
     values ($1, $2, 'approved', (select count(*) + 1 from applications), $3, $3, $3) returning id::int`,
    [activityId, personId, now],
  )
  const applicationId = row?.id ?? 0
  if (groups.length > 0 || bus !== null || flights.out || flights.back)
    await database.query(
      `insert into participant_details (application_id, groups, bus, flight_out, flight_back, updated_at)
       values ($1, array(select jsonb_array_elements_text($2::jsonb)), $3, $4, $5, $6)`,
      [applicationId, JSON.stringify(groups), bus, flights.out ?? null, flights.back ?? null, now],
    )
  await database.transaction(() => rooms.itinerary.participantsChanged(activityId, [applicationId]))
  await world.settle()
  return Object.assign(somebody, { applicationId })
}

/** Publishes edits of a programme, as a coordinator's tap does, and lets whatever is due at once be told. */
async function publish(world: World, activityId: number, edits: readonly ProgrammeEdit[]) {
  const { database, rooms, ticker } = world.house
  const changes = await database.transaction(() => rooms.itinerary.publish(activityId, edits))
  await ticker.tick()
  await world.settle()
  return changes
}

/** Publishes the example programme for a trip that begins on this day. */
export const publishBarcelona = (world: World, activityId: number, firstDay = '2026-12-10') =>
  publish(
    world,
    activityId,
    barcelonaItems(firstDay).map(({ key, ...item }) => ({ kind: 'add', item: { ...factsOf(item), key } })),
  )

/** Changes facts of an item that is in a programme already. */
export async function changeItem(
  world: World,
  activityId: number,
  key: string,
  changes: Partial<ItemFacts>,
): Promise<void> {
  const [row] = await world.house.database.query<{ id: number }>(
    'select id::int from itinerary_items where activity_id = $1 and key = $2',
    [activityId, key],
  )
  const item = barcelonaItems('2026-12-10').find((one) => one.key === key)
  if (!row || !item) throw new Error(`there is no item ${key}`)
  await publish(world, activityId, [{ kind: 'change', id: row.id, facts: { ...factsOf(item), ...changes } }])
}

/** Adds an item, otherwise like one of the example programme. */
export async function addItem(
  world: World,
  activityId: number,
  like: string,
  facts: Partial<ItemFacts>,
): Promise<void> {
  const item = barcelonaItems('2026-12-10').find(({ key }) => key === like)
  if (!item) throw new Error(`there is no item ${like}`)
  await publish(world, activityId, [
    { kind: 'add', item: { ...factsOf(item), ...facts, key: `added like ${like}` } },
  ])
}
