import { and, asc, count, desc, eq, max, sql } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { applications } from '../tables.ts'
import { asApplication } from '../as-application.ts'
import { seated } from '../../domain/life-cycle.ts'

/** How somebody stands with their firm, as `firmStanding` says it; who was entered by one of its people is theirs. */
const standing = sql`coalesce(
  (select own.state from firm_members own
    where own.firm_id = ${applications.firmId} and own.person_id = ${applications.personId}),
  (select 'member' from firm_members theirs where theirs.firm_id = ${applications.firmId}
    and theirs.person_id = ${applications.filledBy} and theirs.state = 'member'))`

/** The order of the list. */
export const inLine = [
  desc(applications.waitingPriority),
  asc(applications.waitingSince),
  asc(applications.id),
]

/** Who waits for a seat of an activity, in which order. */
export function waitingList({ db }: Pick<Database, 'db'>) {
  /** Those who wait, whom their firm has not refused and has room for. */
  const waiting = ({ id: activityId, perFirm }: Pick<Activity, 'id' | 'perFirm'>) => {
    const heldByFirm = sql`(select count(*) from applications held where held.activity_id = ${activityId}
      and held.firm_id = ${applications.firmId} and held.state in ${[...seated]})`
    return and(
      eq(applications.activityId, activityId),
      eq(applications.state, 'waitlisted'),
      sql`${standing} is distinct from 'refused'`,
      perFirm === null ? undefined : sql`${heldByFirm} < ${perFirm}`,
    )
  }

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
            sql`(-${applications.waitingPriority}, ${applications.waitingSince}, ${applications.id}) <
              (select -waiting_priority, waiting_since, id from applications w where w.id = ${application.id})`,
          ),
        )
      return (row?.before ?? 0) + 1
    },

    /** The highest priority of those who wait; 0 where nobody has been moved to the front. */
    async highestPriority(activityId: number): Promise<number> {
      const [row] = await db
        .select({ highest: max(applications.waitingPriority) })
        .from(applications)
        .where(and(eq(applications.activityId, activityId), eq(applications.state, 'waitlisted')))
      return row?.highest ?? 0
    },

    /** The first on the waiting list who could have a seat, by a coordinator's word at least. */
    async firstWaiting(activity: Pick<Activity, 'id' | 'perFirm'>): Promise<Application | undefined> {
      const [row] = await db
        .select()
        .from(applications)
        .where(waiting(activity))
        .orderBy(...inLine)
        .limit(1)
      return row && asApplication(row)
    },

    /** Whether anybody waits who could have a seat without anybody's word: see `needsWord`. */
    async isQueued(activity: Pick<Activity, 'id' | 'perFirm'>): Promise<boolean> {
      const needsNoWord = activity.perFirm === null ? undefined : sql`${standing} = 'member'`
      const rows = await db
        .select({ id: applications.id })
        .from(applications)
        .where(and(waiting(activity), needsNoWord))
        .limit(1)
      return rows.length > 0
    },
  }
}
