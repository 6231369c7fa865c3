import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database } from './database.ts'

/** Slow work, done outside the chat: ids go in, rows come out; safe to run twice. */
export interface Job {
  name: string
  work(ids: JobIds, signal: AbortSignal): Promise<void>
}

/** A job carries ids and nothing else, so that no personal data stays in the queue. */
export type JobIds = Readonly<Record<string, number | string>>

export interface Jobs {
  /** Queues a job with the current transaction. */
  send(name: string, ids: JobIds): Promise<void>
  /** Begins to work off the jobs given; without it this process only queues. */
  start(jobs: readonly Job[]): Promise<void>
  readonly isIdle: boolean
  /** Jobs that wait or run, over all processes. */
  waiting(): Promise<number>
  close(): Promise<void>
}

export interface JobsNeeds {
  url: string
  database: Pick<Database, 'db' | 'query'>
  log: Logger
  /** The names of all jobs there are, also of those that only another process works off. */
  names: readonly string[]
  onWorked(name: string, outcome: 'done' | 'failed'): void
}

export async function openJobs({ url, database, log, names, onWorked }: JobsNeeds): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    application_name: 'heyet jobs',
    useListenNotify: true,
    superviseIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.error({ err: error }, 'jobs.failed'))
  await boss.start()
  for (const name of names)
    await boss.createQueue(name, { retryLimit: 3, retryDelay: 2, heartbeatSeconds: 10 })
  let running = 0

  return {
    async send(name, ids) {
      await boss.send(name, ids, { db: fromDrizzle(database.db, sql) })
    },
    async start(jobs) {
      for (const job of jobs)
        await boss.work<JobIds>(
          job.name,
          { pollingIntervalSeconds: 1, localConcurrency: 2 },
          async ([task]) => {
            if (!task) return
            running += 1
            try {
              await job.work(task.data, task.signal)
              onWorked(job.name, 'done')
            } catch (error) {
              onWorked(job.name, 'failed')
              log.error({ err: error, job: job.name, id: task.id }, 'job.failed')
              throw error
            } finally {
              running -= 1
            }
          },
        )
    },
    get isIdle() {
      return running === 0
    },
    async waiting() {
      const [row] = await database.query<{ count: number }>(
        `select count(*)::int as count from pgboss.job where state in ('created', 'retry', 'active')
         and name = any (string_to_array($1, ','))`,
        [names.join(',')],
      )
      return row?.count ?? 0
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}
