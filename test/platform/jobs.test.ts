import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/platform/database.ts'
import { openJobs } from '../../src/platform/jobs.ts'
import { freshDatabase } from '../support/postgres.ts'
import { until } from '../support/until.ts'

test('a job is taken up when it comes, not when the queue is looked at next', async () => {
  const fresh = await freshDatabase()
  const database = openDatabase({ url: fresh.url, connections: 2 })
  const done: unknown[] = []
  const jobs = await openJobs({
    ...{ url: fresh.url, database, log: pino({ level: 'silent' }), names: ['count'], onWorked: () => {} },
  })
  try {
    await jobs.start([{ name: 'count', work: async ({ nth }) => void done.push(nth) }])
    await jobs.send('count', { nth: 0 })
    await until('the first is done', () => done.length === 1)
    const startedAt = performance.now()
    for (let nth = 1; nth <= 6; nth += 1) {
      await database.transaction(() => jobs.send('count', { nth }))
      await until('it is done', () => done.length === nth + 1)
    }
    // The queue is looked at once a second, so this would take six.
    expect(performance.now() - startedAt).toBeLessThan(3000)
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6])
  } finally {
    await jobs.close()
    await database.close()
    await fresh.drop()
  }
})
