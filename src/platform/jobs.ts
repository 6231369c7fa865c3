import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss, type Queue, type WorkOptions } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database } from './database.ts'

/** Slow work, done outside the chat: ids go in, rows come out; safe to run twice. */
export interface Job {
  name: string
  work(ids: JobIds, signal: AbortSignal): Promise<void>
  /** After the last try, also where the process died in each: tells whoever waits, and settles what was begun. */
  giveUp?(ids: JobIds): Promise<void>
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
  /** Connections at most. */
  connections?: number
  database: Pick<Database, 'db' | 'query' | 'transaction'>
  log: Logger
  /** The names of all jobs there are, also of those that only another process works off. */
  names: readonly string[]
  onWorked(name: string, outcome: 'done' | 'failed'): void
}

export async function openJobs({
  url,
  connections = 4,
  database,
  log,
  names,
  onWorked,
}: JobsNeeds): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: connections,
    application_name: 'heyet jobs',
    useListenNotify: true,
    // Moments are asked for by the ticker, in domain time: the queue's own timetable would be a third queue to look at.
    schedule: false,
    // How soon a job of a process that has died comes back, after its heartbeat.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', (error) => log.error({ err: error }, 'jobs.failed'))
  await boss.start()
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  const queues = new Set(names.flatMap((name) => [name, givenUp(name)]))
  for (const name of names) {
    await offer(givenUp(name), { ...everyQueue, retryLimit: 60, retryDelay: 5 })
    await offer(name, { ...everyQueue, retryLimit: 2, retryDelay: 2, deadLetter: givenUp(name) })
  }
  await takeUpWaiting()
  let running = 0

  /** What a restored backup has left to the queue: its own tables are not in there. */
  async function takeUpWaiting(): Promise<void> {
    const [found] = await database.query<{ isThere: boolean }>(
      `select to_regclass('public.heyet_waiting_jobs') is not null as "isThere"`,
      [],
    )
    if (!found?.isThere) return
    await database.transaction(async () => {
      const waiting = await database.query<{ name: string; ids: JobIds }>(
        'delete from public.heyet_waiting_jobs returning name, ids',
        [],
      )
      for (const { name, ids } of waiting)
        if (queues.has(name)) await boss.send(name, ids, { db: fromDrizzle(database.db, sql) })
    })
  }

  /** A queue that an older version has made learns what has changed; there are many, and at most starts none has. */
  async function offer(name: string, options: QueueOptions): Promise<void> {
    const there = known.get(name)
    const isSame = ([option, value]: [string, unknown]) => there?.[option as keyof QueueOptions] === value
    if (Object.entries(options).every(isSame)) return
    await boss.createQueue(name, options)
    await boss.updateQueue(name, options)
  }

  async function take(name: string, work: Job['work'], options: WorkOptions): Promise<void> {
    await boss.work<JobIds>(name, options, async ([task]) => {
      if (!task) return
      running += 1
      try {
        await work(task.data, task.signal)
        onWorked(name, 'done')
      } catch (error) {
        onWorked(name, 'failed')
        log.error({ err: error, job: name, id: task.id, ids: task.data }, 'job.failed')
        // The queue keeps what is thrown here, and a database's errors quote what people have written.
        throw new Error('It failed; the log says how.')
      } finally {
        running -= 1
      }
    })
  }

  return {
    async send(name, ids) {
      await boss.send(name, ids, { db: fromDrizzle(database.db, sql) })
    },
    async start(jobs) {
      for (const { name, work, giveUp } of jobs) {
        await take(name, work, { ...looksEvery(1), localConcurrency: 2 })
        if (giveUp) await take(givenUp(name), giveUp, looksEvery(2))
      }
    },
    get isIdle() {
      return running === 0
    },
    async waiting() {
      const [row] = await database.query<{ count: number }>(
        `select count(*)::int as count from pgboss.job where state in ('created', 'retry', 'active')
         and name = any (string_to_array($1, ','))`,
        [names.flatMap((name) => [name, givenUp(name)]).join(',')],
      )
      return row?.count ?? 0
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

type QueueOptions = Pick<Queue, 'retryLimit' | 'retryDelay' | 'heartbeatSeconds' | 'deadLetter' | 'notify'>

/** A new job wakes whoever works it off: without it the queue is only looked at once a second. */
const everyQueue = { heartbeatSeconds: 10, notify: true }

/** Also while wake-ups come: one may be lost with its connection. */
const looksEvery = (seconds: number) => ({
  pollingIntervalSeconds: seconds,
  notifyPollingIntervalSeconds: seconds,
})

/** The queue to which a job goes after its last try. */
const givenUp = (name: string) => `${name}.given-up`
