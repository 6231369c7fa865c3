import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { movableClock } from '../../src/platform/clock.ts'
import { readPostmasterFile } from '../../src/platform/embedded-postgres/postmaster-file.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'

const token = '700:NPM'
let telegram: TelegramServer
let home = ''

beforeEach(async () => {
  telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot', clock: movableClock() })
  home = mkdtempSync(join(tmpdir(), 'heyet-npm-'))
  // Started by root the database server is another user, who has to get in.
  chmodSync(home, 0o755)
})

afterEach(async () => {
  await telegram.stop()
  rmSync(home, { recursive: true, force: true })
})

/** `npm start` in a process group of its own, as a terminal would have it; resolves when the bot is up. */
async function npmStart(): Promise<{ npm: ChildProcess; said: () => string }> {
  const { PATH = '', HOME = '' } = process.env
  const npm = spawn('npm', ['start'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH,
      HOME,
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.root,
      DATA_DIR: join(home, 'data'),
      PORT: '0',
    },
  })
  let said = ''
  const isUp = new Promise<void>((resolve, reject) => {
    npm.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (/start=c_/.test(said)) resolve()
    })
    npm.once('close', () => reject(new Error(`npm ended and had said:\n${said}`)))
  })
  await isUp
  return { npm, said: () => said }
}

test.for<[string, (pid: number) => void]>([
  ['SIGTERM to npm alone', (pid) => process.kill(pid, 'SIGTERM')],
  ['Ctrl-C, which everybody in the terminal gets', (pid) => process.kill(-pid, 'SIGINT')],
])('%s stops the bot in order', { timeout: 60_000 }, async ([, stop]) => {
  const { npm, said } = await npmStart()
  stop(npm.pid ?? NaN)
  await once(npm, 'close')
  expect(said()).toContain('"msg":"stopped"')
  expect(readPostmasterFile(join(home, 'data', 'postgres'))).toBeUndefined()
})
