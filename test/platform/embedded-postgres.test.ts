import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectBeside, openEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { readPostmasterFile } from '../../src/platform/embedded-postgres/postmaster-file.ts'

const isRoot = process.getuid?.() === 0
let home = ''
let dataDir = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'heyet-embedded-'))
  // Started by root the server is another user, who has to get in.
  chmodSync(home, 0o755)
  dataDir = join(home, 'data')
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

async function ask(url: string, question: string): Promise<Record<string, unknown> | undefined> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return (await sql.unsafe(question))[0]
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** A bot in a process of its own that has opened the database. */
async function bot(): Promise<ChildProcess> {
  const module = new URL('../../src/platform/embedded-postgres/index.ts', import.meta.url).href
  const script = `const { openEmbeddedPostgres } = await import(${JSON.stringify(module)})
    await openEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log('open'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

test('sets a database up, keeps what is in it, and writes it to the disk', async () => {
  const first = await openEmbeddedPostgres({ dataDir })
  expect(first.startedHere).toBe(true)
  const settings = [
    'fsync',
    'synchronous_commit',
    'server_encoding',
    'listen_addresses',
    'password_encryption',
  ]
  const read = settings.map((name) => `current_setting('${name}') as ${name}`).join()
  expect(await ask(first.url, `select ${read}`)).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    server_encoding: 'UTF8',
    listen_addresses: '127.0.0.1',
    password_encryption: 'scram-sha-256',
  })
  await ask(first.url, 'create table kept as select 7 as seven')
  await first.stop()

  const second = await openEmbeddedPostgres({ dataDir })
  expect(await ask(second.url, 'select * from kept')).toEqual({ seven: 7 })
  await second.stop()
  expect(readdirSync(second.folder)).not.toContain('postmaster.pid')
})

test('nobody gets in without the password', async () => {
  const server = await openEmbeddedPostgres({ dataDir })
  const address = new URL(server.url)
  address.password = 'wrong'
  await expect(ask(address.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await server.stop()
})

test('the server of a killed bot is taken over', async () => {
  await killed(await bot())
  const next = await openEmbeddedPostgres({ dataDir })
  expect(next.startedHere).toBe(false)
  expect(await ask(next.url, 'select 1 as one')).toEqual({ one: 1 })
  await next.stop()
})

test('a note that a killed server left behind does not keep the next one away', async () => {
  const child = await bot()
  const { folder } = await connectBeside({ dataDir })
  const { pid = NaN } = readPostmasterFile(folder) ?? {}
  await killed(child)
  process.kill(pid, 'SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const next = await openEmbeddedPostgres({ dataDir })
  expect(next.startedHere).toBe(true)
  await next.stop()
})

test('a second bot on the same folder is refused, a program beside it is not', async () => {
  const first = await openEmbeddedPostgres({ dataDir })
  await expect(openEmbeddedPostgres({ dataDir })).rejects.toThrow(/Another Heyet is already running on/)
  const beside = await connectBeside({ dataDir })
  await beside.stop()
  expect(await ask(first.url, 'select 1 as one')).toEqual({ one: 1 })
  await first.stop()
})

test('a program beside no bot starts the server for as long as it needs it', async () => {
  const beside = await connectBeside({ dataDir })
  expect(beside.startedHere).toBe(true)
  await beside.stop()
  await expect(ask(beside.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test.runIf(isRoot)('root keeps the data where its server may go', async () => {
  chmodSync(home, 0o700)
  const server = await openEmbeddedPostgres({ dataDir })
  expect(server.isElsewhere).toBe(true)
  expect(server.folder).toMatch(/^\/var\/lib\/heyet\//)
  expect(statSync(server.folder).mode & 0o777).toBe(0o700)
  await server.stop()
  rmSync(join(server.folder, '..'), { recursive: true })
})

test.runIf(isRoot)('root keeps the data in DATA_DIR where its server gets in', async () => {
  const server = await openEmbeddedPostgres({ dataDir })
  expect(server.folder).toBe(join(dataDir, 'postgres'))
  await server.stop()
})
