import type { Logger } from './log.ts'

export interface ShutdownNeeds {
  log: Logger
  /** For tests; the process's own when absent. */
  exit?: (code: number) => void
  /** How long all steps may take together, in milliseconds. */
  limit?: number
}

/** Closing in the opposite order of opening, within a limit. */
export interface Shutdown {
  /** Registers how to close what has just been opened; a promise is waited for. */
  closing(name: string, close: () => unknown): void
  /** Closes everything and leaves with `code`; a second call waits for the first. */
  begin(reason: string, code?: number): Promise<void>
  /** Whether the end has begun. */
  readonly hasBegun: boolean
}

/** What is kept back for the steps that come after one that hangs: above all the database has to stop. */
const reserve = 2_500

export function openShutdown({ log, exit = leave, limit = 10_000 }: ShutdownNeeds): Shutdown {
  const steps: { name: string; close: () => unknown }[] = []
  let ending: Promise<void> | undefined

  async function closeAll(reason: string, code: number): Promise<void> {
    log.info({ reason }, 'stopping')
    const deadline = performance.now() + limit
    let worst = code === 0 ? Number(process.exitCode ?? 0) : code
    for (const [index, { name, close }] of steps.toReversed().entries()) {
      const kept = index < steps.length - 1 ? reserve : 300
      const outcome = await within(Math.max(deadline - performance.now() - kept, 200), close)
      if (outcome === 'closed') continue
      worst = worst === 0 ? 1 : worst
      log.error(
        { step: name, ...(outcome === 'late' ? {} : { err: outcome.failed }) },
        `stop.${kindOf(outcome)}`,
      )
    }
    log.info('stopped')
    exit(worst)
  }

  return {
    closing: (name, close) => void steps.push({ name, close }),
    begin: (reason, code = 0) => (ending ??= closeAll(reason, code)),
    get hasBegun() {
      return ending !== undefined
    },
  }
}

/** Ctrl-C arrives twice, from the terminal and from npm; what comes this soon after the first is no second wish, in milliseconds. */
const samePress = 1_000

/** SIGTERM and SIGINT stop in order, a second one at once; what nobody caught is logged without its message. */
export function stopOnSignals(shutdown: Shutdown, { log, exit = leave }: ShutdownNeeds): void {
  let firstAt: number | undefined
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)
    process.on(signal, (reason: string) => {
      const now = performance.now()
      if (now - (firstAt ??= now) > samePress) exit(code)
      else void shutdown.begin(reason)
    })
  const fail = (event: string) => (error: unknown) => {
    log.fatal({ err: error }, event)
    void shutdown.begin(event, 1)
  }
  process.on('uncaughtException', fail('exception.uncaught'))
  process.on('unhandledRejection', fail('rejection.unhandled'))
}

type Outcome = 'closed' | 'late' | { failed: unknown }

const kindOf = (outcome: Outcome) => (outcome === 'late' ? 'late' : 'failed')

async function within(milliseconds: number, close: () => unknown): Promise<Outcome> {
  const late = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => late.resolve('late'), milliseconds)
  const closed = Promise.resolve()
    .then(close)
    .then(
      () => 'closed' as const,
      (error: unknown) => ({ failed: error }),
    )
  try {
    return await Promise.race([closed, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

const leave = (code: number): void => process.exit(code)
