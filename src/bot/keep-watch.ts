import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'

/** Something that falls due at moments which are kept in rows. */
export interface Watch {
  name: string
  /** The earliest moment at which there is something to do; undefined: nothing is planned. */
  nextDue(): Promise<Temporal.Instant | undefined>
  /** Does a portion of what is due, in a transaction of its own; false where nothing was left, or others have it. */
  work(now: Temporal.Instant): Promise<boolean>
}

/** Does what is due now, a portion at a time. */
export function keepWatch({ database, clock }: { database: Pick<Database, 'transaction'>; clock: Clock }) {
  return async ({ nextDue, work }: Watch, isStopping: () => boolean): Promise<void> => {
    while (!isStopping()) {
      const next = await nextDue()
      if (!next || Temporal.Instant.compare(next, clock.now()) > 0) return
      if (!(await database.transaction(() => work(clock.now())))) return
    }
  }
}
