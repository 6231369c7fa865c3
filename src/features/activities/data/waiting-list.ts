import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { seated, type Application } from '../domain/application.ts'
import { applications } from './tables.ts'
import { asApplication } from './as-application.ts'

/** Who waits for a seat of an activity, in which order. */
export function waitingList({ db }: Pick<Database, 'db'>) {
  return {
    /** Where somebody stands on the waiting list, 1 for the first. */
    async waitingPosition(application: Application): Promise<number> {
      const [row] = await db
        .select({ before: count() })
        .from(applications)
        .where(
          and(
            eq(applications.activityId, application.activityId),
            eq(applications.state, 'waitlisted'),
            sql`(${applications.waitingSince}, ${applications.id}) <
              (select waiting_since, id from applications w where w.id = ${application.id})`,
          ),
        )
      return (row?.before ?? 0) + 1
    },

    /** The first on the waiting list whose firm has room for one more. */
    async firstWaiting(activityId: number, perFirm: number | null): Promise<Application | undefined> {
      const heldByFirm = sql`(select count(*) from applications held where held.activity_id = ${activityId}
        and held.firm_id = ${applications.firmId} and held.state in ${[...seated]})`
      const [row] = await db
        .select()
        .from(applications)
        .where(
          and(
            eq(applications.activityId, activityId),
            eq(applications.state, 'waitlisted'),
            perFirm === null ? undefined : sql`${heldByFirm} < ${perFirm}`,
          ),
        )
        .orderBy(asc(applications.waitingSince), asc(applications.id))
        .limit(1)
      return row && asApplication(row)
    },
  }
}
