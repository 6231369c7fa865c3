import { and, asc, count, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { displayName, type Reach } from '../../people/index.ts'
import { firmMembers, firms, persons } from '../../people/data/tables.ts'
import { concerned } from '../domain/announced-changes.ts'
import { seated, type Application, type ApplicationState } from '../domain/application.ts'
import type { Seats } from '../domain/seats.ts'
import { asApplication } from './as-application.ts'
import { running, within } from './activity-lists.ts'
import { activities, applications } from './tables.ts'

/** New applications for one activity. */
export interface Fresh {
  activityId: number
  count: number
  /** "Claire Martin-Dupré, Signalisation du Rhône" of the first few. */
  names: string[]
}

/** Who applies, of which firm, and how they stand with it. */
export interface Named {
  name: string
  firm: string | null
  firmState: string | null
}

const namesPerActivity = 5

/** Applications seen together: seats, counts, pages, the waiting list. */
export function applicationLists({ db }: Pick<Database, 'db'>) {
  return {
    /** How many have been handed in in the name of a firm. */
    async countOfFirm(firmId: number): Promise<number> {
      const [row] = await db
        .select({ total: count() })
        .from(applications)
        .where(and(eq(applications.firmId, firmId), ne(applications.state, 'draft')))
      return row?.total ?? 0
    },

    /** The applications of a firm, and drafts that are asked about it, are another's from here on. */
    async moveFirm(fromId: number, intoId: number): Promise<void> {
      await db.update(applications).set({ firmId: intoId }).where(eq(applications.firmId, fromId))
      await db
        .update(applications)
        .set({
          answers: sql`jsonb_set(${applications.answers}, '{newFirm,perhaps,firmId}', to_jsonb(${intoId}::bigint))`,
        })
        .where(
          and(
            eq(applications.state, 'draft'),
            sql`${applications.answers} #>> '{newFirm,perhaps,firmId}' = ${String(fromId)}`,
          ),
        )
    },

    /** What has been decided or changed about somebody and could not be said yet. */
    async untold(personId: number): Promise<Application[]> {
      const rows = await db
        .select()
        .from(applications)
        .where(
          and(
            eq(applications.personId, personId),
            eq(applications.isUntold, true),
            inArray(applications.state, ['submitted', 'approved', 'waitlisted', 'rejected']),
          ),
        )
        .orderBy(asc(applications.id))
      return rows.map(asApplication)
    },

    /** Whether this person has a seat on anything that consents are asked for; a workshop has none. */
    async hasSeat(personId: number): Promise<boolean> {
      const rows = await db
        .select({ id: applications.id })
        .from(applications)
        .innerJoin(activities, eq(activities.id, applications.activityId))
        .where(
          and(
            eq(applications.personId, personId),
            inArray(applications.state, [...seated]),
            ne(activities.kind, 'workshop'),
          ),
        )
        .limit(1)
      return rows.length > 0
    },

    /** Seats held, under the activity's lock. */
    async seats(activityId: number, firmId: number | null): Promise<Seats> {
      const [row] = await db
        .select({
          taken: count(),
          takenByFirm: sql<number>`(count(*) filter (where ${applications.firmId} = ${firmId}))::int`,
        })
        .from(applications)
        .where(and(eq(applications.activityId, activityId), inArray(applications.state, [...seated])))
      return { taken: row?.taken ?? 0, takenByFirm: row?.takenByFirm ?? 0 }
    },

    /** How many are in each state. */
    async countByState(
      activityIds: readonly number[],
    ): Promise<Map<number, Partial<Record<ApplicationState, number>>>> {
      const rows = await db
        .select({ activityId: applications.activityId, state: applications.state, count: count() })
        .from(applications)
        .where(inArray(applications.activityId, [...activityIds, -1]))
        .groupBy(applications.activityId, applications.state)
      const counts = new Map<number, Partial<Record<ApplicationState, number>>>()
      for (const row of rows)
        counts.set(row.activityId, { ...counts.get(row.activityId), [row.state]: row.count })
      return counts
    },

    /** How many wait for a decision in the running activities that these grants reach. */
    async undecided(today: Temporal.PlainDate, reach: Reach): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(applications)
        .innerJoin(activities, eq(activities.id, applications.activityId))
        .where(and(eq(applications.state, 'submitted'), within(reach), running(today)))
      return row?.count ?? 0
    },

    /** The names of those who apply and of their firms, by application, and whether the firm has confirmed them. */
    async namesOf(ids: readonly number[]): Promise<Map<number, Named>> {
      const rows = await db
        .select({ id: applications.id, person: persons, firm: firms.name, firmState: firmMembers.state })
        .from(applications)
        .innerJoin(persons, eq(persons.id, applications.personId))
        .leftJoin(firms, eq(firms.id, applications.firmId))
        .leftJoin(
          firmMembers,
          and(eq(firmMembers.firmId, applications.firmId), eq(firmMembers.personId, applications.personId)),
        )
        .where(inArray(applications.id, [...ids, -1]))
      return new Map(
        rows.map(({ id, person, firm, firmState }) => [id, { name: displayName(person), firm, firmState }]),
      )
    },

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

    /** Applications of an activity in one state, oldest first, a page of them; those who wait in the order of their list. */
    async page(
      activityId: number,
      state: ApplicationState,
      offset: number,
      limit: number,
    ): Promise<Application[]> {
      const rows = await db
        .select()
        .from(applications)
        .where(and(eq(applications.activityId, activityId), eq(applications.state, state)))
        .orderBy(
          ...(state === 'waitlisted' ? [asc(applications.waitingSince)] : []),
          asc(applications.submittedAt),
          asc(applications.id),
        )
        .offset(offset)
        .limit(limit)
      return rows.map(asApplication)
    },

    /** What has come in between two moments and still waits, for a digest: how many for each activity, and the first names. */
    async fresh(reach: Reach, since: Temporal.Instant | null, until: Temporal.Instant): Promise<Fresh[]> {
      const ranked = db.$with('ranked').as(
        db
          .select({
            id: applications.id,
            activityId: applications.activityId,
            personId: applications.personId,
            firmId: applications.firmId,
            rank: sql<number>`row_number() over (partition by ${applications.activityId} order by ${applications.submittedAt}, ${applications.id})`.as(
              'rank',
            ),
            total: sql<number>`(count(*) over (partition by ${applications.activityId}))::int`.as('total'),
          })
          .from(applications)
          .innerJoin(activities, eq(activities.id, applications.activityId))
          .where(
            and(
              eq(applications.state, 'submitted'),
              within(reach),
              since ? gt(applications.submittedAt, since) : undefined,
              lte(applications.submittedAt, until),
            ),
          ),
      )
      const rows = await db
        .with(ranked)
        .select({ activityId: ranked.activityId, total: ranked.total, person: persons, firm: firms.name })
        .from(ranked)
        .innerJoin(persons, eq(persons.id, ranked.personId))
        .leftJoin(firms, eq(firms.id, ranked.firmId))
        .where(lte(ranked.rank, namesPerActivity))
        .orderBy(asc(ranked.activityId), asc(ranked.rank))
      const fresh = new Map<number, Fresh>()
      for (const { activityId, total, person, firm } of rows) {
        const one = fresh.get(activityId) ?? { activityId, count: total, names: [] }
        one.names.push([displayName(person), firm].filter(Boolean).join(', '))
        fresh.set(activityId, one)
      }
      return [...fresh.values()]
    },

    /** Everybody who has to know when the activity changes. */
    async concernedBy(activityId: number): Promise<Application[]> {
      const rows = await db
        .select()
        .from(applications)
        .where(and(eq(applications.activityId, activityId), inArray(applications.state, [...concerned])))
        .orderBy(asc(applications.id))
      return rows.map(asApplication)
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
