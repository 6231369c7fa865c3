import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { hoursOfCard } from './change-watchers.ts'
import type { DeliveryState } from './delivery-store.ts'

export type ChangeStanding = ReturnType<typeof changeStanding>

/** Somebody who was told of a change, and what has become of it. */
export interface Told {
  personId: number
  name: string
  phone: string | null
  /** The message that counts: one that waits for "seen", else the newest that asked for it, else the newest. */
  deliveryId: number
  state: DeliveryState
  needsSeen: boolean
  isSeen: boolean
  itemIds: number[]
  /** Seconds since they were last written to about changes. */
  secondsAgo: number
}

/** Who has been told of the latest changes of an activity. */
export function changeStanding({ query }: Pick<Database, 'query'>, clock: Clock) {
  return {
    of: (activityId: number): Promise<Told[]> =>
      query<Told>(
        `select * from (
           select distinct on (d.person_id) d.person_id::int as "personId", p.phone,
             coalesce(nullif(trim(concat_ws(' ', p.given_names, p.surname)), ''), '–') as name,
             d.id::int as "deliveryId", d.state, d.needs_seen as "needsSeen", d.seen_at is not null as "isSeen",
             to_jsonb(d.item_ids) as "itemIds",
             extract(epoch from $2::timestamptz - max(d.created_at) over (partition by d.person_id))::int
               as "secondsAgo"
           from itinerary_deliveries d join persons p on p.id = d.person_id
           where d.activity_id = $1 and d.kind = 'change'
             and d.created_at > $2::timestamptz - interval '${hoursOfCard} hours'
             and exists (select from known_travellers k
               where k.activity_id = d.activity_id and k.person_id = d.person_id)
           order by d.person_id, (d.needs_seen and d.seen_at is null) desc, d.needs_seen desc, d.id desc) t
         order by name, "personId"`,
        [activityId, clock.now().toString()],
      ),

    /** Whether a change of it has been told since this moment. */
    async wasToldSince(activityId: number, since: Temporal.Instant): Promise<boolean> {
      const rows = await query(
        `select 1 from itinerary_deliveries
         where activity_id = $1 and kind = 'change' and created_at > $2::timestamptz limit 1`,
        [activityId, since.toString()],
      )
      return rows.length > 0
    },

    /** Of which activity a change was told in this message; undefined where it is no change. */
    async activityOf(deliveryId: number): Promise<number | undefined> {
      const [row] = await query<{ id: number }>(
        `select activity_id::int as id from itinerary_deliveries where id = $1 and kind = 'change'`,
        [deliveryId],
      )
      return row?.id
    },
  }
}
