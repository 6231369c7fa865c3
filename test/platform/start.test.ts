import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPostmasterFile } from '../../src/platform/embedded-postgres/postmaster-file.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { startCommand, type StartedCommand } from '../support/started.ts'

const token = '700:START'
let telegram: TelegramServer
let home = ''
let dataDir = ''

beforeEach(async () => {
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot', clock: movableClock() })
  home = mkdtempSync(join(tmpdir(), 'heyet-start-'))
  // Started by root the database server is another user, who has to get in.
  chmodSync(home, 0o755)
  dataDir = join(home, 'data')
})

afterEach(async () => {
  await telegram.stop()
  rmSync(home, { recursive: true, force: true })
})

const bot = (): StartedCommand =>
  startCommand(['main'], {
    environment: { BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root, DATA_DIR: dataDir, PORT: '0' },
  })

const isServerUp = () => readPostmasterFile(join(dataDir, 'postgres')) !== undefined

/** Where it serves health, as soon as it says so. */
const address = async (started: StartedCommand) =>
  (await started.says(/http:\/\/127\.0\.0\.1:\d+\/readyz/)).replace('/readyz', '')

test('one command sets everything up, and SIGTERM puts everything away', async () => {
  const started = bot()
  const root = await address(started)
  expect((await fetch(`${root}/healthz`)).status).toBe(200)
  const figures = await (await fetch(`${root}/metrics`)).text()
  for (const name of ['updates_waiting', 'messages_waiting', 'jobs_waiting'])
    expect(figures).toMatch(new RegExp(`^heyet_${name} 0$`, 'm'))
  expect(figures).toMatch(/^heyet_pool_connections [1-9]\d*$/m)
  expect(figures).toMatch(/^heyet_pool_connections_busy \d+$/m)
  expect(await started.says(/https:\/\/t\.me\/heyet_bot\?start=c_[\w-]{32}/)).toBeTruthy()
  const before = performance.now()
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(performance.now() - before).toBeLessThan(10_000)
  expect(isServerUp()).toBe(false)
  expect(started.said()).not.toContain(token)
}, 60_000)

test('while Telegram is away it is alive, says what it waits for, and stops when it is told to', async () => {
  const started = startCommand(['main'], {
    environment: { BOT_TOKEN: token, TELEGRAM_API_ROOT: 'http://127.0.0.1:1', DATA_DIR: dataDir, PORT: '0' },
  })
  await started.says(/Telegram cannot be reached yet/)
  const root = await started.says(/http:\/\/127\.0\.0\.1:\d+(?=","msg":"http.listening")/)
  expect((await fetch(`${root}/healthz`)).status).toBe(200)
  const ready = await fetch(`${root}/readyz`)
  expect([ready.status, await ready.text()]).toEqual([
    503,
    expect.stringContaining('start: Telegram cannot be reached yet'),
  ])
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
}, 60_000)

test('when its database dies it ends instead of staying without one', async () => {
  const started = bot()
  await address(started)
  process.kill(readPostmasterFile(join(dataDir, 'postgres'))?.pid ?? NaN, 'SIGQUIT')
  expect(await started.ended).toBe(1)
}, 60_000)

test('after a kill it starts again over the server that stayed', async () => {
  const first = bot()
  await address(first)
  first.kill('SIGKILL')
  await first.ended
  expect(isServerUp()).toBe(true)
  const second = bot()
  const root = await address(second)
  expect((await fetch(`${root}/healthz`)).status).toBe(200)
  second.kill('SIGINT')
  expect(await second.ended).toBe(0)
  expect(isServerUp()).toBe(false)
}, 60_000)

test('a second bot on the same folder leaves with a sentence, and the first goes on', async () => {
  const first = bot()
  const root = await address(first)
  const second = bot()
  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(/Another Heyet is already running on .*\. Stop it first/)
  expect((await fetch(`${root}/healthz`)).status).toBe(200)
  first.kill('SIGTERM')
  await first.ended
}, 60_000)

test('a wrong configuration starts nothing', async () => {
  const wrong = startCommand(['main'], {
    environment: { BOT_TOKEN: 'geheim', PORT: 'x', DATA_DIR: dataDir },
  })
  expect(await wrong.ended).toBe(1)
  expect(wrong.said()).toContain('the configuration has 2 mistakes')
  expect(wrong.said()).not.toContain('geheim')
  expect(existsSync(dataDir)).toBe(false)
})

test('a command that does not exist is a sentence with those that do', async () => {
  const unknown = startCommand(['dance'])
  expect(await unknown.ended).toBe(1)
  expect(unknown.said()).toMatch(/There is no command "dance"\. The commands are: main, test, check/)
})

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(
  (node) => existsSync(node) && spawnSync(node, ['--version']).stdout.toString() < 'v26',
)

test.runIf(oldNode)('an older Node goes on under the Node that came along', async () => {
  const wrong = startCommand(['main'], {
    ...(oldNode ? { node: oldNode } : {}),
    environment: { PORT: 'x', DATA_DIR: dataDir },
  })
  expect(await wrong.ended).toBe(1)
  expect(wrong.said()).toContain('PORT: write a whole number')
})
