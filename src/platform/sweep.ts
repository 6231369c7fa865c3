import type { Database } from './database.ts'

/** Rows that one statement of the clean-up removes at most: a few hundredths of a second, so that nobody waits for it. */
export const portion = 1000

/** Removes a portion of what has outlived its time; true while there may be more. */
export type Sweep = (now: Temporal.Instant) => Promise<boolean>

export interface Swept {
  table: string
  /** Which rows go: SQL, in which `$1` is the moment `afterHours` before now. */
  where: string
  /** How long they are kept; absent where the condition has its own clock. */
  afterHours?: number
}

/** The sweep of one table. A row that somebody is working with stays until the next night. */
export function sweep({ query }: Pick<Database, 'query'>, { table, where, afterHours }: Swept): Sweep {
  const statement = `
    with gone as (
      delete from ${table} where ctid = any (array (
        select ctid from ${table} where ${where} limit ${portion} for update skip locked)) returning 1)
    select count(*)::int as count from gone`
  return async (now) => {
    const moment = afterHours === undefined ? [] : [now.subtract({ hours: afterHours }).toString()]
    const [removed] = await query<{ count: number }>(statement, moment)
    return removed?.count === portion
  }
}
