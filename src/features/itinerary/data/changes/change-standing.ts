import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import type { LocalizedText } from '../../../../shared/localized-text.ts'
import { isByHandIn } from '../../../../shared/by-hand.ts'
import type { Reach } from '../../../people/index.ts'
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
  /** Whoever has no Telegram is told by a coordinator; told is not seen. Null: on a phone of their own. */
  byHand: 'waits' | 'told' | null
  itemIds: number[]
  /** Seconds since they were last written to about changes. */
  secondsAgo: number
}

/** An activity some of whose people have not seen its latest change. */
export interface Unseen {
  activityId: number
  title: LocalizedText
  count: number
}

/** Whether a message `d` is for somebody who still takes part, or still works there. */
const isConcerned = `(exists (select from known_travellers k
    where k.activity_id = d.activity_id and k.person_id = d.person_id)
  or exists (select from roles r where r.person_id = d.person_id and r.role = 'staff' and r.revoked_at is null
    and (r.activity_code is null or r.activity_code = (select code from activities where id = d.activity_id))))`

/** Who has been told of the latest changes of an activity. */
export function changeStanding({ query }: Pick<Database, 'query'>, clock: Clock) {
  return {
    of: (activityId: number): Promise<Told[]> =>
      query<Told>(
        `select * from (
           select distinct on (d.person_id) d.person_id::int as "personId", p.phone,
             coalesce(nullif(trim(concat_ws(' ', p.given_names, p.surname)), ''), '–') as name,
             d.id::int as "deliveryId", d.state, d.needs_seen as "needsSeen", d.seen_at is not null as "isSeen",
             case when (${isByHandIn('d.chat_id')}) is not true then null when h.told_at is not null then 'told'
               when h.id is not null or d.state = 'waiting' then 'waits' end as "byHand",
             to_jsonb(d.item_ids) as "itemIds",
             extract(epoch from $2::timestamptz - max(d.created_at) over (partition by d.person_id))::int
               as "secondsAgo"
           from itinerary_deliveries d join persons p on p.id = d.person_id
             left join hand_messages h on h.id = d.message_id and ${isByHandIn('d.chat_id')}
           where d.activity_id = $1 and d.kind = 'change'
             and d.created_at > $2::timestamptz - interval '${hoursOfCard} hours'
             and ${isConcerned}
           order by d.person_id, (d.needs_seen and d.seen_at is null) desc, d.needs_seen desc, d.id desc) t
         order by name, "personId"`,
        [activityId, clock.now().toString()],
      ),

    /** In which activities how many people have not said that they have seen the latest change, of those this reach holds. */
    unseen: (reach: Reach): Promise<Unseen[]> =>
      query<Unseen>(
        `select a.id::int as "activityId", a.title, count(*)::int as count from (
           select distinct on (d.activity_id, d.person_id) d.activity_id, d.needs_seen, d.seen_at, d.state, d.chat_id
           from itinerary_deliveries d
           where d.kind = 'change' and d.created_at > $1::timestamptz - interval '${hoursOfCard} hours'
             and ${isConcerned}
           order by d.activity_id, d.person_id, (d.needs_seen and d.seen_at is null) desc, d.needs_seen desc, d.id desc) t
           join activities a on a.id = t.activity_id
         where t.needs_seen and t.seen_at is null and t.state not in ('unreachable', 'refused')
           and (${isByHandIn('t.chat_id')}) is not true
           and ($2::text is null or a.code = any (array(select jsonb_array_elements_text($2::jsonb))))
         group by a.id order by a.starts_on, a.id`,
        [clock.now().toString(), reach === 'everywhere' ? null : JSON.stringify(reach)],
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
