import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BotChildOptions } from './bot-child.ts'
import type { Usage } from './child-report.ts'

/** A bot in a process of its own. */
export interface BotProcess {
  readonly pid: number
  usage(): Promise<Usage>
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>
}

/** As `npm start` does. */
const light = fileURLToPath(new URL('../../src/light.cjs', import.meta.url))

/** Starts the whole bot in a process of its own; resolves when it takes updates. */
export const startBot = (options: BotChildOptions, nodeFlags: string[] = []): Promise<BotProcess> =>
  startChild(new URL('bot-child.ts', import.meta.url), options, ['--require', light, ...nodeFlags])

/** Starts a program that calls `reportToParent` when it is ready. */
export async function startChild(file: URL, options: object, nodeFlags: string[] = []): Promise<BotProcess> {
  const child = fork(fileURLToPath(file), [JSON.stringify(options)], {
    execArgv: nodeFlags,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await readyOrGone(child, file)
  return {
    pid: child.pid ?? 0,
    async usage() {
      const answer = once(child, 'message')
      child.send('usage')
      const [usage] = (await answer) as [Usage]
      return usage
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function readyOrGone(child: ChildProcess, file: URL): Promise<void> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${file.pathname} ended with ${String(code)} before it was ready.`)
  })
  // After it is ready its end is no news.
  gone.catch(() => {})
  await Promise.race([once(child, 'message'), gone])
}
