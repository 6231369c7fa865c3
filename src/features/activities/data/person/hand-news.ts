import type { Database } from '../../../../platform/database.ts'
import { utc, waits } from './hand-list.ts'

export type HandNews = ReturnType<typeof handNews>

/** What coordinators have not been shown yet of what waits to be passed on, and what is of no use any more. */
export function handNews({ query }: Pick<Database, 'query'>) {
  return {
    /** When there is something new for coordinators, or something that is of no use any more. */
    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select ${utc('least(fresh.at, over.at)')} as at from
           (select min(created_at) as at from hand_messages where announced_at is null and told_at is null) fresh,
           (select min(useful_until) as at from hand_messages
             where told_at is null and useful_until is not null and text is not null) over`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** From here on coordinators know of what waits; resolves with the activities that it concerns, and where it is urgent. */
    announce: (now: Temporal.Instant): Promise<{ id: number; isUrgent: boolean }[]> =>
      query<{ id: number; isUrgent: boolean }>(
        `with fresh as (
           update hand_messages set announced_at = $1 where id in (
             select id from hand_messages where announced_at is null and told_at is null
             order by created_at limit 500 for update skip locked)
           returning person_id, is_urgent)
         ${activitiesOf('fresh', 'bool_or(f.is_urgent)')}`,
        [now.toString()],
      ),

    /** The words of what is of no use any more go; resolves with the activities that it concerned. */
    lapse: (now: Temporal.Instant): Promise<{ id: number }[]> =>
      query<{ id: number }>(
        `with over as (
           update hand_messages set text = null, announced_at = coalesce(announced_at, $1) where id in (
             select id from hand_messages
             where told_at is null and useful_until <= $1::timestamptz and text is not null
             limit 500 for update skip locked)
           returning person_id)
         ${activitiesOf('over')}`,
        [now.toString()],
      ),

    /**
     * Whether something waits in an activity that coordinators were shown since a moment; what they are shown at `before` is
     * not meant, and clocks go on while it is.
     */
    async wasShownSince(
      activityId: number,
      since: Temporal.Instant,
      before: Temporal.Instant,
    ): Promise<boolean> {
      const rows = await query(
        `select 1 as one from hand_messages h where ${waits('$3')} and h.announced_at >= $2::timestamptz
           and h.announced_at < $3::timestamptz and exists (
             select from applications s where s.person_id = h.person_id and s.activity_id = $1) limit 1`,
        [activityId, since.toString(), before.toString()],
      )
      return rows.length > 0
    },
  }
}

/** Activities, until a week after their end, with which these people have to do. `f`: the people. */
const activitiesOf = (people: string, isUrgent = 'false') =>
  `select s.activity_id::int as id, ${isUrgent} as "isUrgent" from ${people} f join applications s
     on s.person_id = f.person_id and s.state <> 'draft'
     join activities a on a.id = s.activity_id and a.ends_on >= ($1::timestamptz)::date - 7
   group by s.activity_id order by s.activity_id`
