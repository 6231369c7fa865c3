import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileOf = (dataDir: string): string => join(dataDir, 'last-backup')

/** Notes down when a backup was made on this computer, for `doctor`; where that cannot be written, the backup is as good. */
export function noteBackup(dataDir: string, at: Temporal.Instant): void {
  try {
    writeFileSync(fileOf(dataDir), `${at.toString()}\n`, { mode: 0o600 })
  } catch {
    // There may be no such folder beside a database of one's own.
  }
}

/** When the last backup was made on this computer, as far as that has been noted. */
export function lastBackup(dataDir: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(readFileSync(fileOf(dataDir), 'utf8').trim())
  } catch {
    return undefined
  }
}
