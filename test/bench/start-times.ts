import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rounded, type Figures } from './table.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Seconds from `npm start` to the printed address, with an empty DATA_DIR and with one that has been used. */
export async function startTimes(tell: (sentence: string) => void): Promise<Figures> {
  if (!existsSync(join(root, 'src/main.ts'))) {
    tell('skipped: there is no src/main.ts yet')
    return { startColdSeconds: undefined, startWarmSeconds: undefined }
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'heyet-start-'))
  const startColdSeconds = await secondsToStart(dataDir)
  const startWarmSeconds = await secondsToStart(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
  return { startColdSeconds, startWarmSeconds }
}

async function secondsToStart(dataDir: string): Promise<number | undefined> {
  const began = performance.now()
  const { DATABASE_URL: _url, BOT_TOKEN: _token, ...environment } = process.env
  const program = spawn(process.execPath, [join(root, 'src/start.cjs'), 'main'], {
    cwd: root,
    env: { ...environment, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(program, 'exit')
  let said = ''
  let seconds: number | undefined
  const isOpen = new Promise<void>((resolve) => {
    program.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!/http:\/\/127\.0\.0\.1:\d+/.test(said) || seconds !== undefined) return
      seconds = rounded((performance.now() - began) / 1000)
      resolve()
    })
  })
  await Promise.race([isOpen, gone])
  program.kill('SIGTERM')
  await gone
  return seconds
}
