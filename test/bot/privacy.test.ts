import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies, reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { tablesWith } from '../support/search-database.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  await firm(world)
})
afterEach(() => world.close())

test('after a whole story the log holds nothing of what was in it, and the queues are empty', async () => {
  const secrets = [
    'Ayşe',
    'Yılmaz',
    'YILMAZ',
    'Zeynep',
    'Kaya',
    'Çelik',
    'celik',
    '90532',
    'someone@example.com',
  ]
  secrets.push('Export manager', 'Barselona', 'BCN26', 'Merhaba', 'gizli dilek')
  const zeynep = await world.coordinator('Zeynep Kaya')
  const ayse = world.person('Ayşe Yılmaz')
  await reaches(ayse, 'wishes')
  await ayse.writes('gizli dilek')
  world.telegram.faults.failNext('sendMessage', {
    kind: 'error',
    code: 400,
    description: "Bad Request: can't parse entities: near Ayşe Yılmaz",
  })
  await ayse.taps('Başvuruyu gönder')
  await zeynep.taps('✅ Evet')
  await zeynep.taps('Onayla')
  await ayse.writes('/start t_nothing')
  await ayse.writes('Merhaba gizli dilek')
  const link = await world.house.database.transaction(() =>
    world.house.rooms.people.giving.invite('coordinator', null),
  )
  await ayse.starts(`c_${link}`)
  secrets.push(link)
  const { sql } = world.house.database
  await sql`alter table activities rename to away`
  await ayse.writes('/trips')
  await sql`alter table away rename to activities`

  const log = world.lines.join('')
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
  expect(log).toContain('update.failed')
  expect(await sql`select 1 from inbox where body is not null and set_aside_at is null`).toHaveLength(0)
  expect(await sql`select 1 from outbox`).toHaveLength(0)
  expect(await sql`select 1 from outbox_files`).toHaveLength(0)
  expect(await tablesWith(world, 'gizli dilek')).toEqual(['applications.answers'])
  expect(await tablesWith(world, link)).toEqual([])
})

test('the state of a sitting holds nothing of what was answered, and ends with it', async () => {
  const ayse = world.person('Ayşe Yılmaz')
  await reaches(ayse, 'email')
  await ayse.writes('someone@example.com')
  expect(await tablesWith(world, 'someone@example.com')).toEqual(['applications.answers'])
  expect(await tablesWith(world, 'Export manager')).toEqual(['applications.answers'])
  await ayse.writes('/cancel')
  expect(await world.house.database.sql`select 1 from conversations`).toHaveLength(0)
})

test('jobs carry ids only', async () => {
  const ayse = world.person('Ayşe Yılmaz')
  await applies(ayse)
  const jobs = await world.house.database.sql<{ data: object | null }[]>`select data from pgboss.job`
  for (const { data } of jobs)
    for (const value of Object.values(data ?? {})) expect(String(value)).toMatch(/^[\w.:-]{0,40}$/)
})

test('what has been handled goes: bodies at once, ids after 72 hours, a sitting after 14 days', async () => {
  const ayse = world.person('Ayşe Yılmaz')
  await reaches(ayse, 'position')
  const { sql } = world.house.database
  expect((await sql`select 1 from inbox`).length).toBeGreaterThan(5)
  expect(await sql`select 1 from conversations`).toHaveLength(1)
  await world.clockShows('2026-11-06T12:00[Europe/Istanbul]')
  expect(await sql`select 1 from inbox`).toHaveLength(0)
  await world.clockShows('2026-11-17T12:00[Europe/Istanbul]')
  expect(await sql`select 1 from conversations`).toHaveLength(0)
  expect(await sql`select 1 from screens`).toHaveLength(0)
  await ayse.writes('Müdür')
  expect(ayse.last).toContain('Cep telefonunuz?')
})
