import { CannotStart } from './cannot-start.ts'

/** What may be said of an error in a log: which kind, which code, where. Never what it was about. */
export interface ErrorDescription {
  type: string
  code?: string | number
  /** Only when the sentence is one that cannot carry anybody's data. */
  message?: string
  /** Names in the database, e.g. the constraint that was violated. */
  constraint?: string
  table?: string
  column?: string
  method?: string
  stack: string[]
  cause?: ErrorDescription
  errors?: ErrorDescription[]
}

/**
 * Describes an error without its message, `detail`, `query` or parameters, because they quote what people typed. The
 * messages of the engine about our own mistakes, and PostgreSQL's about names and connections, are kept.
 */
export function describeError(thrown: unknown, depth = 0): ErrorDescription {
  if (!(thrown instanceof Error)) return { type: typeof thrown, stack: [] }
  const fields = thrown as Error & Record<string, unknown>
  return {
    type: thrown.constructor.name || thrown.name,
    ...first('code', [fields.code, fields.error_code]),
    ...(isHarmless(fields) ? { message: thrown.message } : {}),
    ...first('constraint', [fields.constraint_name, fields.constraint]),
    ...first('table', [fields.table_name, fields.table]),
    ...first('column', [fields.column_name, fields.column]),
    ...first('method', [fields.method]),
    stack: framesOf(thrown),
    ...nested(fields, depth),
  }
}

/** The same for a terminal: a refusal is its sentence, anything else its kind and where it happened. */
export function explainError(thrown: unknown): string {
  if (thrown instanceof CannotStart) return thrown.message
  const { type, code, message, stack, cause } = describeError(thrown)
  const head = [type, code, message].filter((part) => part !== undefined).join(' ')
  const lines = [
    `Heyet stopped because of a mistake of its own: ${head}`,
    ...stack.map((line) => `  ${line}`),
  ]
  if (cause) lines.push(`  caused by ${[cause.type, cause.code, cause.message].filter(Boolean).join(' ')}`)
  return lines.join('\n')
}

const deepest = 3

function nested({ cause, errors }: Record<string, unknown>, depth: number): Partial<ErrorDescription> {
  if (depth >= deepest) return {}
  return {
    ...(cause instanceof Error ? { cause: describeError(cause, depth + 1) } : {}),
    ...(Array.isArray(errors)
      ? { errors: errors.slice(0, 3).map((one) => describeError(one, depth + 1)) }
      : {}),
  }
}

function first(name: string, values: readonly unknown[]): Record<string, string | number> {
  const value = values.find((one) => typeof one === 'string' || typeof one === 'number')
  return value === undefined ? {} : { [name]: value }
}

/** Messages that quote our code, never a value. */
const aboutCode = [
  /^Cannot (read|set) properties of (undefined|null) \((reading|setting) '[\w$#]+'\)$/,
  /^[\w$.#]+(\(\.\.\.\)[\w$.#]*)* is not (a function|defined|iterable|a constructor)$/,
  /^Cannot find (module|package) '[^']+' imported from \S+$/,
  /^(The operation was aborted|This operation was aborted|fetch failed|terminated)/,
]

/** SQLSTATE classes whose messages name tables, limits or connections: 08, 42, 53, 55, 57, 40, 25. */
const aboutServer = /^(08|25|40|42|53|55|57)[0-9A-Z]{3}$/

const isHarmless = ({ name, code, message }: Error & Record<string, unknown>): boolean =>
  (name === 'PostgresError' && typeof code === 'string' && aboutServer.test(code)) ||
  (typeof code === 'string' && /^(E[A-Z]+|CONNECT[A-Z_]+|CONNECTION_[A-Z_]+)$/.test(code)) ||
  aboutCode.some((pattern) => pattern.test(message))

/** Only the lines that say where; a message of several lines in front of them is left out. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  const frames = start < 0 ? stack : stack.slice(start + message.length)
  return frames
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*(:\d+:\d+\)?|<anonymous>\)?|\(native\)|index \d+\)?)$/.test(line))
    .slice(0, 12)
}
