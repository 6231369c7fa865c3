import { bigint, boolean, integer, pgTable } from 'drizzle-orm/pg-core'
import { instant } from '../../platform/columns.ts'

/**
 * The shared pace, machine time. `send_places` is a ring with one place for each message a second allows; `send_paces`
 * says when a chat may be written to again; `send_pauses` what Telegram's 429 asked for (chat 0: the whole bot).
 * Unlogged would do, but drizzle cannot say so; the migration does.
 */
export const sendPlaces = pgTable('send_places', {
  place: integer().primaryKey(),
  takenAt: instant('taken_at').notNull(),
})

export const sendCursor = pgTable('send_cursor', {
  one: boolean().primaryKey().default(true),
  head: bigint({ mode: 'number' }).notNull(),
})

export const sendPaces = pgTable('send_paces', {
  chatId: bigint('chat_id', { mode: 'number' }).primaryKey(),
  freeAt: instant('free_at').notNull(),
})

export const sendPauses = pgTable('send_pauses', {
  chatId: bigint('chat_id', { mode: 'number' }).primaryKey(),
  until: instant().notNull(),
})
