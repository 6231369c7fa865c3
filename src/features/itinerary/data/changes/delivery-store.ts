import { and, eq, isNull } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { itineraryDeliveries } from './delivery-tables.ts'

export type DeliveryStore = ReturnType<typeof deliveryStore>

export type DeliveryKind = 'reminder' | 'change' | 'roll_call' | 'away' | 'list' | 'day_file'
export type DeliveryState = 'waiting' | 'sent' | 'in_doubt' | 'unreachable' | 'refused'

export interface NewDelivery {
  activityId: number
  personId: number
  kind: DeliveryKind
  itemIds: readonly number[]
  /** Nobody to send it to: it ends at once as `unreachable`. */
  chatId: number | null
  needsSeen: boolean
  ringsAgainAt: Temporal.Instant | null
}

/** How the call that carried a delivery has ended. */
export interface DeliveryFate {
  deliveryId: number
  state: Exclude<DeliveryState, 'waiting'>
  messageId: number | null
}

/** Rows of one statement, which takes 65,534 values at most: a first programme is told to thousands at once. */
const portion = 1000

/** What the programme has sent to people by itself, and what has become of it. */
export function deliveryStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db, query } = database
  return {
    /** Adds deliveries; their ids come back in the order given. */
    async add(deliveries: readonly NewDelivery[]): Promise<number[]> {
      const now = clock.now()
      const ids: number[] = []
      for (let from = 0; from < deliveries.length; from += portion) {
        const rows = await db
          .insert(itineraryDeliveries)
          .values(
            deliveries.slice(from, from + portion).map(({ itemIds, chatId, ...rest }) => ({
              ...rest,
              chatId,
              itemIds: [...itemIds],
              state: chatId === null ? 'unreachable' : 'waiting',
              createdAt: now,
              endedAt: chatId === null ? now : null,
            })),
          )
          .returning({ id: itineraryDeliveries.id })
        ids.push(...rows.map(({ id }) => id))
      }
      return ids
    },

    /** Writes down how deliveries have ended; of which activities a change has not arrived, or perhaps not, comes back. */
    async learn(fates: readonly DeliveryFate[]): Promise<number[]> {
      if (fates.length === 0) return []
      const rows = await query<{ activityId: number; kind: string; state: string }>(
        `update itinerary_deliveries d set state = f.s, message_id = f.m, ended_at = $2
         from jsonb_to_recordset($1::jsonb) as f(i bigint, s text, m integer)
         where d.id = f.i and d.state = 'waiting'
         returning d.activity_id::int as "activityId", d.kind, d.state`,
        [
          JSON.stringify(fates.map(({ deliveryId: i, state: s, messageId: m }) => ({ i, s, m }))),
          clock.now().toString(),
        ],
      )
      const failed = rows.filter(({ kind, state }) => kind === 'change' && state !== 'sent')
      return [...new Set(failed.map(({ activityId }) => activityId))]
    },

    /** The person has tapped "seen"; false where it is not theirs. A second tap changes nothing. */
    async markSeen(id: number, personId: number): Promise<boolean> {
      const own = and(eq(itineraryDeliveries.id, id), eq(itineraryDeliveries.personId, personId))
      await db
        .update(itineraryDeliveries)
        .set({ seenAt: clock.now() })
        .where(and(own, isNull(itineraryDeliveries.seenAt)))
      const [row] = await db.select({ id: itineraryDeliveries.id }).from(itineraryDeliveries).where(own)
      return row !== undefined
    },

    /** Reminders and files of a day keep their delivery until both are 90 days old. */
    sweeps: [
      sweep(database, {
        table: 'itinerary_deliveries',
        where: `created_at < $1 and not exists (select 1 from reminder_fires where delivery_id = itinerary_deliveries.id)
          and not exists (select 1 from day_files where delivery_id = itinerary_deliveries.id)`,
        afterHours: 90 * 24,
      }),
    ],
  }
}
