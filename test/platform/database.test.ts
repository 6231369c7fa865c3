import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../src/platform/database.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'

let fresh: FreshDatabase
let database: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase({ url: fresh.url, connections: 2 })
  await database.query('create table notes (words text)', [])
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const write = (words: string) => database.query('insert into notes values ($1)', [words])
const count = async (words: string) =>
  (await database.query('select 1 from notes where words = $1', [words])).length

test('what follows a commit is no part of the transaction any more', async () => {
  const followUps: Promise<unknown>[] = []
  const work = (words: string, begins: boolean) =>
    database.transaction(async (transaction) => {
      if (begins) await write(words)
      transaction.afterCommit(() => {
        expect(database.current()).toBeUndefined()
        followUps.push(write(`after ${words}`))
      })
    })
  await Promise.all(Array.from({ length: 40 }, (_, index) => work('one', index % 2 === 0)))
  await Promise.all(followUps)
  expect(await count('after one')).toBe(40)
})

test('what a transaction did not wait for is refused, instead of landing in the next one', async () => {
  const late = Promise.withResolvers<void>()
  let straggler: Promise<unknown> = Promise.resolve()
  await database.transaction(async () => {
    await write('in time')
    straggler = late.promise.then(() => write('too late'))
    straggler.catch(() => {})
  })
  late.resolve()
  await expect(straggler).rejects.toThrow('not awaited')
  expect(await count('too late')).toBe(0)
})

test('a throw takes back all, an attempt takes back its own', async () => {
  await expect(
    database.transaction(async () => {
      await write('gone')
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await database.transaction(async () => {
    await write('kept')
    const failed = database.attempt(async () => {
      await write('taken back')
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
  })
  expect([await count('gone'), await count('kept'), await count('taken back')]).toEqual([0, 1, 0])
})

test('a refusal inside a refusal takes back both, and nothing more', async () => {
  await database.transaction(async () => {
    await write('before both')
    await database
      .attempt(async () => {
        await write('of the outer')
        await database
          .attempt(async () => {
            await write('of the inner')
            throw new Error('inner')
          })
          .catch(() => {})
        throw new Error('outer')
      })
      .catch(() => {})
  })
  expect(await count('before both')).toBe(1)
  expect(await count('of the inner')).toBe(0)
  expect(await count('of the outer')).toBe(0)
})
