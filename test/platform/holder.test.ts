import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readHolder } from '../../src/platform/holder.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/postgres.ts'

let database: FreshDatabase
let sql: postgres.Sql
beforeEach(async () => {
  database = await freshDatabase()
  sql = postgres(database.url, { max: 1, onnotice: () => {} })
})
afterEach(async () => {
  await sql.end()
  await database.drop()
})

test('a database without a note belongs to whoever starts on it first, and to nobody else', async () => {
  expect(await readHolder(sql)).toBeUndefined()
  await migrate(database.url, { holder: 'bot 700' })
  await migrate(database.url, { holder: 'bot 700' })
  expect(await readHolder(sql)).toBe('bot 700')
  await expect(migrate(database.url, { holder: 'bot 800' })).rejects.toThrow(
    /belongs to the bot 700 .*BOT_TOKEN is that of the bot 800.*npm run adopt -- --from 700/,
  )
  await expect(migrate(database.url, { holder: 'sandbox' })).rejects.toThrow(
    /belongs to the bot 700.*Set BOT_TOKEN/,
  )
  expect(await readHolder(sql)).toBe('bot 700')
})

test('the examples of a sandbox that made no note are no real bot’s, and a sandbox goes on with them', async () => {
  await sql`insert into accounts (user_id, first_name, last_name, language, first_seen_at)
    values (7001, 'Zeynep', 'Kaya', 'tr', now())`
  await expect(migrate(database.url, { holder: 'bot 700' })).rejects.toThrow(
    /examples of the sandbox.*set DATA_DIR/,
  )
  await migrate(database.url, { holder: 'sandbox' })
  expect(await readHolder(sql)).toBe('sandbox')
})

test('somebody who really has that number is nobody’s example', async () => {
  await sql`insert into accounts (user_id, first_name, language, first_seen_at) values (7001, 'Ole', 'en', now())`
  await migrate(database.url, { holder: 'bot 700' })
  expect(await readHolder(sql)).toBe('bot 700')
})

test('who is refused changes nothing, and of two who start at once one has it', async () => {
  const empty = await emptyDatabase()
  const outcomes = await Promise.allSettled([
    migrate(empty.url, { holder: 'bot 700' }),
    migrate(empty.url, { holder: 'bot 800' }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await empty.drop()
})
