import { and, desc, eq, ne } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { applicationEvents } from './tables.ts'
import type { ApplicationState } from '../domain/life-cycle.ts'

/** What happened to an application, who did it and why. */
export function applicationEventLog({ db }: Pick<Database, 'db'>, clock: Clock) {
  return {
    async note(
      applicationId: number,
      from: ApplicationState,
      to: ApplicationState,
      by: number | null,
      reason?: string,
    ) {
      await db.insert(applicationEvents).values({
        applicationId,
        fromState: from,
        toState: to,
        byPersonId: by,
        reason: reason ?? null,
        at: clock.now(),
      })
    },

    /** Why it happened, said afterwards. */
    async noteWhy(eventId: number, reason: string): Promise<void> {
      await db.update(applicationEvents).set({ reason }).where(eq(applicationEvents.id, eventId))
    },

    /** How it came to where it stands; that somebody has taken it over changes nothing of that. */
    async lastDecision(applicationId: number) {
      const [row] = await db
        .select()
        .from(applicationEvents)
        .where(
          and(
            eq(applicationEvents.applicationId, applicationId),
            ne(applicationEvents.fromState, applicationEvents.toState),
          ),
        )
        .orderBy(desc(applicationEvents.id))
        .limit(1)
      return row
    },
  }
}
