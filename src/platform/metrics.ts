import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

const outcomes = ['sent', 'refused', 'tooMany', 'givenUp', 'inDoubt'] as const
const fates = ['sent', 'inDoubt', 'unreachable', 'refused'] as const

/** What is counted, under the names Prometheus knows. */
export interface Metrics {
  /** For the front door (`Measure` in `bot/`). */
  readonly measure: {
    received(count: number): void
    handled(seconds: number): void
    failed(): void
    sent(outcome: (typeof outcomes)[number]): void
    delivered(fate: (typeof fates)[number]): void
  }
  /** For the jobs. */
  worked(name: string, outcome: 'done' | 'failed'): void
  /** A figure that is asked for when somebody looks, e.g. `gauge('jobs_waiting', () => jobs.waiting())`. */
  gauge(name: GaugeName, read: () => number | Promise<number>): void
  /** The page of `GET /metrics`. */
  page(): Promise<{ type: string; text: string }>
}

const gauges = {
  updates_waiting: 'Updates that are kept and not yet handled, over all processes.',
  messages_waiting:
    'Calls that are owed to chats (messages, edits, files) and not yet made, over all processes.',
  jobs_waiting: 'Jobs that wait or run, over all processes.',
  pool_connections: 'Connections to the database, of all processes of Heyet, as PostgreSQL counts them.',
  pool_connections_busy: 'Those of them that run a statement or are inside a transaction.',
} as const

export type GaugeName = keyof typeof gauges

/** How long a figure may take before the page does without it, in milliseconds: a stuck database must not hide the rest. */
const patience = 1_500

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `heyet_${name}`, help, labelNames, registers })
  const received = counter('updates_received_total', 'Updates taken from Telegram, each once.')
  const handled = counter('updates_handled_total', 'Updates handled and committed.')
  const failed = counter('updates_failed_total', 'Attempts to handle an update that threw.')
  const sent = counter(
    'messages_total',
    'Tries to make a call that is owed to a chat (messages, edits, files): sent; tooMany: told to wait by a 429; ' +
      'refused: tried again, or dropped because the chat cannot be reached; givenUp: not tried again; ' +
      'inDoubt: a delivery that no answer came to, not tried again either.',
    'outcome',
  )
  const delivered = counter(
    'deliveries_total',
    'Deliveries (reminders, broadcasts) that have come to their end: sent; inDoubt: it left and may have arrived; ' +
      'unreachable: blocked or gone; refused: Telegram would not take it.',
    'fate',
  )
  const jobs = counter('jobs_total', 'Tries to work off a job, by how they ended.', 'job', 'outcome')
  const handling = new Histogram({
    name: 'heyet_update_handling_seconds',
    help: 'From taking an update in hand to its commit.',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  for (const outcome of outcomes) sent.inc({ outcome }, 0)
  for (const fate of fates) delivered.inc({ fate }, 0)

  return {
    measure: {
      received: (count) => received.inc(count),
      handled(seconds) {
        handled.inc()
        handling.observe(seconds)
      },
      failed: () => failed.inc(),
      sent: (outcome) => sent.inc({ outcome }),
      delivered: (fate) => delivered.inc({ fate }),
    },
    worked: (job, outcome) => jobs.inc({ job, outcome }),
    gauge: (name, read) => void new Gauge(gaugeThatAsks(name, read, registry)),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}

function gaugeThatAsks(name: GaugeName, read: () => number | Promise<number>, registry: Registry) {
  return {
    name: `heyet_${name}`,
    help: gauges[name],
    registers: [registry],
    async collect(this: Gauge) {
      const value = await withinPatience(read)
      if (value === undefined) this.reset()
      else this.set(value)
    },
  }
}

async function withinPatience(read: () => number | Promise<number>): Promise<number | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), patience)
  try {
    return await Promise.race([Promise.resolve().then(read), late.promise])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
