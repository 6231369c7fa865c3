import type { Logger } from 'pino'
import type { Clock, MovableClock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { roundRows } from './data/round-rows.ts'

/** Something that is done once a day at a local hour, by one process. */
export interface Round {
  name: string
  at: Temporal.PlainTime
  timeZone: string
  run(now: Temporal.Instant): Promise<void>
}

export interface TickerNeeds {
  database: Database
  clock: Clock
  log: Logger
  rounds: readonly Round[]
}

/** Asks what is due, in domain time. What was due while nobody ran is done once, not once for each day missed. */
export function ticker({ database, clock, log, rounds }: TickerNeeds) {
  const rows = roundRows(database)
  let running: Promise<void> | undefined
  /** Rounds that failed, and until when they are left alone: machine time, milliseconds. */
  const resting = new Map<string, number>()
  const timer = setInterval(() => void tick(), 1000)
  timer.unref()

  function tick(): Promise<void> {
    running ??= runDue().finally(() => (running = undefined))
    return running
  }

  async function runDue(): Promise<void> {
    for (const round of rounds.filter(({ name }) => (resting.get(name) ?? 0) < performance.now()))
      await database
        .transaction(async () => {
          if (await rows.claim(round.name, lastDue(round, clock.now()))) await round.run(clock.now())
        })
        .catch((error: unknown) => {
          resting.set(round.name, performance.now() + 60_000)
          log.error({ err: error, round: round.name }, 'round.failed')
        })
  }

  return {
    tick,
    /** Moves a clock on, stopping at each moment that is due on the way. */
    async passTime(movable: MovableClock, to: Temporal.Instant, settle: () => Promise<void>): Promise<void> {
      for (;;) {
        const next = rounds
          .map((round) => nextDue(round, movable.now()))
          .filter((moment) => Temporal.Instant.compare(moment, to) <= 0)
          .sort((one, other) => Temporal.Instant.compare(one, other))[0]
        if (!next) break
        movable.moveTo(next)
        await tick()
        await settle()
      }
      movable.moveTo(to)
      await tick()
      await settle()
    },
    async close(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}

const onDay = ({ at, timeZone }: Round, day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone, plainTime: at }).toInstant()

function lastDue(round: Round, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(round.timeZone).toPlainDate()
  const due = onDay(round, today)
  return Temporal.Instant.compare(due, now) <= 0 ? due : onDay(round, today.subtract({ days: 1 }))
}

function nextDue(round: Round, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(round.timeZone).toPlainDate()
  const due = onDay(round, today)
  return Temporal.Instant.compare(due, now) > 0 ? due : onDay(round, today.add({ days: 1 }))
}
