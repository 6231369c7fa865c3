import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { mendOfDataDir } from '../data-dir.ts'
import { isAlive } from './postmaster-file.ts'

/** How long starting and stopping may take before a lock is taken for left behind, in milliseconds. */
const longest = 60_000

/** Does `work` while no other process starts or stops the server of this DATA_DIR. */
export async function whileAlone<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, 'starting.lock')
  const own = `${lock}.${process.pid}`
  const deadline = Date.now() + longest
  writeOwn(own, dataDir)
  try {
    while (!take(own, lock)) {
      if (isLeftBehind(lock)) clear(lock)
      else if (Date.now() > deadline)
        throw new CannotStart(`Another start is still busy in ${dataDir}; try again later.`)
      else await pause(25)
    }
  } finally {
    rmSync(own, { force: true })
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function writeOwn(own: string, dataDir: string): void {
  try {
    writeFileSync(own, String(process.pid), { mode: 0o600 })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new CannotStart(`The folder ${dataDir} cannot be written to (${code}). ${mendOfDataDir}`)
  }
}

/** A hard link is made by exactly one of those who try at once. */
function take(own: string, lock: string): boolean {
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

function isLeftBehind(lock: string): boolean {
  try {
    const isOld = Date.now() - statSync(lock).mtimeMs > longest
    const pid = Number(readFileSync(lock, 'utf8'))
    return isOld || (pid !== process.pid && !isAlive(pid))
  } catch {
    return false
  }
}

/** Renaming first lets only one of several clear it. */
function clear(lock: string): void {
  const away = `${lock}.${process.pid}.old`
  try {
    renameSync(lock, away)
  } catch {
    return
  }
  rmSync(away, { force: true })
}
