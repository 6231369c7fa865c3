import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server writes down about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly isReady: boolean
}

/** The server that runs on a folder. What a crash or another computer left behind is not one, and is cleared away. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const written = readPostmasterFile(folder)
  if (!written) return undefined
  if (isAlive(written.pid) && isPostgres(written.pid)) return written
  // After a restart of a container its number may belong to anybody; PostgreSQL itself would then refuse to start.
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  return undefined
}

/** The same without looking whether it is still true. */
export function readPostmasterFile(folder: string): Postmaster | undefined {
  const lines = read(join(folder, 'postmaster.pid')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Where there is no /proc to ask, the benefit of the doubt. */
const isPostgres = (pid: number): boolean =>
  !existsSync('/proc/self/cmdline') || read(`/proc/${pid}/cmdline`).includes('postgres')

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
