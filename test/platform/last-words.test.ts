import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isBrokenRule, openDatabase, type Database, type LastWords } from '../../src/platform/database.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'

let fresh: FreshDatabase
let database: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase({ url: fresh.url, connections: 2 })
  await database.query('create table notes (name text primary key, words text)', [])
})
beforeEach(async () => void (await database.query('delete from notes', [])))
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const note = (name: string, words: string): LastWords => ({
  name,
  tables: `noted as (insert into notes values ($1, $2)
    on conflict (name) do update set words = excluded.words returning 1)`,
  columns: `(select count(*) from noted) as noted`,
  parameters: [name, words],
})
const only = (holds: boolean): LastWords => ({
  name: 'rule',
  tables: `ruled as (select $1::boolean as holds)`,
  columns: `must_hold((select holds from ruled), 'it holds') as held`,
  parameters: [holds],
})
const notes = async () =>
  (await database.query<{ name: string; words: string }>('select * from notes order by name', [])).map(
    ({ name, words }) => `${name}: ${words}`,
  )

test('last words are written with the end, and told what came of them', async () => {
  const heard: unknown[] = []
  await database.transaction(async (transaction) => {
    await transaction.writeLast({ ...note('a', 'one'), heard: ({ noted }) => heard.push(Number(noted)) })
    expect(await database.queryAlone('select * from notes', [])).toEqual([])
  })
  expect(await notes()).toEqual(['a: one'])
  expect(heard).toEqual([1])
})

test('later words of the same name take the place of earlier ones', async () => {
  await database.transaction(async (transaction) => {
    await transaction.writeLast(note('a', 'one'))
    await transaction.writeLast(note('a', 'two'))
    expect(transaction.lastWords('a')?.parameters.at(-1)).toBe('two')
  })
  expect(await notes()).toEqual(['a: two'])
})

test('two of a kind are both written', async () => {
  await database.transaction(async (transaction) => {
    await transaction.writeLast(note('a', 'one'))
    await transaction.writeLast(note('b', 'two'))
  })
  expect(await notes()).toEqual(['a: one', 'b: two'])
})

test('a statement in the transaction finds what was to be written last', async () => {
  await database.transaction(async (transaction) => {
    await transaction.writeLast(note('a', 'one'))
    expect(await database.query('select words from notes', [])).toEqual([{ words: 'one' }])
  })
})

test('a rule that does not hold takes back everything', async () => {
  const broken = database.transaction(async (transaction) => {
    await transaction.writeLast(note('a', 'one'))
    await transaction.writeLast(only(false))
  })
  expect(isBrokenRule(await broken.catch((error: unknown) => error))).toBe(true)
  expect(await notes()).toEqual([])

  const alsoBroken = database.transaction(async (transaction) => {
    await database.query(`insert into notes values ('b', 'before')`, [])
    await transaction.writeLast(only(false))
  })
  expect(isBrokenRule(await alsoBroken.catch((error: unknown) => error))).toBe(true)
  expect(await notes()).toEqual([])
})

test('an attempt that fails takes its last words back, and only those', async () => {
  await database.transaction(async (transaction) => {
    await transaction.writeLast(note('a', 'before'))
    const failed = database.attempt(async () => {
      await transaction.writeLast(note('b', 'within'))
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    await transaction.writeLast(only(true))
  })
  expect(await notes()).toEqual(['a: before'])
})
