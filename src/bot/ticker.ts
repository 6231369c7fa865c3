import type { Logger } from 'pino'
import type { Clock, MovableClock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { alarm } from './alarm.ts'
import { roundRows } from './data/round-rows.ts'
import { keepWatch, type Watch } from './keep-watch.ts'
import { makeRound, type Round } from './make-round.ts'

export interface TickerNeeds {
  database: Database
  clock: Clock
  log: Logger
  rounds: readonly Round[]
  watches?: readonly Watch[]
}

/** Milliseconds. */
const betweenTicks = 1000

/** Asks what is due, in domain time. What was due while nobody ran is done once, not once for each day missed. */
export function ticker({ database, clock, log, rounds, watches = [] }: TickerNeeds) {
  const make = makeRound({ database, clock, rows: roundRows(database), isStopping: () => isClosed })
  const keep = keepWatch({ database, clock })
  let running: Promise<void> | undefined
  /** Rounds that failed, how often, and until when they are left alone: machine time, milliseconds. */
  const resting = new Map<string, { failures: number; until: number }>()
  let isClosed = false
  const timer = setInterval(() => void tick(), betweenTicks)
  timer.unref()
  /** For what is due before the next tick. */
  const wake = alarm(() => void tick())

  function tick(): Promise<void> {
    running ??= runDue().finally(() => (running = undefined))
    return running
  }

  async function runDue(): Promise<void> {
    const isAwake = ({ name }: { name: string }) => (resting.get(name)?.until ?? 0) < performance.now()
    for (const round of rounds.filter(isAwake))
      await attempt(round, () => make(round, lastDue(round, clock.now())))
    const nexts = await keepDue(watches.filter(isAwake))
    for (const next of nexts) wakeAt(next)
  }

  /**
   * All are asked together what is due, because mostly nothing is; what is due is done, and the others are asked once more,
   * because what one does may fall due at another. Resolves with the moments at which there is more to do.
   */
  async function keepDue(all: readonly Watch[]): Promise<Temporal.Instant[]> {
    const nexts: Temporal.Instant[] = []
    for (let asked = all; asked.length > 0 && !isClosed;) {
      const moments = await Promise.all(asked.map(nextOf))
      const due = asked.filter((_, at) => isDue(moments[at]))
      nexts.push(...moments.filter((moment) => moment !== undefined && !isDue(moment)))
      nexts.push(...(await keepAll(due)))
      asked = due.length === 0 ? [] : asked.filter((watch) => !due.includes(watch))
    }
    return nexts
  }

  const isDue = (moment: Temporal.Instant | undefined): moment is Temporal.Instant =>
    moment !== undefined && Temporal.Instant.compare(moment, clock.now()) <= 0

  const nextOf = (watch: Watch): Promise<Temporal.Instant | undefined> =>
    database.aside(watch.nextDue).catch((error: unknown) => {
      rest(watch, error)
      return undefined
    })

  /**
   * A portion of each in turn: where thousands of cards are due, a reminder does not wait behind them. Resolves with the
   * moments at which there is more to do.
   */
  async function keepAll(due: readonly Watch[], nexts: Temporal.Instant[] = []): Promise<Temporal.Instant[]> {
    const unfinished: Watch[] = []
    for (const watch of due)
      if (!isClosed)
        await attempt(watch, async () => {
          const kept = await keep(watch)
          if (kept.isMore) unfinished.push(watch)
          else if (kept.nextAt) nexts.push(kept.nextAt)
        })
    return unfinished.length > 0 ? keepAll(unfinished, nexts) : nexts
  }

  function wakeAt(moment: Temporal.Instant): void {
    const milliseconds = moment.since(clock.now()).total('milliseconds')
    if (milliseconds < betweenTicks && !isClosed) wake.in(Math.max(Math.ceil(milliseconds), 0))
  }

  const attempt = (one: { name: string }, work: () => Promise<void>): Promise<void> =>
    work().then(
      () => void resting.delete(one.name),
      (error: unknown) => rest(one, error),
    )

  /** A second at first, then twice as long each time, a minute at most. */
  function rest({ name }: { name: string }, error: unknown): void {
    const failures = resting.get(name)?.failures ?? 0
    resting.set(name, {
      failures: failures + 1,
      until: performance.now() + Math.min(2 ** failures, 60) * 1000,
    })
    log.error({ err: error, round: name }, 'round.failed')
  }

  return {
    /** A round that begins after this call: one that is under way may have asked already what is due. */
    async tick(): Promise<void> {
      await running
      await tick()
    },
    /** Moves a clock on, stopping at each moment that is due on the way. */
    async passTime(movable: MovableClock, to: Temporal.Instant, settle: () => Promise<void>): Promise<void> {
      for (;;) {
        const now = movable.now()
        const moments = [
          ...rounds.map((round) => nextDue(round, now)),
          ...(await Promise.all(watches.map((watch) => database.aside(watch.nextDue)))),
        ]
        const next = moments
          .filter((moment) => moment !== undefined)
          .filter((moment) => Temporal.Instant.compare(moment, now) > 0)
          .filter((moment) => Temporal.Instant.compare(moment, to) <= 0)
          .sort((one, other) => Temporal.Instant.compare(one, other))[0]
        if (!next) break
        await running
        // The clock has whole milliseconds, a moment may lie between two: a little too early it would not be due yet.
        movable.moveTo(next.round({ smallestUnit: 'millisecond', roundingMode: 'ceil' }))
        await tick()
        await settle()
      }
      // A round that has begun before has not seen all of what is due now.
      await running
      movable.moveTo(to)
      await tick()
      await settle()
    },
    async close(): Promise<void> {
      isClosed = true
      clearInterval(timer)
      wake.stop()
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
