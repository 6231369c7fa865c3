import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { plainEnvironment } from './account.ts'
import type { Place } from './place.ts'
import { findPostmaster, isAlive, readPostmasterFile } from './postmaster-file.ts'
import type { Programs } from './programs.ts'

/** For a small computer, and so that no text of anybody gets into its log. `fsync` and `synchronous_commit` stay on. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

export interface StartOptions {
  place: Place
  programs: Programs
  /** Settings that differ, e.g. for tests, which need not survive a power cut. */
  overrides?: Readonly<Record<string, string>>
}

/** Starts the server on a free port and waits until it answers. It outlives this process unless it is stopped. */
export async function startServer(options: StartOptions): Promise<{ port: number }> {
  const attempts = 3
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const isUp = await launch(options, port)
    if (isUp) return { port }
    const said = lastWords(options.place)
    if (attempt === attempts || !/could not bind|Address already in use/i.test(said))
      throw new CannotStart(
        `The embedded database did not start in ${options.place.folder}: ${said || 'it said nothing'}`,
      )
  }
}

/** Ends all connections and stops; what was committed is safe either way. */
export async function stopServer({ folder }: Place): Promise<void> {
  const running = findPostmaster(folder)
  if (!running) return
  for (const [signal, milliseconds] of [
    ['SIGINT', 6_000],
    ['SIGQUIT', 2_000],
  ] as const) {
    process.kill(running.pid, signal)
    if (await hasGone(folder, running.pid, milliseconds)) return
  }
}

/** The port of a server that already runs on this place, as soon as it is ready. */
export async function findServer({ folder }: Place): Promise<{ port: number } | undefined> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const running = findPostmaster(folder)
    if (!running || running.isReady) return running
    if (Date.now() > deadline)
      throw new CannotStart(`The database in ${folder} has been starting for half a minute.`)
    await pause(20)
  }
}

async function launch({ place, programs, overrides }: StartOptions, port: number): Promise<boolean> {
  const log = openLog(place)
  const said = Object.entries({ ...settings, ...overrides, port: String(port) })
  const child = spawn(
    join(programs.folder, 'bin', 'postgres'),
    ['-D', place.folder, ...said.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its own session: Ctrl-C in the terminal must not reach it before the bot has finished its work.
    { cwd: '/', env: plainEnvironment, stdio: ['ignore', log, log], detached: true, ...place.account },
  )
  child.unref()
  try {
    return await isReady(child, place.folder)
  } finally {
    closeSync(log)
  }
}

async function isReady(child: ChildProcess, folder: string): Promise<boolean> {
  let hasEnded = false
  child.once('exit', () => (hasEnded = true))
  child.once('error', () => (hasEnded = true))
  for (;;) {
    const written = readPostmasterFile(folder)
    if (written && written.pid === child.pid && written.isReady) return true
    if (hasEnded) return false
    await pause(10)
  }
}

async function hasGone(folder: string, pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (Date.now() < deadline) {
    if (readPostmasterFile(folder)?.pid !== pid || !isAlive(pid)) return true
    await pause(10)
  }
  return false
}

async function freePort(): Promise<number> {
  const probe = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  probe.once('error', reject).listen(0, '127.0.0.1', resolve)
  await promise
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

const logOf = ({ folder }: Place) => join(folder, 'heyet-server.log')

function openLog(place: Place): number {
  const file = logOf(place)
  if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function lastWords(place: Place): string {
  const lines = existsSync(logOf(place)) ? readFileSync(logOf(place), 'utf8').trim().split('\n') : []
  return lines
    .slice(-4)
    .filter((line) => /FATAL|PANIC|could not|error while loading/.test(line))
    .join(' ')
}
