import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { isRoot, postgresAccount, run, type Account } from './account.ts'
import { commonFolder } from './programs.ts'

/** Where a database is kept, and whom its server runs as. */
export interface Place {
  /** PostgreSQL's own folder, free of links. It does not exist before the first start. */
  readonly folder: string
  /** Whom the server runs as; `undefined` is ourselves. */
  readonly account: Account | undefined
  /** The data are not below DATA_DIR, because the server's user cannot go there. */
  readonly isElsewhere: boolean
}

/** Whether a database has been made for this DATA_DIR. */
export const hasDatabase = (dataDir: string): boolean => existsSync(join(dataDir, 'postgres', 'PG_VERSION'))

/**
 * The place of the database of a DATA_DIR: `DATA_DIR/postgres`. As root the server is somebody else, who may not be able
 * to go there (a clone in root's home); then that name is a link to a folder of `/var/lib/heyet`.
 */
export async function findPlace(dataDir: string): Promise<Place> {
  makeDataDir(dataDir)
  const here = join(dataDir, 'postgres')
  if (existsSync(here)) return existingPlace(here)
  if (!isRoot())
    return { folder: join(realpathSync(dataDir), 'postgres'), account: undefined, isElsewhere: false }
  const account = postgresAccount()
  if (await canReach(dataDir, account))
    return { folder: join(realpathSync(dataDir), 'postgres'), account, isElsewhere: false }
  const folder = join(commonFolder, nameFor(dataDir), 'postgres')
  mkdirSync(join(folder, '..'), { recursive: true, mode: 0o755 })
  rmSync(here, { force: true })
  symlinkSync(folder, here)
  return { folder, account, isElsewhere: true }
}

/** As root it runs as whoever owns it, so that a start by root does not lock the ordinary user out. */
function existingPlace(here: string): Place {
  const folder = realpathSync(here)
  const { uid, gid } = statSync(folder)
  const isElsewhere = folder !== join(realpathSync(join(here, '..')), 'postgres')
  if (isRoot()) return { folder, isElsewhere, account: uid === 0 ? postgresAccount() : { uid, gid } }
  if (uid === process.getuid?.()) return { folder, isElsewhere, account: undefined }
  throw new CannotStart(
    `The database in ${folder} belongs to another user of this computer, probably because Heyet was started as root ` +
      'before. Start it as that user again, or set DATA_DIR to another folder.',
  )
}

function makeDataDir(dataDir: string): void {
  try {
    if (existsSync(dataDir)) return
    mkdirSync(dataDir, { recursive: true })
    // Root's server is another user, who has to pass through; what is secret in here has its own mode.
    chmodSync(dataDir, isRoot() ? 0o711 : 0o700)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new CannotStart(
      `The folder ${dataDir} cannot be made (${code}); set DATA_DIR to one that can be written to.`,
    )
  }
}

const canReach = async (folder: string, account: Account): Promise<boolean> =>
  (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account)).ok

/** A name people can connect to the folder, and a number, so that an emptied DATA_DIR never meets its former data. */
function nameFor(dataDir: string): string {
  const words = dataDir
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(-40)
    .toLowerCase()
  const number = createHash('sha256').update(dataDir).update(randomBytes(8)).digest('hex').slice(0, 8)
  return `${words}-${number}`
}
