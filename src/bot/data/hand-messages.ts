import type { Database } from '../../platform/database.ts'
import { sweep } from '../../platform/sweep.ts'

export type HandMessages = ReturnType<typeof handMessages>

/** What was to be said to somebody without Telegram. */
export interface NewHandMessage {
  /** By which row of the outbox it came: kept once, however often it is tried. */
  outboxId: number
  chatId: number
  /** Plain words; empty: a picture or file without any. */
  text: string
  screen: string | null
}

/** What waits for a coordinator to pass it on, and what has been. */
export function handMessages(database: Pick<Database, 'query'>) {
  const { query } = database
  return {
    /** A live message takes the place of what it showed before and nobody has passed on. */
    async keep({ outboxId, chatId, text, screen }: NewHandMessage, now: Temporal.Instant): Promise<void> {
      await query(
        `with whose as (select person_id from accounts where user_id = $2 and person_id is not null),
         former as (
           delete from hand_messages h using whose w
           where h.person_id = w.person_id and h.screen = $4::text and h.told_at is null and h.outbox_id <> $1)
         insert into hand_messages (outbox_id, person_id, text, screen, created_at)
         select $1, person_id, $3, $4::text, $5::timestamptz from whose on conflict (outbox_id) do nothing`,
        [outboxId, chatId, text, screen, now.toString()],
      )
    },

    /** They have come to Telegram: what nobody has passed on is handed out, the oldest first, and kept no longer. */
    async takeUntold(personId: number): Promise<string[]> {
      const rows = await query<{ id: number; text: string | null }>(
        `delete from hand_messages where person_id = $1 and told_at is null returning id::int as id, text`,
        [personId],
      )
      return rows
        .toSorted((one, other) => one.id - other.id)
        .flatMap(({ text }) => (text === null || text === '' ? [] : [text]))
    },

    /** Whatever has become of it. */
    sweep: sweep(database, { table: 'hand_messages', where: 'created_at < $1', afterHours: 180 * 24 }),
  }
}
