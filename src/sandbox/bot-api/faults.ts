import { ApiError, tooManyRequests } from './api-error.ts'

/**
 * What may go wrong with a call. A dropped connection and an answer that never comes leave open whether the call was
 * performed: `isPerformed` says how it was.
 */
export type Fault =
  | { kind: 'error'; code: number; description: string; parameters?: { retry_after?: number } }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | { kind: 'server-error' }
  | { kind: 'drop'; isPerformed: boolean }
  | { kind: 'never-answer'; isPerformed: boolean }

/** Switches for tests: what goes wrong with the next calls. */
export interface Faults {
  /** The next `times` calls of the method (`*`: of any) end in this fault. */
  failNext(method: string, fault: Fault, times?: number): void
  /** Every answer of the Bot API comes this much later, until it is set to 0; long polls as well. */
  delayAnswers(milliseconds: number): void
  readonly delayMilliseconds: number
  clear(): void
  /** Takes the next fault for a call of this method. */
  take(method: string): Fault | undefined
}

export function faults(): Faults {
  let delay = 0
  let waiting: { method: string; fault: Fault }[] = []
  return {
    failNext(method, fault, times = 1) {
      for (let time = 0; time < times; time++) waiting.push({ method: method.toLowerCase(), fault })
    },
    delayAnswers(milliseconds) {
      delay = milliseconds
    },
    get delayMilliseconds() {
      return delay
    },
    clear() {
      delay = 0
      waiting = []
    },
    take(method) {
      if (waiting.length === 0) return undefined
      const name = method.toLowerCase()
      const index = waiting.findIndex((next) => next.method === '*' || next.method === name)
      return index === -1 ? undefined : waiting.splice(index, 1)[0]?.fault
    },
  }
}

/** The refusal that a fault stands for, if it is one. */
export function refusalOf(fault: Fault): ApiError | undefined {
  if (fault.kind === 'error') return new ApiError(fault.code, fault.description, fault.parameters)
  if (fault.kind === 'too-many') return tooManyRequests(fault.retryAfterSeconds)
  if (fault.kind === 'server-error') return new ApiError(500, 'Internal Server Error')
  return undefined
}
