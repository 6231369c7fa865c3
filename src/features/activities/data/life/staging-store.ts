import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { inSql, seated } from '../../domain/life-cycle.ts'
import { readRejection, writeRejection } from '../../domain/rejection.ts'
import { isStagedOutcome, type AnnouncedOne, type Staged, type StagedCounts } from '../../domain/staging.ts'
import { announcements, markedApplications, stagedDecisions } from './staging-tables.ts'
import { applications } from '../tables.ts'

export type StagingStore = ReturnType<typeof stagingStore>

/** Hours for which it is remembered what somebody has ticked. */
const markedHours = 24
/** Hours after which a decision about somebody who has withdrawn is forgotten, if nothing was announced. */
const goneHours = 30 * 24

/** Decisions that only coordinators know of, and what each of them has ticked to decide about several at once. */
export function stagingStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database

  return {
    async of(applicationId: number): Promise<Staged | undefined> {
      const rows = await db
        .select()
        .from(stagedDecisions)
        .where(eq(stagedDecisions.applicationId, applicationId))
      return rows.flatMap(asStaged)[0]
    },

    async stage({ applicationId, outcome, rejection, byPersonId }: Staged): Promise<void> {
      const reason = outcome === 'rejected' ? writeRejection(rejection) : null
      const said = { outcome, reason, byPersonId, at: clock.now() }
      await db
        .insert(stagedDecisions)
        .values({ applicationId, ...said })
        .onConflictDoUpdate({ target: stagedDecisions.applicationId, set: said })
    },

    /** Whether there was one to be taken back. */
    async unstage(applicationId: number): Promise<boolean> {
      const gone = await db
        .delete(stagedDecisions)
        .where(eq(stagedDecisions.applicationId, applicationId))
        .returning({ id: stagedDecisions.applicationId })
      return gone.length > 0
    },

    /** Of an activity: those who get a seat first, in the order in which they came. */
    async ofActivity(activityId: number, limit: number, offset = 0): Promise<Staged[]> {
      const rows = await db
        .select({ staged: stagedDecisions })
        .from(stagedDecisions)
        .innerJoin(applications, eq(applications.id, stagedDecisions.applicationId))
        .where(eq(applications.activityId, activityId))
        .orderBy(
          sql`${stagedDecisions.outcome} <> 'approved'`,
          asc(applications.submittedAt),
          asc(applications.id),
        )
        .offset(offset)
        .limit(limit)
      return rows.flatMap(({ staged }) => asStaged(staged))
    },

    /** How many of each; `gone`: whoever has withdrawn since, and will be left out. */
    async countOf(activityId: number): Promise<StagedCounts> {
      const outcome = sql<string>`case when ${applications.state} = 'withdrawn' then 'gone' else ${stagedDecisions.outcome} end`
      const rows = await db
        .select({ outcome, count: count() })
        .from(stagedDecisions)
        .innerJoin(applications, eq(applications.id, stagedDecisions.applicationId))
        .where(eq(applications.activityId, activityId))
        .groupBy(outcome)
      return Object.fromEntries(rows.map((row) => [row.outcome, row.count]))
    },

    /** Firms that would have more seats than they may, once everything is announced: how many each. */
    async firmsBeyond(activityId: number, perFirm: number) {
      return database.query<{ name: string; seats: number }>(
        `select f.name, count(*)::int as seats from applications a join firms f on f.id = a.firm_id
         left join staged_decisions s on s.application_id = a.id and s.outcome = 'approved'
         where a.activity_id = $1 and (a.state in (${inSql(seated)}) or s.application_id is not null)
         group by f.id, f.name having count(*) > $2 and count(s.application_id) > 0 order by f.name`,
        [activityId, perFirm],
      )
    },

    /** Who announces, and what has become of those who have been told so far. */
    async announcing(activityId: number) {
      const [row] = await db.select().from(announcements).where(eq(announcements.activityId, activityId))
      return row
    },

    async announce(activityId: number, byPersonId: number): Promise<void> {
      await db
        .insert(announcements)
        .values({ activityId, byPersonId, results: [] })
        .onConflictDoUpdate({ target: announcements.activityId, set: { byPersonId } })
    },

    async keepResults(activityId: number, results: readonly AnnouncedOne[]): Promise<void> {
      await db
        .update(announcements)
        .set({ results: [...results] })
        .where(eq(announcements.activityId, activityId))
    },

    async closeAnnouncing(activityId: number): Promise<void> {
      await db.delete(announcements).where(eq(announcements.activityId, activityId))
    },

    /** What this coordinator has ticked of an activity. */
    async markedBy(personId: number, activityId: number): Promise<number[]> {
      const rows = await db
        .select({ id: markedApplications.applicationId })
        .from(markedApplications)
        .innerJoin(applications, eq(applications.id, markedApplications.applicationId))
        .where(and(eq(markedApplications.personId, personId), eq(applications.activityId, activityId)))
        .orderBy(asc(applications.submittedAt), asc(applications.id))
      return rows.map(({ id }) => id)
    },

    async mark(personId: number, ids: readonly number[]): Promise<void> {
      const rows = ids.map((applicationId) => ({ personId, applicationId, markedAt: clock.now() }))
      if (rows.length > 0) await db.insert(markedApplications).values(rows).onConflictDoNothing()
    },

    async unmark(personId: number, ids?: readonly number[]): Promise<void> {
      await db
        .delete(markedApplications)
        .where(
          and(
            eq(markedApplications.personId, personId),
            ids ? inArray(markedApplications.applicationId, [...ids, -1]) : undefined,
          ),
        )
    },

    sweeps: [
      sweep(database, { table: 'marked_applications', where: 'marked_at < $1', afterHours: markedHours }),
      sweep(database, {
        table: 'staged_decisions',
        where: `at < $1 and application_id in (select id from applications where state = 'withdrawn')`,
        afterHours: goneHours,
      }),
    ],
  }
}

const asStaged = ({
  outcome,
  reason,
  applicationId,
  byPersonId,
}: typeof stagedDecisions.$inferSelect): Staged[] =>
  isStagedOutcome(outcome) ? [{ applicationId, outcome, rejection: readRejection(reason), byPersonId }] : []
