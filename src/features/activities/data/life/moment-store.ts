import { and, asc, eq, inArray, isNull, lte, min, type SQL } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import type { LifeMoment, MomentKind } from '../../domain/moments.ts'
import { lifeMoments } from './life-tables.ts'

export type MomentStore = ReturnType<typeof momentStore>

/** What falls due in the life of applications and activities. */
export function momentStore({ db }: Pick<Database, 'db'>) {
  return {
    /** Plans it, or moves it to another moment. */
    async plan({ dueAt, ...moment }: Omit<LifeMoment, 'id'>): Promise<void> {
      await db
        .insert(lifeMoments)
        .values({ ...moment, dueAt })
        .onConflictDoUpdate({
          target: [lifeMoments.activityId, lifeMoments.applicationId, lifeMoments.kind],
          set: { dueAt },
        })
    },

    /** Nothing more is due for this application; of these kinds only, where they are named. */
    async cancelOf(applicationId: number, kinds?: readonly MomentKind[]): Promise<void> {
      await db
        .delete(lifeMoments)
        .where(
          and(
            eq(lifeMoments.applicationId, applicationId),
            kinds ? inArray(lifeMoments.kind, [...kinds]) : undefined,
          ),
        )
    },

    /** The same of an activity as a whole. */
    async cancelOfActivity(activityId: number, kinds?: readonly MomentKind[]): Promise<void> {
      await db
        .delete(lifeMoments)
        .where(and(ofActivity(activityId), kinds ? inArray(lifeMoments.kind, [...kinds]) : undefined))
    },

    async dueOfActivity(activityId: number, kind: MomentKind): Promise<Temporal.Instant | undefined> {
      const rows = await db
        .select()
        .from(lifeMoments)
        .where(and(ofActivity(activityId), eq(lifeMoments.kind, kind)))
      return rows[0]?.dueAt
    },

    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await db.select({ dueAt: min(lifeMoments.dueAt) }).from(lifeMoments)
      return row?.dueAt ? asInstant(row.dueAt) : undefined
    },

    /** What has been due the longest. It is not locked: an activity's lock comes before what belongs to it. */
    async firstDue(now: Temporal.Instant): Promise<LifeMoment | undefined> {
      const [row] = await db
        .select()
        .from(lifeMoments)
        .where(lte(lifeMoments.dueAt, now))
        .orderBy(asc(lifeMoments.dueAt), asc(lifeMoments.id))
        .limit(1)
      return row && { ...row, kind: row.kind as MomentKind }
    },

    /** Takes it out; false where it has been done, moved or called off meanwhile. */
    async take({ id, dueAt }: LifeMoment): Promise<boolean> {
      const taken = await db
        .delete(lifeMoments)
        .where(and(eq(lifeMoments.id, id), lte(lifeMoments.dueAt, dueAt)))
        .returning({ id: lifeMoments.id })
      return taken.length > 0
    },
  }
}

const ofActivity = (activityId: number): SQL | undefined =>
  and(eq(lifeMoments.activityId, activityId), isNull(lifeMoments.applicationId))

const asInstant = (moment: Temporal.Instant | string) =>
  typeof moment === 'string' ? Temporal.Instant.from(moment.replace(' ', 'T')) : moment
