import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const all = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

test('links into a firm go a month after they have ended', async () => {
  const { people } = world.house.rooms
  const firmId = await people.firms.create({
    name: 'Akın Makina',
    country: 'TR',
    city: null,
    cluster: null,
    taxNumber: null,
  })
  await people.joining.inviteToFirm(firmId, null)
  await world.clockShows('2027-03-10T09:00:00+03:00[Europe/Istanbul]')
  expect(await all('select 1 from firm_invitations')).toHaveLength(0)
})

test('a round that is not due writes nothing, and a due one is made once', async () => {
  const { ticker } = world.house
  const versions = () => all('select name, xmin::text as version, done_until from rounds order by name')
  await ticker.tick()
  const before = await versions()
  await ticker.tick()
  expect(await versions()).toEqual(before)
  await world.clockShows('2026-11-04T09:00:00+03:00[Europe/Istanbul]')
  const after = await versions()
  expect(after).toHaveLength(2)
  expect(after).not.toEqual(before)
})

test('what a colleague has told about somebody stays in one place once it is theirs', async () => {
  const { activities, people } = world.house.rooms
  const { database } = world.house
  const [told, own] = await database.transaction(async () => [
    await people.persons.create({ givenNames: 'Ömer', surname: 'Güneş', email: 'omer@celik.com.tr' }),
    await people.persons.create({}),
  ])
  await database.transaction(() => activities.takeOver({} as never, told ?? 0, own ?? 0))
  const rows = await all(`select id::int as id from persons where email = 'omer@celik.com.tr'`)
  expect(rows).toEqual([{ id: own }])
})
