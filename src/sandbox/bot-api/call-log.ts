import type { LoggedCall } from '../verbs.ts'
import type { Outcome } from './answer-call.ts'
import { asText, type Input } from './input.ts'
import { methodParameters } from './parameters.ts'
import { parameterTypes, type ParameterType } from './parameter-types.ts'

const keptCalls = 500

export interface SuspiciousCall {
  method: string
  /** Parameters that Telegram would ignore in silence, and those of another type than it documents. */
  unknown: string[]
  mistyped: string[]
}

/** What the bot sent with a call, files by their names, and what it was answered. */
export interface CallInFull {
  parameters: Record<string, unknown>
  answer: unknown
}

/** The calls of the bot: the last 500, and every one that Telegram would have taken without doing what was meant. */
export interface CallLog {
  add(input: Input, outcome: Outcome, startedAt: number, chatId?: number): LoggedCall
  after(id: number): LoggedCall[]
  /** One of the calls that are kept, in full. */
  find(id: number): CallInFull | undefined
  readonly suspicious: SuspiciousCall[]
  clear(): void
}

export function callLog(clock: () => string): CallLog {
  let calls: LoggedCall[] = []
  let lastId = 0
  const inFull = new Map<number, () => CallInFull>()
  const suspicious: SuspiciousCall[] = []
  return {
    suspicious,
    find: (id) => inFull.get(id)?.(),
    after: (id) => calls.slice(-keptCalls).filter((call) => call.id > id),
    clear() {
      calls = []
      inFull.clear()
      suspicious.length = 0
    },
    add(input, outcome, startedAt, chatId = input.integer('chat_id')) {
      const call: LoggedCall = {
        id: ++lastId,
        at: clock(),
        method: methodParameters.get(input.method.toLowerCase())?.name ?? input.method,
        ...(chatId !== undefined && { chatId }),
        ok: outcome.ok,
        ...(!outcome.ok && { description: outcome.description }),
        milliseconds: Math.round(performance.now() - startedAt),
      }
      if (!isIdlePoll(call, outcome)) {
        calls.push(call)
        inFull.set(call.id, describe(input, outcome))
        const [oldest] = inFull.keys()
        if (inFull.size > keptCalls && oldest !== undefined) inFull.delete(oldest)
      }
      if (calls.length > keptCalls * 2) calls = calls.slice(-keptCalls)
      const suspicion = suspect(input, call.method)
      if (suspicion) suspicious.push(suspicion)
      return call
    },
  }
}

/** Describes a call when somebody wants to see it; until then it costs next to nothing. */
function describe({ values, uploads }: Input, outcome: Outcome): () => CallInFull {
  const files = uploads
    .entries()
    .map(([name, { name: file, bytes }]) => [name, `${file}, ${bytes.byteLength} bytes`] as const)
    .toArray()
  return () => {
    const given = [...Object.entries(values), ...files].map(([name, value]) => [name, readable(value)])
    return {
      parameters: Object.fromEntries(given) as Record<string, unknown>,
      answer: outcome.ok ? outcome.result : outcome,
    }
  }
}

/** Objects that came as their JSON text are shown as objects. */
function readable(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

/** A long poll that brought nothing: it would push everything else out of the log. */
export const isIdlePoll = ({ method }: LoggedCall, outcome: Outcome) =>
  method === 'getUpdates' && outcome.ok && Array.isArray(outcome.result) && outcome.result.length === 0

function suspect(input: Input, method: string): SuspiciousCall | undefined {
  const isRequired = methodParameters.get(method.toLowerCase())?.isRequired
  if (!isRequired) return undefined
  const names = Object.keys(input.values)
  const unknown = names.filter((name) => !isRequired.has(name))
  const mistyped = names.filter(
    (name) => isRequired.has(name) && !fits(parameterTypes.get(name), input.values[name]),
  )
  return unknown.length + mistyped.length > 0 ? { method, unknown, mistyped } : undefined
}

function fits(type: ParameterType | undefined, value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (type === 'text' || type === 'file') return typeof value === 'string'
  if (type === 'flag') return typeof value === 'boolean' || value === 'true' || value === 'false'
  if (type === 'object' || type === 'list') return typeof value === 'object' || /^\s*[[{]/.test(asText(value))
  if (type === 'chat' && typeof value === 'string') return /^(-?\d+|@\w+)$/.test(value)
  return typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(asText(value))
}
