import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'

export type ChangeCards = ReturnType<typeof changeCardStore>

/** So many seconds of what people do are gathered before the cards are changed. */
const secondsGathered = 2

/** The cards of those who follow changes: which activities' are to be shown anew. */
export function changeCardStore({ query }: Pick<Database, 'query'>, clock: Clock) {
  return {
    /**
     * How the changes of an activity stand is not what its cards say any more. The row is held until the transaction ends:
     * whoever shows the cards waits for what it has written.
     */
    async touch(activityId: number): Promise<void> {
      await query(
        `insert into change_cards (activity_id, show_at) values ($1, $2)
         on conflict (activity_id) do update set show_at = change_cards.show_at`,
        [activityId, clock.now().add({ seconds: secondsGathered }).toString()],
      )
    },

    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select to_char(min(show_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from change_cards`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** The activities whose cards are shown by this transaction. */
    async claim(now: Temporal.Instant): Promise<number[]> {
      const rows = await query<{ id: number }>(
        `delete from change_cards where show_at <= $1 returning activity_id::int as id`,
        [now.toString()],
      )
      return rows.map(({ id }) => id)
    },
  }
}
