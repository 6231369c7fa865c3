import type postgres from 'postgres'
import { CannotStart } from '../../platform/cannot-start.ts'
import { isBotRunning } from '../../platform/session-locks.ts'

/** Refuses to change what a running bot works on. */
export async function mustRest(sql: postgres.ISql): Promise<void> {
  if (await isBotRunning(sql))
    throw new CannotStart('A Heyet is running on this database. Stop it first, then run this again.')
}
