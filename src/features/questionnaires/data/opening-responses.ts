import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { heldBy } from './finding-responses.ts'
import { responses } from './response-tables.ts'

/** Whose chat a draft stands open in, what it belongs to, and laying it aside. */
export function openingResponses({ db, forget }: Pick<Database, 'db' | 'forget'>, clock: Clock) {
  return {
    /**
     * One draft of a person is open at a time: whatever else they were filling in is paused. A coordinator who opens it for
     * somebody holds it, and it stays theirs. `fromTheTop`: not at the question at which it was left.
     */
    async open(id: number, holder: number, { fromTheTop = false, isForOthers = false } = {}): Promise<void> {
      forget()
      const isIt = sql`${responses.id} = ${id}`
      await db
        .update(responses)
        .set({
          isPaused: sql`${responses.id} <> ${id}`,
          ...(isForOthers
            ? {}
            : { personId: sql`case when ${isIt} then ${holder}::bigint else ${responses.personId} end` }),
          filledBy: sql`case when ${isIt} then ${isForOthers ? holder : null}::bigint else ${responses.filledBy} end`,
          ...(fromTheTop ? { place: sql`case when ${isIt} then null else ${responses.place} end` } : {}),
          isBySeveral: sql`${responses.isBySeveral} or (${isIt} and ${responses.firmId} is not null
            and (${isForOthers}::boolean or ${responses.personId} is distinct from ${holder}::bigint))`,
          revision: sql`${responses.revision} + 1`,
          updatedAt: clock.now(),
        })
        .where(
          and(
            eq(responses.state, 'draft'),
            isNull(responses.applicationId),
            or(isIt, and(heldBy(holder), eq(responses.isPaused, false))),
          ),
        )
    },

    /** What was begun by itself is gone on with while applying. */
    async tieTo(id: number, applicationId: number): Promise<void> {
      forget()
      await db
        .update(responses)
        .set({ applicationId, isPaused: false, place: null })
        .where(eq(responses.id, id))
    },

    /** What was given with an application is whose that is, and withdrawn with it. */
    async follow(applicationId: number): Promise<void> {
      forget()
      await db.execute(sql`update responses r set person_id = a.person_id,
        state = case when a.state in ('withdrawn', 'declined', 'replaced') then 'withdrawn' else r.state end
        from applications a where a.id = ${applicationId} and r.application_id = a.id`)
    },

    /** A draft that goes no further keeps what was said in it, and is none of what was handed in. */
    async layAside(id: number): Promise<void> {
      forget()
      await db
        .update(responses)
        .set({ ...{ state: 'withdrawn', place: null, pending: null }, updatedAt: clock.now() })
        .where(and(eq(responses.id, id), eq(responses.state, 'draft')))
    },
  }
}
