import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { openEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { openOnce } from './open-once.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server on which every test file gets a database of its own. */
    databaseServer: string
    /** The migrated database of which the others are copies. */
    templateDatabase: string
  }
}

/** One database server for the whole run, and on it one migrated database to copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer()
  const template = `heyet_template_${process.pid}`
  try {
    await administer(server.url, `drop database if exists ${template}`, `create database ${template}`)
    await migrate(onServer(server.url, template))
    await openOnce(onServer(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('databaseServer', server.url)
  project.provide('templateDatabase', template)
  return async () => {
    await administer(server.url, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

interface Server {
  url: string
  stop(): Promise<void>
}

async function openServer(): Promise<Server> {
  const { DATABASE_URL: given } = process.env
  if (given) return { url: given, stop: async () => {} }
  const folder = ownFolder()
  const dataDir = join(folder, 'server')
  mkdirSync(dataDir)
  // Started by root the server is another user, who has to get in.
  for (const passed of [folder, dataDir]) chmodSync(passed, 0o755)
  const trusting = join(dataDir, 'trusting.conf')
  writeFileSync(trusting, 'host all all 127.0.0.1/32 trust')
  const server = await openEmbeddedPostgres({ dataDir, overrides: { ...careless, hba_file: trusting } })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A folder for whatever this run puts down, also for the databases that tests set up themselves. */
function ownFolder(): string {
  const parent = roomIn(inMemory) > plenty ? inMemory : tmpdir()
  removeLeftBehind(parent)
  const folder = join(parent, `${prefix}${process.pid}`)
  mkdirSync(folder)
  // What is started from here looks for its place there.
  process.env['TMPDIR'] = folder
  return folder
}

const prefix = 'heyet-test-'

/** A folder of Linux that is kept in memory: a database is copied there in a tenth of the time. */
const inMemory = '/dev/shm'

/** Bytes that a run may need at most: containers are often given less than that in memory. */
const plenty = 2 * 1024 ** 3

function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}

/** Nothing in it has to survive a power cut. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
}

/** What a run that was killed has left behind; its servers end by themselves once their folder is gone. */
function removeLeftBehind(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : NaN
    if (!Number.isInteger(pid) || isAlive(pid)) continue
    rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The address of another database on the same server. */
export function onServer(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** Runs statements that no transaction may contain, one after the other. */
export async function administer(url: string, ...statements: string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    for (const statement of statements) await sql.unsafe(statement)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
