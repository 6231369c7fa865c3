import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const door = fileURLToPath(new URL('../../src/start.cjs', import.meta.url))

export interface CommandOptions {
  environment?: Record<string, string>
  /** The Node that opens the door; this one when absent. */
  node?: string
}

/** A command of the project in a process of its own, as npm starts it. */
export interface StartedCommand {
  readonly pid: number
  /** What it has said until now, on both ways out. */
  said(): string
  /** Waits until it says something that matches; fails when it ends before. */
  says(pattern: RegExp): Promise<string>
  kill(signal: NodeJS.Signals): void
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** Starts `node src/start.cjs …` with nothing of our own environment but the way to its programs. */
export function startCommand(
  args: readonly string[],
  { environment = {}, node = process.execPath }: CommandOptions = {},
): StartedCommand {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(node, [door, ...args], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      said += piece.toString()
      for (const listener of listeners) listener()
    })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  )
  return {
    pid: child.pid ?? NaN,
    said: () => said,
    kill: (signal) => child.kill(signal),
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const [match] = pattern.exec(said) ?? []
          if (match !== undefined) resolve(match)
        }
        listeners.add(look)
        look()
        void ended.then((how) => reject(new Error(`It ended (${how}) and had said:\n${said}`)))
      }),
  }
}
