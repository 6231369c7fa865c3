import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'

export type WatcherStore = ReturnType<typeof watcherStore>

/** Who has the card of a broadcast before them, besides its author. */
export function watcherStore(database: Pick<Database, 'query'>) {
  const { query } = database
  return {
    async watches(broadcastId: number, personId: number, now: Temporal.Instant): Promise<void> {
      await query(
        `insert into broadcast_watchers (broadcast_id, person_id, since) values ($1, $2, $3)
         on conflict (broadcast_id, person_id) do update set since = excluded.since`,
        [broadcastId, personId, now.toString()],
      )
    },

    async of(broadcastId: number): Promise<number[]> {
      const rows = await query<{ id: string }>(
        `select person_id as id from broadcast_watchers where broadcast_id = $1`,
        [broadcastId],
      )
      return rows.map(({ id }) => Number(id))
    },

    async leaves(broadcastId: number, personId: number): Promise<void> {
      await query(`delete from broadcast_watchers where broadcast_id = $1 and person_id = $2`, [
        broadcastId,
        personId,
      ])
    },

    sweeps: [sweep(database, { table: 'broadcast_watchers', where: 'since < $1', afterHours: 14 * 24 })],
  }
}
