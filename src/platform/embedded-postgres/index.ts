import { lockKinds, openSessionLocks, type SessionLocks } from '../session-locks.ts'
import { CannotStart } from '../cannot-start.ts'
import postgres from 'postgres'
import { databaseUser, makeCluster, passwordOf } from './cluster.ts'
import { findPlace, hasDatabase, type Place } from './place.ts'
import { readyPrograms } from './programs.ts'
import { findServer, startServer, stopServer } from './server.ts'
import { whileAlone } from './start-lock.ts'

export { hasDatabase } from './place.ts'

/** A PostgreSQL of our own that runs beside us. */
export interface EmbeddedPostgres {
  readonly url: string
  /** PostgreSQL's folder; not below DATA_DIR when root's server cannot go there. */
  readonly folder: string
  readonly isElsewhere: boolean
  /** False when a server was found running, because its bot was killed or because we stand beside a running bot. */
  readonly startedHere: boolean
  stop(): Promise<void>
}

export interface GuardedPostgres extends EmbeddedPostgres {
  /** Called when the guard is lost: the server has died or was stopped by somebody else. */
  onLost(handle: () => void): void
}

export interface EmbeddedOptions {
  /** An absolute path. */
  dataDir: string
  /** Says to the person at the keyboard what is going on when it takes a moment. */
  tell?: (sentence: string) => void
  /** PostgreSQL settings that differ. */
  overrides?: Readonly<Record<string, string>>
}

/**
 * Opens the database of a DATA_DIR for the one bot that may use it: starts its server, or takes over the one that a
 * killed bot left running. Another living bot is a refusal.
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<GuardedPostgres> {
  const place = await findPlace(options.dataDir)
  return whileAlone(options.dataDir, async () => {
    const server = await serverOf(place, options)
    const guard = openSessionLocks(server.url)
    if (!(await holdGuard(guard))) {
      await guard.close()
      throw new CannotStart(
        `Another Heyet is already running on ${options.dataDir}. Stop it first, or give this one a DATA_DIR of its own.`,
      )
    }
    return {
      ...server,
      onLost: (handle) => guard.onLost(handle),
      async stop() {
        await guard.close()
        await whileAlone(options.dataDir, () => stopServer(place))
      },
    }
  })
}

/** For programs beside the bot (invite, doctor): its server, or one started for as long as they need it. */
export async function connectBeside(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await findPlace(options.dataDir)
  const server = await whileAlone(options.dataDir, () => serverOf(place, options))
  return {
    ...server,
    async stop() {
      if (!server.startedHere) return
      await whileAlone(options.dataDir, async () => {
        if (!(await isGuarded(server.url))) await stopServer(place)
      })
    },
  }
}

async function serverOf(place: Place, { dataDir, tell, overrides }: EmbeddedOptions) {
  const { folder, isElsewhere } = place
  const found = await findServer(place)
  if (found) return { url: urlOf(place, found.port), folder, isElsewhere, startedHere: false }
  const programs = readyPrograms(dataDir)
  if (!hasDatabase(dataDir)) tell?.(`Making the database in ${folder} …`)
  await makeCluster(place, programs)
  const { port } = await startServer({ place, programs, ...(overrides ? { overrides } : {}) })
  return { url: urlOf(place, port), folder, isElsewhere, startedHere: true }
}

const urlOf = (place: Place, port: number) =>
  `postgres://${databaseUser}:${passwordOf(place)}@127.0.0.1:${port}/postgres`

/** The session of a bot that has just been killed may take a moment to end. */
async function holdGuard(guard: SessionLocks): Promise<boolean> {
  const deadline = Date.now() + 1_000
  while (!(await guard.tryHold(lockKinds.dataDirectory, 1))) {
    if (Date.now() > deadline) return false
    await new Promise((done) => setTimeout(done, 50))
  }
  return true
}

async function isGuarded(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    const held =
      await sql`select 1 from pg_locks where locktype = 'advisory' and classid = ${lockKinds.dataDirectory}`
    return held.length > 0
  } finally {
    await sql.end({ timeout: 2 })
  }
}
