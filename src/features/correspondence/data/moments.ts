/** A row as a raw statement answers it. */
export type Raw = Record<string, unknown>

/** A moment out of a raw statement, which brings it as text. */
export const momentOf = (value: unknown): Temporal.Instant | null =>
  typeof value === 'string' ? Temporal.Instant.from(value) : null
