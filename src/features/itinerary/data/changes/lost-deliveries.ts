import type { Database } from '../../../../platform/database.ts'

/** `$1`: those made before. A delivery and its row in the outbox come in one transaction, and end in one. */
const isLost = `d.state = 'waiting' and d.created_at <= $1::timestamptz
  and not exists (select from outbox o where o.about = 'itinerary:' || d.id)`

/** Deliveries that wait, though nothing is on its way any more: nobody will hear of their fate. */
export function lostDeliveries({ query }: Pick<Database, 'query'>) {
  return {
    async areAny(madeBefore: Temporal.Instant): Promise<boolean> {
      const [row] = await query<{ are: boolean }>(
        `select exists (select from itinerary_deliveries d where ${isLost}) as are`,
        [madeBefore.toString()],
      )
      return row?.are === true
    },

    /** A portion of them, the oldest first. */
    async find(madeBefore: Temporal.Instant): Promise<number[]> {
      const rows = await query<{ id: number }>(
        `select d.id::int as id from itinerary_deliveries d where ${isLost} order by d.created_at, d.id limit 500
         for update of d skip locked`,
        [madeBefore.toString()],
      )
      return rows.map(({ id }) => id)
    },
  }
}
