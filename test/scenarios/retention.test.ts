import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { begins, reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { until } from '../support/until.ts'
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
  expect(after).toHaveLength(4)
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

describe('the nightly clean-up', () => {
  test('takes a large backlog in portions, with a commit after each', async () => {
    await all(`insert into inbox (bot_id, update_id, lane, received_at, done_at)
      select 1, n, n, '2026-10-01', '2026-10-01' from generate_series(1, 2500) n`)
    await all(`insert into screens (chat_id, name, updated_at)
      select n, 'x', '2026-10-01' from generate_series(1, 1500) n`)
    await all('create table removals (nth serial, relation text, amount int, transaction text)')
    await all(`create function note_removal() returns trigger language plpgsql as $$ begin
      insert into removals (relation, amount, transaction) select tg_relname, count(*), pg_current_xact_id()::text from old; return null; end $$`)
    for (const table of ['inbox', 'screens'])
      await all(`create trigger removal after delete on ${table} referencing old table as old
        for each statement execute function note_removal()`)
    await world.clockShows('2026-11-03T09:00[Europe/Istanbul]')
    const removals = await all(`select string_agg(relation || ' ' || amount, ', ' order by nth) as portions
      from removals where amount > 0 group by transaction order by min(nth)`)
    expect(removals.map(({ portions }) => portions)).toEqual([
      'inbox 1000',
      'inbox 1000',
      'inbox 500, screens 1000',
      'screens 500',
    ])
  })

  test('that fails half-way does the rest, and goes on a moment later', async () => {
    const old = "'2026-10-01'"
    await all(
      `insert into inbox (bot_id, update_id, lane, received_at, done_at) values (1, 1, 1, ${old}, ${old})`,
    )
    await all(`insert into conversations (lane, state, updated_at) values (1, '{}', ${old})`)
    await all(`insert into role_invitations (token_hash, role, created_at, expires_at)
      values ('x', 'owner', ${old}, ${old})`)
    await all('alter table conversations rename to away')
    await world.clockShows('2026-11-03T09:00[Europe/Istanbul]')
    expect(world.lines.some((line) => line.includes('"round.failed"'))).toBe(true)
    expect(await all('select 1 from inbox union all select 1 from role_invitations')).toEqual([])
    await all('alter table away rename to conversations')
    await until('it has gone on', async () => (await all('select 1 from conversations')).length === 0)
  })
})

describe('a person whom nobody needs any more', () => {
  const names = async () =>
    (await all(`select given_names from persons where given_names is not null order by 1`)).map(
      ({ given_names }) => given_names,
    )

  test('goes 60 days after they were entered, with what hangs on them; others stay', async () => {
    const { people, activities } = world.house.rooms
    await delegation(world)
    const celik = await firm(world)
    const ayse = world.person('Ayşe Yılmaz')
    const token = await world.house.database.transaction(() => people.joining.inviteToFirm(celik, null))
    await ayse.starts(`f_${token}`)
    // Of two colleagues whom Ayşe enters one is never sent in; a stranger has asked for the firm and read the notice.
    const [{ id: byAyse } = {}] = await all(`select id::int as id from persons where given_names = 'Ayşe'`)
    await world.house.database.transaction(async () => {
      const entered = await Promise.all(
        ['Ömer', 'Elif'].map((givenNames) => people.persons.create({ givenNames, surname: 'Er' })),
      )
      for (const [index, personId] of entered.entries()) {
        const activityId = (await activities.store.byCode('BCN26'))?.id ?? 0
        const { id } = await activities.applications.create({
          activityId,
          personId,
          firmId: celik,
          filledBy: Number(byAyse),
          answers: {},
        })
        if (index === 0) await activities.applications.update(id, { state: 'submitted', number: 1 })
        else await activities.applications.note(id, 'draft', 'draft', personId, 'takenOver')
      }
      const stranger = await people.persons.create({ givenNames: 'Yabancı', surname: 'Er' })
      await people.members.setMember(celik, stranger, 'requested', null)
      await people.persons.markNoticeRead(stranger, 'application', '1', 'tr')
      const former = await people.persons.create({ givenNames: 'Eski', surname: 'Koordinatör' })
      await people.roles.grant(former, 'staff', null)
    })
    await world.clockShows('2026-12-31T09:00[Europe/Istanbul]')
    expect(await names()).toEqual(['Ayşe', 'Elif', 'Eski', 'Yabancı', 'Ömer'])
    await world.clockShows('2027-01-03T09:00[Europe/Istanbul]')
    expect(await names()).toEqual(['Ayşe', 'Eski', 'Ömer'])
    expect(await all('select 1 from notices_read')).toEqual([])
    expect(await all('select 1 from firm_members')).toHaveLength(1)
  })

  test('but whoever writes to the bot stays, although their draft goes, and begins anew as the one they were', async () => {
    await delegation(world, {
      startsOn: Temporal.PlainDate.from('2027-05-10'),
      endsOn: Temporal.PlainDate.from('2027-05-13'),
      applicationsCloseAt: Temporal.Instant.from('2027-05-01T00:00Z'),
    })
    await firm(world)
    const ayse = world.person('Ayşe Yılmaz')
    await reaches(ayse, 'position')
    const before = await names()
    await world.clockShows('2027-03-01T09:00[Europe/Istanbul]')
    expect(await all('select 1 from applications')).toEqual([])
    expect(await names()).toEqual(before)
    await begins(ayse)
    expect(ayse.last).toContain('Hangi firma adına')
  })
})
