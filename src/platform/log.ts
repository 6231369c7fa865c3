import { pino, type DestinationStream, type Logger } from 'pino'
import { describeError } from './describe-error.ts'

export type { Logger } from 'pino'

export interface LogOptions {
  /** From `LOG_LEVEL`. */
  level: string
  /** Where the lines go; stdout when absent. */
  to?: DestinationStream
}

/**
 * JSON lines: ids and the names of events (`log.info({ inbox: 7 }, 'update.handled')`), never texts, names, numbers of
 * phones or documents. Errors are described without their messages, however they are handed in.
 */
export function openLog({ level, to }: LogOptions): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
    hooks: { logMethod: withoutMessages },
  }
  return to ? pino(options, to) : pino(options)
}

type LogCall = (this: Logger, input: unknown, ...rest: string[]) => void

/** pino takes over the message of an error that is logged by itself, or without an event; here it gets none. */
function withoutMessages(this: Logger, args: unknown[], method: unknown): void {
  const [input, event] = args
  const log = method as LogCall
  const fields = input instanceof Error ? { err: input } : input
  const said = typeof event === 'string' ? event : typeof input === 'string' ? input : 'error'
  if (typeof input === 'string') log.call(this, said)
  else log.call(this, fields, said)
}
