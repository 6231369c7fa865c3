import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { Reach } from '../../people/index.ts'
import type { Activity } from '../domain/activity.ts'
import { asActivity } from './as-activity.ts'
import { activities } from './tables.ts'

/** A page of a list, and how long the whole list is. */
export interface ActivityPage {
  activities: Activity[]
  total: number
}

export interface PageOf {
  offset: number
  limit: number
}

/** What a coordinator's desk lists: what is not over, or what is over or cancelled. */
export type DeskTime = 'running' | 'past'

/** Lists of activities, whoever looks at them, a page at a time. */
export function activityLists({ db }: Pick<Database, 'db'>) {
  async function page(
    where: SQL | undefined,
    order: SQL[],
    { offset, limit }: PageOf,
  ): Promise<ActivityPage> {
    const rows = await db
      .select({ activity: activities, total: sql<number>`(count(*) over ())::int` })
      .from(activities)
      .where(where)
      .orderBy(...order)
      .offset(offset)
      .limit(limit)
    return { activities: rows.map(({ activity }) => asActivity(activity)), total: rows[0]?.total ?? 0 }
  }

  return {
    /** What somebody runs: what is not over, soonest first, or what is over, latest first. */
    onDesk(time: DeskTime, today: Temporal.PlainDate, reach: Reach, at: PageOf): Promise<ActivityPage> {
      const isRunning = time === 'running'
      return page(
        and(within(reach), isRunning ? running(today) : over(today)),
        [isRunning ? asc(activities.startsOn) : desc(activities.startsOn), asc(activities.code)],
        at,
      )
    },

    /** What takes applications at this moment, soonest first; of those that begin today the caller knows better. */
    open(now: Temporal.Instant, today: Temporal.PlainDate, at: PageOf): Promise<ActivityPage> {
      const { applicationsCloseAt, startsOn, state, code } = activities
      return page(
        and(
          eq(state, 'published'),
          gte(startsOn, today),
          or(isNull(applicationsCloseAt), gt(applicationsCloseAt, now)),
        ),
        [asc(startsOn), asc(code)],
        at,
      )
    },
  }
}

/** The activities that these grants reach. */
export const within = (reach: Reach): SQL | undefined =>
  reach === 'everywhere' ? undefined : inArray(activities.code, [...reach, ''])

/** What is neither over nor cancelled. */
export const running = (today: Temporal.PlainDate): SQL | undefined =>
  and(gte(activities.endsOn, today), ne(activities.state, 'cancelled'))

const over = (today: Temporal.PlainDate): SQL | undefined =>
  or(lt(activities.endsOn, today), eq(activities.state, 'cancelled'))
