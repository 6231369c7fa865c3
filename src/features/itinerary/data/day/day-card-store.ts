import type { Database } from '../../../../platform/database.ts'

export type DayCardStore = ReturnType<typeof dayCardStore>

/** The card of the day as it stands in somebody's chat. */
export interface DayCard {
  applicationId: number
  activityId: number
  personId: number
  day: Temporal.PlainDate | null
  textHash: string | null
}

/** What has become of a card that was looked at; without a moment it goes. */
export interface DayCardAfter extends Pick<DayCard, 'applicationId' | 'day' | 'textHash'> {
  dueAt: Temporal.Instant | null
}

interface Row {
  application_id: number
  activity_id: number
  person_id: number
  day: string | null
  text_hash: string | null
}

/** The cards of the day: which are to be looked at, and what they show. */
export function dayCardStore({ query }: Pick<Database, 'query'>) {
  return {
    /** Has the cards of these people looked at: those that stand now, those yet to come at `firstAt`. */
    async look(
      activityId: number,
      people: readonly { applicationId: number; personId: number }[],
      { now, firstAt }: { now: Temporal.Instant; firstAt: Temporal.Instant },
    ): Promise<void> {
      await query(
        `insert into day_cards (application_id, activity_id, person_id, due_at)
         select a, $1, p, $3::timestamptz from jsonb_to_recordset($2::jsonb) as t(a bigint, p bigint)
         on conflict (application_id) do update set person_id = excluded.person_id,
           due_at = case when day_cards.day is null then excluded.due_at else $4::timestamptz end
         where day_cards.day is not null
           or (day_cards.person_id, day_cards.due_at) is distinct from (excluded.person_id, excluded.due_at)`,
        [
          activityId,
          JSON.stringify(people.map(({ applicationId: a, personId: p }) => ({ a, p }))),
          firstAt.toString(),
          now.toString(),
        ],
      )
    },

    /** Has the cards looked at that are there; of all, or of these applications. */
    async lookAgain(
      activityId: number,
      ids: readonly number[] | 'all',
      now: Temporal.Instant,
    ): Promise<void> {
      await query(
        `update day_cards set due_at = $2::timestamptz
         where activity_id = $1 and ($3::jsonb is null or application_id = any (
           array(select value::bigint from jsonb_array_elements_text($3::jsonb))))`,
        [activityId, now.toString(), ids === 'all' ? null : JSON.stringify(ids)],
      )
    },

    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select to_char(min(due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from day_cards`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** Takes a portion of those that are due; others who look meanwhile take other ones. */
    async claim(now: Temporal.Instant, portion: number): Promise<DayCard[]> {
      const rows = await query<Row>(
        `select application_id::int, activity_id::int, person_id::int, day::text, text_hash from day_cards
         where due_at <= $1::timestamptz order by due_at limit $2 for update skip locked`,
        [now.toString(), portion],
      )
      return rows.map((row) => ({
        applicationId: row.application_id,
        activityId: row.activity_id,
        personId: row.person_id,
        day: row.day === null ? null : Temporal.PlainDate.from(row.day),
        textHash: row.text_hash,
      }))
    },

    async save(cards: readonly DayCardAfter[]): Promise<void> {
      const rows = cards.map(({ applicationId: a, day, textHash: h, dueAt }) => ({
        ...{ a, h, d: day?.toString() ?? null, t: dueAt?.toString() ?? null },
      }))
      await query(
        `with after as materialized (
           select a, d::date as d, h, t::timestamptz as t
           from jsonb_to_recordset($1::jsonb) as r(a bigint, d text, h text, t text)),
         gone as (delete from day_cards c using after where c.application_id = a and t is null)
         update day_cards c set day = d, text_hash = h, due_at = t from after
         where c.application_id = a and t is not null`,
        [JSON.stringify(rows)],
      )
    },
  }
}
