import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { ruleKinds } from '../../domain/rules/plan-rules.ts'
import { holds } from '../programme/item-holds.ts'
import { dayFiles } from './day-file-tables.ts'

export type DayFileStore = ReturnType<typeof dayFileStore>

/** A day of an activity whose file is due, and since when. */
export interface DueDay {
  activityId: number
  day: string
  at: Temporal.Instant
}

/** A file that Telegram has refused, or of which nobody knows whether it arrived. */
export interface FailedDayFile {
  id: number
  activityId: number
  personId: number
  day: string
  attempts: number
  state: 'refused' | 'in_doubt'
}

/** After a stop the file of tomorrow still comes so many hours later. */
const hoursOfUse = 6

/** By the clock of the day's first item: a night coach from elsewhere must not bring it hours too early. */
const eveningOf = `(i.day - 1 + make_interval(mins => i.minute)) at time zone (array_agg(i.start_zone order by i.starts_at, i.id))[1]`

/**
 * Days on which something begins, with the hour of the evening before at which their activity has its file (`$2` unless it
 * says another one), by the clock of where the day begins; without those whose files have been ordered.
 */
const days = `
  select i.activity_id::int as "activityId", i.day::text as day,
    to_char(${eveningOf} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
  from (
    select t.*, (starts_at at time zone start_zone)::date as day,
      case when r.changed ? 'dayFile' then (r.changed->'dayFile'->>0)::int else $2::int end as minute
    from itinerary_items t left join reminder_rules r on r.activity_id = t.activity_id
    where kind <> 'deadline' and status <> 'cancelled' and removed_at is null and starts_at > $1::timestamptz
      and ${holds('t')}) i
  join activities a on a.id = i.activity_id and a.state <> 'cancelled'
  where i.minute is not null and not exists (select from day_files f where f.activity_id = i.activity_id and f.day = i.day)
  group by 1, i.activity_id, i.day, i.minute
  having ${eveningOf} > $1::timestamptz - interval '${hoursOfUse} hours'
  order by at limit 50`

/** Which files of tomorrow have been ordered for whom, and which have gone out. */
export function dayFileStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db, query } = database
  return {
    /** Days whose file has not been ordered, the earliest first. */
    async ahead(now: Temporal.Instant): Promise<DueDay[]> {
      const rows = await query<{ activityId: number; day: string; at: string }>(days, [
        now.toString(),
        ruleKinds.dayFile.standard[0] ?? null,
      ])
      return rows.map(({ at, ...row }) => ({ ...row, at: Temporal.Instant.from(at) }))
    },

    /** Orders a file for each; the ids of those that nobody has ordered yet. */
    async order({ activityId, day }: DueDay, personIds: readonly number[]): Promise<number[]> {
      if (personIds.length === 0) return []
      const orderedAt = clock.now()
      const rows = await db
        .insert(dayFiles)
        .values(personIds.map((personId) => ({ activityId, day, personId, orderedAt })))
        .onConflictDoNothing()
        .returning({ id: dayFiles.id })
      return rows.map(({ id }) => id)
    },

    async read(id: number) {
      const [row] = await db.select().from(dayFiles).where(eq(dayFiles.id, id))
      return row
    },

    /** Notes that it goes out; false where it has gone already. */
    async markSent(id: number): Promise<boolean> {
      const rows = await db
        .update(dayFiles)
        .set({ sentAt: clock.now(), attempts: sql`${dayFiles.attempts} + 1` })
        .where(and(eq(dayFiles.id, id), isNull(dayFiles.sentAt)))
        .returning({ id: dayFiles.id })
      return rows.length > 0
    },

    keepDelivery: async (id: number, deliveryId: number): Promise<void> =>
      void (await db.update(dayFiles).set({ deliveryId }).where(eq(dayFiles.id, id))),

    /** Files that have not arrived, or perhaps not, of which nobody knows yet. */
    async failed(): Promise<FailedDayFile[]> {
      return query<FailedDayFile>(
        `select f.id::int, f.activity_id::int as "activityId", f.person_id::int as "personId", f.day::text, f.attempts, d.state
         from day_files f join itinerary_deliveries d on d.id = f.delivery_id
         where f.failure_told_at is null and d.state in ('refused', 'in_doubt') order by f.id limit 50
         for update of f skip locked`,
        [],
      )
    },

    /** It goes out once more. */
    sendAgain: async (id: number): Promise<void> =>
      void (await db.update(dayFiles).set({ sentAt: null, deliveryId: null }).where(eq(dayFiles.id, id))),

    markFailureTold: async (id: number): Promise<void> =>
      void (await db.update(dayFiles).set({ failureToldAt: clock.now() }).where(eq(dayFiles.id, id))),

    sweep: sweep(database, { table: 'day_files', where: 'ordered_at < $1', afterHours: 90 * 24 }),
  }
}
