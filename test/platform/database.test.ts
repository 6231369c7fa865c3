import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isPassing, openDatabase, type Database } from '../../src/platform/database.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { until } from '../support/until.ts'

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

test('no statement runs for more than ten seconds, none waits for a lock for more than three', async () => {
  const limits = `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`
  const each = [
    await database.query(limits, []),
    await database.sql.unsafe(limits),
    await database.transaction(() => database.query(limits, [])),
  ]
  for (const rows of each) expect([...rows]).toEqual([{ statement: '10s', lock: '3s' }])
})

test('no column takes its moment from the database: what happens when is said by our own clock', async () => {
  const taken = await database.query<{ place: string }>(
    `select table_name || '.' || column_name as place from information_schema.columns
     where table_schema = 'public' and column_default ~* 'now\\(|current_|clock_timestamp|localtime'`,
    [],
  )
  expect(taken.map(({ place }) => place)).toEqual(['heyet_migrations.applied_at'])
})

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

describe('a connection breaks while others wait for one', () => {
  let beside: postgres.Sql
  beforeEach(() => {
    beside = postgres(fresh.url, { max: 2, fetch_types: false, onnotice: () => {} })
  })
  afterEach(() => beside.end())

  /** Ends the connection that came first of those that match; resolves when the database has ended it. */
  const breakOne = (which: string) =>
    beside.unsafe(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and application_name = 'heyet' and ${which} order by backend_start limit 1`)

  test('transactions that wait are told at once, and one on a sound connection goes on', async () => {
    const goOn = Promise.withResolvers<void>()
    const held = ['first', 'second'].map((words) =>
      database.transaction(async () => {
        await write(words)
        await goOn.promise
      }),
    )
    await until('both connections are taken', async () => (await idleInTransaction()) === 2)
    const waiting = Array.from({ length: 5 }, () => database.transaction(() => write('never')))
    const told = Promise.allSettled(waiting)
    await breakOne(`state = 'idle in transaction'`)
    for (const { status, reason } of (await told) as PromiseRejectedResult[])
      expect([status, isPassing(reason)]).toEqual(['rejected', true])
    goOn.resolve()
    const outcomes = await Promise.allSettled(held)
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await count('first')) + (await count('second'))).toBe(1)
    expect(await count('never')).toBe(0)
  }, 5_000)

  test('so are statements that share a connection', async () => {
    await write('wanted')
    const statement = 'update notes set words = words where words = $1'
    let told: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([])
    await beside.begin(async (blocking) => {
      await blocking`select 1 from notes where words = 'wanted' for update`
      told = Promise.allSettled(Array.from({ length: 6 }, () => database.queryAlone(statement, ['wanted'])))
      await until('both connections are taken', async () => (await waitingForLock()) === 2)
      await breakOne(`wait_event_type = 'Lock'`)
      await until('one of them goes on waiting', async () => (await waitingForLock()) === 1)
    })
    expect((await told).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }, 5_000)

  const many = async (which: string) => {
    const [row] = await beside.unsafe(`select count(*)::int as many from pg_stat_activity
      where datname = current_database() and application_name = 'heyet' and ${which}`)
    return Number(row?.['many'])
  }
  const idleInTransaction = () => many(`state = 'idle in transaction'`)
  const waitingForLock = () => many(`wait_event_type = 'Lock'`)
})
