import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Makes the folder DATA_DIR, for its owner and those who may already look into the folders above. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new CannotStart(`The folder ${dataDir} cannot be written to (${code}). ${mendOfDataDir}`)
  }
}

/** Whether this user may write into the folder, or make it. */
export function canHaveDataDir(dataDir: string): boolean {
  try {
    const folder = nearestFolder(dataDir)
    accessSync(folder, constants.W_OK | constants.X_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** The folder itself, or as long as it is not there the one in which it would be made. */
export const nearestFolder = (path: string): string =>
  existsSync(path) ? path : nearestFolder(dirname(path))

export const mendOfDataDir =
  'Set DATA_DIR to a folder of the user who runs Heyet, or give it to them (chown); commands are run as that user too.'
