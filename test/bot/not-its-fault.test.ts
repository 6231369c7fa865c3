import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../support/person.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let beside: postgres.Sql
beforeEach(async () => {
  world = await openWorld()
  beside = postgres(world.database.url, { max: 1, fetch_types: false, onnotice: () => {} })
})
afterEach(async () => {
  await beside.end()
  await world.close()
})

/** What somebody wrote, in the hands of a process that is dead. */
async function inDeadHands(person: Person, text: string, attempts: number, deaths: number): Promise<void> {
  const body = JSON.stringify({
    update_id: 9_000_001 + person.id,
    message: {
      message_id: 99,
      date: 1,
      chat: { id: person.id, type: 'private', first_name: person.name },
      from: { id: person.id, is_bot: false, first_name: person.name, language_code: 'tr' },
      text,
      entities: [{ type: 'bot_command', offset: 0, length: text.length }],
    },
  })
  await beside`insert into inbox (bot_id, update_id, lane, body, received_at, attempts, deaths, claimed_by)
    values (700, ${9_000_001 + person.id}, ${person.id}, ${body}, now(), ${attempts}, ${deaths}, 999999)`
}

const isDone = (person: Person) => async () =>
  (await beside`select 1 from inbox where update_id = ${9_000_001 + person.id} and done_at is not null`)
    .length === 1

test('who was in hand when a process died three times is answered all the same', async () => {
  const people = ['Ayşe', 'Ömer', 'Elif'].map((name) => world.person(name))
  for (const person of people) await person.starts()
  for (const person of people) await inDeadHands(person, '/privacy', 3, 0)
  for (const person of people) {
    await until(`${person.name} is answered`, isDone(person))
    await world.settle()
    person.doesNotSee('Hata numarası')
  }
  const rows = await beside`select 1 from inbox where set_aside_at is not null`
  expect(rows.length).toBe(0)
})

test('what kills a process each time it is alone in its hands is set aside, and the person is told', async () => {
  const ayse = world.person('Ayşe')
  await ayse.starts()
  await inDeadHands(ayse, '/privacy', 1, 3)
  await until('it is set aside', async () => {
    const rows = await beside`select 1 from inbox where set_aside_at is not null`
    return rows.length === 1
  })
  await world.settle()
  const [row] = await beside<
    { error_id: string }[]
  >`select error_id from inbox where set_aside_at is not null`
  ayse.sees(row?.error_id ?? 'no id')
  await ayse.writes('/help')
  ayse.sees('/trips')
})

test('a lock that somebody else holds uses up no try', async () => {
  const ayse = world.person('Ayşe')
  await ayse.starts()
  await beside.unsafe(`create sequence refused;
    create function refuse() returns trigger language plpgsql as $$ begin
      if nextval('refused') <= 4 then raise exception 'locked' using errcode = '55P03'; end if; return new; end $$;
    create trigger refuses before update on accounts for each row execute function refuse()`)
  await ayse.writes('/language')
  await ayse.taps('Español')
  ayse.sees('A partir de ahora')
  ayse.doesNotSee('Hata numarası')
  const [row] = await beside<{ count: number }[]>`select last_value::int as count from refused`
  expect(row?.count).toBeGreaterThan(4)
})

test('a server that has crashed comes back with an empty pace: words go out all the same', async () => {
  const ayse = world.person('Ayşe')
  await ayse.starts()
  await beside`truncate send_places, send_cursor, send_paces`
  await ayse.writes('/privacy')
  ayse.sees('Kişisel verileriniz')
}, 30_000)
