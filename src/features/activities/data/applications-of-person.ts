import { and, asc, desc, eq, gt, inArray, ne, notInArray, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../../../bot/data/tables.ts'
import type { Database } from '../../../platform/database.ts'
import type { SeatedOn } from '../../people/index.ts'
import { isTrip, type Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { applications } from './tables.ts'
import { asApplication } from './as-application.ts'
import { activities } from './tables.ts'
import { concerned, over, takingPart } from '../domain/life-cycle.ts'

/** The applications of one person, and those they have filled in for others. */
export function applicationsOfPerson({ db, forget }: Pick<Database, 'db' | 'forget'>) {
  async function found(
    where: SQL | undefined,
    { before = [], limit = mostShown }: { before?: SQL[]; limit?: number } = {},
  ): Promise<Application[]> {
    const rows = await db
      .select()
      .from(applications)
      .where(where)
      .orderBy(...before, desc(applications.id))
      .limit(limit)
    return rows.map(asApplication)
  }

  const first = async (where: SQL | undefined, ...before: SQL[]): Promise<Application | undefined> =>
    (await found(where, { before, limit: 1 }))[0]

  return {
    liveOne: (activityId: number, personId: number): Promise<Application | undefined> =>
      first(and(isOf(activityId, personId), notInArray(applications.state, [...over]))),

    /** The one that counts: the live one, else the last. */
    latestOne: (activityId: number, personId: number): Promise<Application | undefined> =>
      first(isOf(activityId, personId), sql`(${applications.state} not in ${[...over]}) desc`),

    ofPerson: (personId: number): Promise<Application[]> => found(eq(applications.personId, personId)),

    /** All of them, however many, in the order in which their activities are locked. */
    everyOneOf: (personId: number): Promise<{ id: number; activityId: number }[]> =>
      db
        .select({ id: applications.id, activityId: applications.activityId })
        .from(applications)
        .where(eq(applications.personId, personId))
        .orderBy(asc(applications.activityId), asc(applications.id)),

    /** What one person has filled in for others is another's from here on; for themselves it is simply theirs. */
    async handOverFilledIn(fromPersonId: number, toPersonId: number): Promise<void> {
      forget()
      await db
        .update(applications)
        .set({ filledBy: sql`nullif(${toPersonId}::bigint, ${applications.personId})` })
        .where(eq(applications.filledBy, fromPersonId))
    },

    /** What somebody has filled in for others who have not opened their link yet. */
    filledFor: (personId: number): Promise<Application[]> =>
      found(
        and(
          eq(applications.filledBy, personId),
          ne(applications.personId, personId),
          sql`not exists (select 1 from accounts where accounts.person_id = ${applications.personId})`,
        ),
      ),

    openWhere: `exists (select from applications a where a.state = 'draft' and not a.is_paused
      and coalesce(a.filled_by, a.person_id) = viewer.id)`,

    /** The draft whose question is open in this person's chat: their own, or one they fill in for a colleague. */
    openDraftBy: (personId: number): Promise<Application | undefined> =>
      first(
        and(
          eq(applications.state, 'draft'),
          eq(applications.isPaused, false),
          sql`coalesce(${applications.filledBy}, ${applications.personId}) = ${personId}`,
        ),
        desc(applications.updatedAt),
      ),

    /** The draft somebody has begun for a colleague. */
    openDraftFor: (activityId: number, filledBy: number): Promise<Application | undefined> =>
      first(
        and(
          eq(applications.activityId, activityId),
          eq(applications.filledBy, filledBy),
          eq(applications.state, 'draft'),
        ),
      ),

    /** What has been decided or changed about somebody and could not be said yet. */
    untold: (personId: number): Promise<Application[]> =>
      found(
        and(
          eq(applications.personId, personId),
          eq(applications.isUntold, true),
          inArray(applications.state, [...toldLater]),
        ),
        { before: [asc(applications.id)] },
      ),

    /** Who could be told what they have not been, though Telegram refused it the last time; what is older stays unsaid. */
    async reachableUntold(since: Temporal.Instant): Promise<number[]> {
      const rows = await db
        .selectDistinct({ personId: applications.personId })
        .from(applications)
        .innerJoin(
          accounts,
          and(eq(accounts.personId, applications.personId), eq(accounts.isReachable, true)),
        )
        .where(and(eq(applications.isUntold, true), gt(applications.updatedAt, since)))
      return rows.map(({ personId }) => personId)
    },

    /** Whether this person has a seat on a trip, on something else only, or on nothing. */
    async seatedOn(personId: number): Promise<SeatedOn> {
      const rows = await db
        .selectDistinct({ kind: activities.kind })
        .from(applications)
        .innerJoin(activities, eq(activities.id, applications.activityId))
        .where(and(eq(applications.personId, personId), inArray(applications.state, [...takingPart])))
      if (rows.length === 0) return 'nothing'
      return rows.some(({ kind }) => isTrip(kind as Activity['kind'])) ? 'trip' : 'somethingElse'
    },
  }
}

/** What somebody may not know yet about themselves. */
const toldLater = [...concerned, 'rejected', 'no_show', 'completed', 'cancelled_by_organiser'] as const

/** Nobody has more of them that matter. */
const mostShown = 30

const isOf = (activityId: number, personId: number) =>
  and(eq(applications.activityId, activityId), eq(applications.personId, personId))
