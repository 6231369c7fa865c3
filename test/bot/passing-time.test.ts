import pino from 'pino'
import { afterEach, expect, test } from 'vitest'
import { ticker } from '../../src/bot/ticker.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { openDatabase, type Database } from '../../src/platform/database.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'

let fresh: FreshDatabase
let database: Database
afterEach(async () => {
  await database.close()
  await fresh.drop()
})

test('a clock that is moved on stops at moments between two milliseconds, too', async () => {
  fresh = await freshDatabase()
  database = openDatabase({ url: fresh.url })
  const clock = movableClock()
  clock.moveTo(Temporal.Instant.from('2026-11-26T09:00:00Z'))
  const due = ['2026-11-27T13:00:00.000999Z', '2026-11-29T13:00:00.000999Z'].map((text) =>
    Temporal.Instant.from(text),
  )
  const done: string[] = []
  const watch = {
    name: 'reminders',
    nextDue: () => Promise.resolve(due[0]),
    work(now: Temporal.Instant) {
      done.push(now.toString().slice(0, 16))
      return Promise.resolve(due.shift() !== undefined)
    },
  }
  const ticking = ticker({ database, clock, log: pino({ level: 'silent' }), rounds: [], watches: [watch] })
  // Saying what was due takes a moment.
  const settle = () => Promise.resolve(clock.moveTo(clock.now().add({ milliseconds: 5 })))
  await ticking.passTime(clock, Temporal.Instant.from('2026-12-24T09:00:00Z'), settle)
  await ticking.close()
  expect(done).toEqual(['2026-11-27T13:00', '2026-11-29T13:00'])
})
