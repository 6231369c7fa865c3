import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { run, type Account } from './account.ts'
import type { Place } from './place.ts'
import type { Programs } from './programs.ts'

/** The only user of the embedded database. */
export const databaseUser = 'heyet'

const passwordFile = 'heyet-password'

/** Makes the database if there is none; all of it or nothing, so that a start that was cut off leaves no half. */
export async function makeCluster({ folder, account }: Place, programs: Programs): Promise<void> {
  if (existsSync(folder)) return checkVersion(folder, programs)
  removeUnfinished(folder)
  // A start that was killed may have left an `initdb` behind that still writes: each attempt has a name of its own.
  const unfinished = `${folder}.unfinished-${process.pid}`
  const password = `${unfinished}.password`
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(unfinished, account)
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  giveTo(password, account)
  try {
    await initialise(unfinished, password, programs, account)
    renameSync(password, join(unfinished, passwordFile))
    renameSync(unfinished, folder)
  } finally {
    rmSync(password, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(dirname(folder)))
    if (name.startsWith(`${basename(folder)}.unfinished-`))
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
}

/** The password that was made together with the database; only its owner can read it. */
export const passwordOf = ({ folder }: Place): string => readFileSync(join(folder, passwordFile), 'utf8')

async function initialise(
  folder: string,
  password: string,
  programs: Programs,
  account: Account | undefined,
) {
  const initdb = (classes: string) =>
    run(
      join(programs.folder, 'bin', 'initdb'),
      [
        ...['--pgdata', folder, '--username', databaseUser, '--pwfile', password, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
        ...['--locale', classes, '--text-search-config', 'simple', '--no-instructions'],
      ],
      account,
    )
  // Searching in pieces of words asks the system which characters are letters; not every system has this locale.
  for (const classes of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const { ok, complaint } = await initdb(classes)
    if (ok) return
    if (!/locale/.test(complaint))
      throw new CannotStart(`The database could not be made in ${folder}: ${hint(complaint)}`)
  }
  throw new CannotStart(`The database could not be made in ${folder}: this system knows no locale.`)
}

function hint(complaint: string): string {
  if (/ENOENT/.test(complaint))
    return 'its programs do not run on this system (it needs glibc). Set DATABASE_URL to a PostgreSQL of your own.'
  if (/EPERM|EACCES/.test(complaint))
    return 'this process may not start programs as another user. Start Heyet as an ordinary user, or set DATABASE_URL.'
  return complaint.trim().split('\n').slice(-3).join(' ')
}

function checkVersion(folder: string, { major }: Programs): void {
  const found = existsSync(join(folder, 'PG_VERSION'))
    ? readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
    : ''
  if (found === major) return
  throw new CannotStart(
    found === ''
      ? `The folder ${folder} is not a database. Move it away, or set DATA_DIR to another folder.`
      : `The database in ${folder} was made by PostgreSQL ${found}, and this Heyet brings PostgreSQL ${major}. ` +
          'Nothing was changed: start the former version of Heyet again. How to move the data is in docs/operating.md.',
  )
}

function giveTo(path: string, account: Account | undefined): void {
  if (!account) return
  chownSync(path, account.uid, account.gid)
  chmodSync(path, path.endsWith('.password') ? 0o600 : 0o700)
}
