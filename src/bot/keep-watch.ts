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

/** What a look at a watch has come to: there may be more, or nothing is due before a moment. */
export type Kept = { isMore: true } | { isMore: false; nextAt: Temporal.Instant | undefined }

/** Does a portion of what is due now. */
export function keepWatch({ database, clock }: { database: Pick<Database, 'transaction'>; clock: Clock }) {
  return async ({ nextDue, work }: Watch): Promise<Kept> => {
    const nextAt = await nextDue()
    if (!nextAt || Temporal.Instant.compare(nextAt, clock.now()) > 0) return { isMore: false, nextAt }
    // What others have in hand is looked at again with the next tick.
    return (await database.transaction(() => work(clock.now())))
      ? { isMore: true }
      : { isMore: false, nextAt: undefined }
  }
}
