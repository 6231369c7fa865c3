import { systemClock, type Clock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'

/** The clock of the program that a command works for: the sandbox's may have been moved. */
export async function clockOf(config: Config): Promise<Clock> {
  if (config.botToken) return systemClock
  const { sandboxClock } = await import('../../sandbox/sandbox-clock.ts')
  return sandboxClock(config)
}
