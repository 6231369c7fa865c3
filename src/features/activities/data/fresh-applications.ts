import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { displayName, type Reach } from '../../people/index.ts'
import { firms, persons } from '../../people/data/tables.ts'
import { within } from './activity-lists.ts'
import { applications } from './tables.ts'
import { activities } from './tables.ts'

/** New applications for one activity. */
export interface Fresh {
  activityId: number
  count: number
  /** "Claire Martin-Dupré, Signalisation du Rhône" of the first few. */
  names: string[]
}

const namesPerActivity = 5

/** What is new for a digest. */
export function freshApplications({ db }: Pick<Database, 'db'>) {
  return {
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
  }
}
