import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'
import { CannotStart } from '../cannot-start.ts'

/** Whom a program runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

export const isRoot = (): boolean => process.getuid?.() === 0

/** The little that PostgreSQL's programs need to know of the world; nothing of ours leaks into them. */
export const plainEnvironment = {
  PATH: `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
  LC_MESSAGES: 'C',
  TZ: 'UTC',
}

/** Runs a short program to its end, as `account` or as ourselves; says whether it succeeded and what it complained of. */
export async function run(
  program: string,
  args: readonly string[],
  account?: Account,
): Promise<{ ok: boolean; complaint: string }> {
  const child = spawn(program, args, {
    cwd: '/',
    env: plainEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  })
  let complaint = ''
  child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()))
  const endToo = () => child.kill()
  process.once('exit', endToo)
  child.on('close', () => process.off('exit', endToo))
  return new Promise((done) => {
    child.on('error', (error) => done({ ok: false, complaint: error.message }))
    child.on('close', (code) => done({ ok: code === 0, complaint }))
  })
}

/** The user `postgres` of this computer; made if there is none. */
export function postgresAccount(): Account {
  for (const attempt of [() => {}, ...waysToMake]) {
    attempt()
    const account = lookUp('postgres')
    if (account) return account
  }
  throw new CannotStart(
    'As root the embedded database runs as the user `postgres`, who is missing and could not be made. ' +
      'Add a user of that name, start Heyet as an ordinary user, or set DATABASE_URL.',
  )
}

const waysToMake: readonly (() => void)[] = [
  () =>
    quietly(
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ),
  () => {
    quietly('addgroup', '-S', 'postgres')
    quietly('adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', '-G', 'postgres', 'postgres')
  },
  addEntryByHand,
]

function lookUp(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((what) => quietly('id', what, name))
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function quietly(program: string, ...args: string[]): string {
  const { status, stdout } = spawnSync(program, args, { env: plainEnvironment, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : ''
}

/** Images without any tool for users still read the two files. */
function addEntryByHand(): void {
  try {
    const taken = new Set(
      readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .map((line) => Number(line.split(':')[2])),
    )
    const id = Array.from({ length: 99 }, (_, index) => 998 - index).find((one) => !taken.has(one)) ?? 998
    appendFileSync('/etc/group', `postgres:x:${id}:\n`)
    appendFileSync('/etc/passwd', `postgres:x:${id}:${id}:Heyet's database:/nonexistent:/usr/sbin/nologin\n`)
  } catch {
    // Whoever asked looks again and explains.
  }
}
