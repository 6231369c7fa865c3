import { afterAll, beforeAll, expect, test } from 'vitest'
import { audienceNumbers } from '../../src/features/broadcasts/data/audience-numbers.ts'
import { audienceQueries } from '../../src/features/broadcasts/data/audience-query.ts'
import { everybodyOf, type Audience } from '../../src/features/broadcasts/domain/audience.ts'
import { delegation } from '../support/delegation.ts'
import { traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let activityId: number
let look: ReturnType<typeof audienceNumbers>
let names: (audience: Partial<Audience>) => Promise<string[]>

beforeAll(async () => {
  world = await openWorld()
  ;({ id: activityId } = await delegation(world))
  const { database, rooms } = world.house
  await traveller(world, activityId, 'Ayşe Arslan', { language: 'tr', bus: '1', groups: ['VIP'] })
  await traveller(world, activityId, 'Carlos Costa', { language: 'es', bus: '2' })
  await traveller(world, activityId, 'Claire Dupont', {
    language: 'fr',
    bus: 'Mavi',
    groups: ['VIP', 'Rail'],
  })
  const [emma] = await database.query<{ id: number }>(
    `insert into persons (given_names, surname, phone, created_at) values ('Emma', 'Evans', '+905321112233', now())
     returning id::int`,
    [],
  )
  await database.query(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
     values ($1, $2, 'submitted', 90, now(), now(), now())`,
    [activityId, emma?.id],
  )
  const queries = audienceQueries({
    ...{ database, missingFrom: rooms.itinerary.missingFrom },
    peopleWithout: () => Promise.resolve([]),
    openAnswer: (kept) => kept,
  })
  look = audienceNumbers(database, queries)
  names = async (audience) => {
    const { text, parameters } = await queries({ ...everybodyOf(activityId), ...audience }, 0)
    const rows = await database.query<{ name: string }>(
      `select p.given_names as name from (${text}) w join persons p on p.id = w.person_id order by 1`,
      parameters,
    )
    return rows.map(({ name }) => name)
  }
})
afterAll(() => world.close())

test('approved people are meant unless another state is named', async () => {
  expect(await names({})).toEqual(['Ayşe', 'Carlos', 'Claire'])
  expect(await names({ states: ['submitted'] })).toEqual(['Emma'])
})

test('a bus is meant however its name is written, a group with it', async () => {
  expect(await names({ groups: ['1. otobüs'] })).toEqual(['Ayşe'])
  expect(await names({ groups: ['bus 2', 'rail'] })).toEqual(['Carlos', 'Claire'])
  expect(await names({ groups: ['mavi'] })).toEqual(['Claire'])
  expect(await names({ groups: ['nobody'] })).toEqual([])
})

test('conditions hold together, and exclusions take out', async () => {
  expect(await names({ groups: ['vip'], languages: ['fr', 'es'] })).toEqual(['Claire'])
  expect(await names({ without: { groups: ['VIP'], persons: [] } })).toEqual(['Carlos'])
})

test('members of a firm, and whoever takes part for it; clusters with those that are in both', async () => {
  const { database } = world.house
  await database.query(
    `insert into firms (id, name, folded_name, country, cluster, created_at) overriding system value
     values (501, 'Ray', 'ray', 'TR', 'both', now()), (502, 'Uçak', 'ucak', 'TR', 'aviation', now())`,
    [],
  )
  await database.query(
    `update applications set firm_id = case p.given_names when 'Ayşe' then 501 when 'Carlos' then 502 end
     from persons p where p.id = person_id and p.given_names in ('Ayşe', 'Carlos')`,
    [],
  )
  await database.query(
    `insert into firm_members (firm_id, person_id, state, since)
     select 501, id, 'member', now() from persons where given_names = 'Claire'`,
    [],
  )
  expect(await names({ firms: [501] })).toEqual(['Ayşe', 'Claire'])
  expect(await names({ cluster: 'rail' })).toEqual(['Ayşe', 'Claire'])
  expect(await names({ cluster: 'aviation' })).toEqual(['Ayşe', 'Carlos', 'Claire'])
})

test('whoever can be told nothing is counted and named before anything is sent', async () => {
  await world.house.database.query(
    `update accounts set is_reachable = false
     where person_id = (select id from persons where given_names = 'Carlos')`,
    [],
  )
  const audience: Audience = { ...everybodyOf(activityId), states: ['approved', 'submitted'] }
  expect(await look.count(audience)).toEqual({
    people: 4,
    byLanguage: { tr: 1, fr: 1 },
    blocked: 1,
    neverStarted: 1,
  })
  expect(
    (await look.unreachable(audience, { offset: 0, limit: 8 })).map(({ givenNames, phone, because }) => [
      ...[givenNames, phone, because],
    ]),
  ).toEqual([
    ['Carlos', null, 'blocked'],
    ['Emma', '+905321112233', 'neverStarted'],
  ])
})
