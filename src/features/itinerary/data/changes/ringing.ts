import type { Database } from '../../../../platform/database.ts'

export type Ringing = ReturnType<typeof ringing>

/** A change that was told in the night, whose second ring is due. */
export interface DueRing {
  deliveryId: number
  activityId: number
  personId: number
  itemIds: number[]
}

/** What rings again because nobody has said that they have seen it. */
export function ringing({ query }: Pick<Database, 'query'>) {
  return {
    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select to_char(min(rings_again_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
         from itinerary_deliveries where rings_again_at is not null and seen_at is null`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** A portion of what is due; none of it is due again. */
    claim: (now: Temporal.Instant): Promise<DueRing[]> =>
      query<DueRing>(
        `update itinerary_deliveries set rings_again_at = null where id in (
           select id from itinerary_deliveries
           where rings_again_at <= $1::timestamptz and rings_again_at is not null and seen_at is null
           order by rings_again_at, id limit 100 for update skip locked)
         returning id::int as "deliveryId", activity_id::int as "activityId", person_id::int as "personId",
           to_jsonb(item_ids) as "itemIds"`,
        [now.toString()],
      ),

    /** What has been told anew does not ring again for what it was before. */
    async supersede(told: readonly { personId: number; itemIds: readonly number[] }[]): Promise<void> {
      if (told.length === 0) return
      await query(
        `update itinerary_deliveries d set rings_again_at = null
         from jsonb_to_recordset($1::jsonb) as t(p bigint, i jsonb)
         where d.person_id = t.p and d.rings_again_at is not null
           and d.item_ids <@ array(select value::bigint from jsonb_array_elements_text(t.i))`,
        [JSON.stringify(told.map(({ personId: p, itemIds: i }) => ({ p, i })))],
      )
    },

    /** Whoever has left an activity is not rung for it any more. */
    async stop(activityId: number, personIds: readonly number[]): Promise<void> {
      await query(
        `update itinerary_deliveries set rings_again_at = null
         where activity_id = $1 and rings_again_at is not null
           and person_id in (select value::bigint from jsonb_array_elements_text($2::jsonb))`,
        [activityId, JSON.stringify(personIds)],
      )
    },
  }
}
