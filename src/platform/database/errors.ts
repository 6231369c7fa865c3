/** Whether a row was refused because another one is there already. */
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === '23505'

/** Whether a connection broke, or the server ended it: what was said last on it was the last. */
export function isBrokenConnection(error: unknown): boolean {
  const severity = error instanceof Error && 'severity' in error ? error.severity : undefined
  if (severity === 'FATAL' || severity === 'PANIC') return true
  return /^(CONNECTION_|CONNECT_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/.test(codeOf(error))
}

/**
 * Whether the same may go well a moment later, without anybody mending anything: the database is away, short of something,
 * or somebody else holds a lock. Classes 08, 53 and 57P, lock timeouts, deadlocks, serialization failures.
 */
export const isPassing = (error: unknown): boolean =>
  isBrokenConnection(error) || /^(08|53|57P|55P03$|40001$|40P01$)/.test(codeOf(error))

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? '' : codeOf(error.cause)
}
