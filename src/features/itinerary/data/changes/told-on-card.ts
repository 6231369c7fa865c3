import type { Database } from '../../../../platform/database.ts'
import { isByHandIn } from '../../../../shared/by-hand.ts'

/** What somebody has seen of the changes they were told, and where they were. */
export interface ToldOnCard {
  /** Changes that asked to be seen and have not been. */
  unseen: number
  /** When they have tapped "seen" last. */
  seenAt: Temporal.Instant | null
  /** Items at which they were. */
  attended: number
}

/** What this room knows of somebody in an activity, for their card: in one statement. */
export const toldOnCard =
  ({ query }: Pick<Database, 'query'>) =>
  async (activityId: number, applicationId: number, personId: number): Promise<ToldOnCard> => {
    const [row] = await query<Omit<ToldOnCard, 'seenAt'> & { seenAt: string | null }>(
      `select (select count(*)::int from itinerary_deliveries d where d.activity_id = $1 and d.person_id = $3
           and d.kind = 'change' and d.needs_seen and d.seen_at is null and d.state = 'sent'
           and not (${isByHandIn('d.chat_id')})) as unseen,
         (select to_char(max(d.seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from itinerary_deliveries d
           where d.activity_id = $1 and d.person_id = $3) as "seenAt",
         (select count(*)::int from attendances a where a.application_id = $2) as attended`,
      [activityId, applicationId, personId],
    )
    const seenAt = row?.seenAt ? Temporal.Instant.from(row.seenAt) : null
    return { unseen: row?.unseen ?? 0, attended: row?.attended ?? 0, seenAt }
  }
