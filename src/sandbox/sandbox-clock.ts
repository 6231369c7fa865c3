import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { movableClock, type Clock } from '../platform/clock.ts'
import { readThing } from './world-storage.ts'

/** Where the world of a sandbox is kept. */
export const sandboxFile = (dataDir: string): string => join(dataDir, 'sandbox.sqlite')

/** The clock of the sandbox in this folder, wherever its page has moved it: for what runs beside it. */
export function sandboxClock({ dataDir }: { dataDir: string }): Clock {
  const path = sandboxFile(dataDir)
  const ahead = existsSync(path) ? readThing(path, 'ahead', 'clock') : undefined
  return movableClock({ aheadByMilliseconds: Number(ahead ?? 0) })
}
