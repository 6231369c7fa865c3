import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readHolder } from '../../src/platform/holder.ts'
import { lockKinds, openSessionLocks } from '../../src/platform/session-locks.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { startCommand } from '../support/started.ts'

let database: FreshDatabase
let sql: postgres.Sql
beforeEach(async () => {
  database = await freshDatabase()
  sql = postgres(database.url, { max: 1, onnotice: () => {} })
  await sql`create table heyet_holder (one boolean primary key default true, holder text not null)`
  await sql`insert into heyet_holder (holder) values ('bot 700')`
  await sql`insert into accounts (user_id, first_name, language, first_seen_at) values (5, 'Ada', 'en', now())`
  await sql`insert into inbox (bot_id, update_id, lane, body, received_at) values (700, 1, 5, '{}', now())`
  await sql`insert into outbox (chat_id, method, payload, claimed_by, created_at)
    values (5, 'sendMessage', '{"text":"hello"}', 1, now())`
  await sql`insert into outbox (chat_id, method, payload, claimed_by, created_at, is_once, priority, about)
    values (5, 'sendMessage', '{"text":"a letter"}', 1, now(), true, 2, 'letter 1')`
})
afterEach(async () => {
  await sql.end()
  await database.drop()
})

async function adopt(from: string, environment: Record<string, string> = {}) {
  const command = startCommand(['adopt', '--from', from], {
    environment: {
      BOT_TOKEN: '800:ADOPT',
      DATABASE_URL: database.url,
      FIELD_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      ...environment,
    },
  })
  return { code: await command.ended, said: command.said() }
}

test('another bot takes everything over but what waited for the former one', async () => {
  expect(await adopt('700')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/belongs to the bot 800 now/) as string,
  })
  expect(await readHolder(sql)).toBe('bot 800')
  expect(await sql`select 1 from inbox`).toHaveLength(0)
  // Its room has yet to learn what has become of it.
  expect(await sql`select about from outbox`).toEqual([{ about: 'letter 1' }])
  expect(await sql`select user_id::int, is_reachable from accounts`).toEqual([
    { user_id: 5, is_reachable: false },
  ])
}, 60_000)

test('nothing moves from a bot that was not meant, or while one is running', async () => {
  expect(await adopt('900')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/belongs to the bot 700, not to the bot 900/) as string,
  })
  const running = openSessionLocks(database.url)
  await running.tryHold(lockKinds.process, 1)
  expect(await adopt('700')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/is running on this database/) as string,
  })
  await running.close()
  expect(await readHolder(sql)).toBe('bot 700')
  expect(await sql`select 1 from outbox`).toHaveLength(2)
}, 60_000)
