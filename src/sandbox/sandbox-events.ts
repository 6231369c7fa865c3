import type { LoggedCall } from './verbs.ts'

/** A call as it came over HTTP, for tests and benchmarks: `receivedAt` in `performance.now()` milliseconds. */
export interface ReceivedCall {
  method: string
  payload: Readonly<Record<string, unknown>>
  /** Names of the files that came along in a multipart body. */
  uploads: string[]
  receivedAt: number
}

export type SandboxEvent =
  | { kind: 'changed'; phones: number[] }
  | { kind: 'received'; call: ReceivedCall }
  | { kind: 'answered'; call: LoggedCall }
  /** Updates left for the bot, by polling or webhook; `at` in `performance.now()` milliseconds. */
  | { kind: 'handed-out'; updateIds: number[]; at: number }
  | { kind: 'clock'; now: string }
  | { kind: 'reset' }

export interface SandboxEvents {
  subscribe(listener: (event: SandboxEvent) => void): () => void
  publish(event: SandboxEvent): void
  /** Notes that a phone shows something new; told once at the end of the step, however often it is noted. */
  phoneChanged(userId: number): void
  readonly hasListeners: boolean
}

export function sandboxEvents(): SandboxEvents {
  const listeners = new Set<(event: SandboxEvent) => void>()
  const changed = new Set<number>()
  const publish = (event: SandboxEvent) => listeners.forEach((listener) => listener(event))
  function tellChanged() {
    const phones = [...changed]
    changed.clear()
    publish({ kind: 'changed', phones })
  }
  return {
    publish,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    phoneChanged(userId) {
      if (listeners.size === 0) return
      if (changed.size === 0) queueMicrotask(tellChanged)
      changed.add(userId)
    },
    get hasListeners() {
      return listeners.size > 0
    },
  }
}
