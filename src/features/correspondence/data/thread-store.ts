import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Reach } from '../../people/index.ts'
import type { Thread } from '../domain/letter.ts'
import { momentOf, type Raw } from './moments.ts'

export type ThreadStore = ReturnType<typeof threadStore>

/** A thread in which somebody waits for an answer. */
export interface WaitingThread {
  id: number
  personId: number
  activityId: number | null
  since: Temporal.Instant
  takenBy: number | null
}

/** Days that a thread is kept after it was touched last. */
const keptForDays = 180

/** The threads between persons and the coordinators of activities. */
export function threadStore(database: Pick<Database, 'query'>) {
  const { query } = database
  const one = async (text: string, parameters: unknown[]) => {
    const [row] = await query<Raw>(text, parameters)
    return row && asThread(row)
  }

  return {
    /** The thread of somebody about an activity, locked; it begins with the first letter. */
    async open(personId: number, activityId: number | null, now: Temporal.Instant): Promise<Thread> {
      const thread = await one(
        `insert into threads (person_id, activity_id, updated_at) values ($1, $2::bigint, $3)
         on conflict (person_id, activity_id) do update set updated_at = excluded.updated_at returning *`,
        [personId, activityId, now.toString()],
      )
      if (!thread) throw new Error('a thread was not opened')
      return thread
    },

    read: (id: number): Promise<Thread | undefined> => one('select * from threads where id = $1', [id]),

    readLocked: (id: number): Promise<Thread | undefined> =>
      one('select * from threads where id = $1 for update', [id]),

    ofPerson: (personId: number, activityId: number): Promise<Thread | undefined> =>
      one('select * from threads where person_id = $1 and activity_id = $2', [personId, activityId]),

    /** Which of somebody's threads has been touched last, since a moment. */
    newestOf: (personId: number, since: Temporal.Instant): Promise<Thread | undefined> =>
      one(
        `select * from threads where person_id = $1 and updated_at >= $2 order by updated_at desc limit 1`,
        [personId, since.toString()],
      ),

    /** Somebody waits in it from now on, if they have not before. */
    async wait(id: number, now: Temporal.Instant, escalateAt: Temporal.Instant | null): Promise<void> {
      await query(
        `update threads set waiting_since = coalesce(waiting_since, $2), updated_at = $2,
           escalate_at = coalesce(escalate_at, $3::timestamptz) where id = $1`,
        [id, now.toString(), escalateAt?.toString() ?? null],
      )
    },

    async told(id: number, now: Temporal.Instant): Promise<void> {
      await query(`update threads set told_at = $2 where id = $1`, [id, now.toString()])
    },

    async take(
      id: number,
      personId: number,
      now: Temporal.Instant,
      escalateAt: Temporal.Instant | null,
    ): Promise<void> {
      await query(
        `update threads set taken_by = $2, taken_at = $3, escalate_at = $4::timestamptz where id = $1`,
        [id, personId, now.toString(), escalateAt?.toString() ?? null],
      )
    },

    /** Nobody waits in it any more. */
    async settle(id: number, now: Temporal.Instant): Promise<void> {
      await query(
        `update threads set waiting_since = null, taken_by = null, taken_at = null, escalate_at = null, updated_at = $2
         where id = $1`,
        [id, now.toString()],
      )
    },

    async escalateNext(id: number, at: Temporal.Instant | null): Promise<void> {
      await query(`update threads set escalate_at = $2::timestamptz where id = $1`, [
        id,
        at?.toString() ?? null,
      ])
    },

    async nextEscalation(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<Raw>(
        `select min(escalate_at) as at from threads where escalate_at is not null`,
        [],
      )
      return momentOf(row?.['at']) ?? undefined
    },

    /** A portion of those whose time has come, locked. */
    async dueForNext(now: Temporal.Instant): Promise<Thread[]> {
      const rows = await query<Raw>(
        `select * from threads where escalate_at <= $1 order by escalate_at limit 20 for update skip locked`,
        [now.toString()],
      )
      return rows.map(asThread)
    },

    /** A page of the threads that wait for a coordinator of this reach, the longest first, and how many they are. */
    async waiting(
      reach: Reach,
      { offset, limit }: { offset: number; limit: number },
    ): Promise<{ threads: WaitingThread[]; total: number }> {
      const rows = await query<Raw>(
        `select t.id, t.person_id, t.activity_id, t.waiting_since, t.taken_by, count(*) over ()::int as total
         from threads t left join activities a on a.id = t.activity_id
         where t.waiting_since is not null
           and ($1::text is null or a.code = any (array(select jsonb_array_elements_text($1::jsonb))))
         order by t.waiting_since, t.id offset $2 limit $3`,
        [reach === 'everywhere' ? null : JSON.stringify(reach), offset, limit],
      )
      return { threads: rows.map(asWaiting), total: Number(rows[0]?.['total'] ?? 0) }
    },

    /** How many wait for a coordinator of this reach. */
    async countWaiting(reach: Reach): Promise<number> {
      const [row] = await query<{ count: number }>(
        `select count(*)::int as count from threads t left join activities a on a.id = t.activity_id
         where t.waiting_since is not null
           and ($1::text is null or a.code = any (array(select jsonb_array_elements_text($1::jsonb))))`,
        [reach === 'everywhere' ? null : JSON.stringify(reach)],
      )
      return row?.count ?? 0
    },

    sweep: sweep(database, { table: 'threads', where: 'updated_at < $1', afterHours: keptForDays * 24 }),
  }
}

const numberOf = (value: unknown): number | null => (value === null ? null : Number(value))

const asThread = (row: Raw): Thread => ({
  id: Number(row['id']),
  personId: Number(row['person_id']),
  activityId: numberOf(row['activity_id']),
  waitingSince: momentOf(row['waiting_since']),
  takenBy: numberOf(row['taken_by']),
  takenAt: momentOf(row['taken_at']),
  escalateAt: momentOf(row['escalate_at']),
  toldAt: momentOf(row['told_at']),
})

const asWaiting = (row: Raw): WaitingThread => ({
  id: Number(row['id']),
  personId: Number(row['person_id']),
  activityId: numberOf(row['activity_id']),
  since: momentOf(row['waiting_since']) ?? Temporal.Instant.fromEpochMilliseconds(0),
  takenBy: numberOf(row['taken_by']),
})
