import type { Database } from '../../platform/database.ts'
import { sweep } from '../../platform/sweep.ts'
import { alive } from './inbox-statements.ts'
import { completeStatement, endDeliveriesStatement } from './outbox-statements.ts'
import { asRecord, owedColumns, owedRecords, owedValues } from './owed-calls.ts'

/** Who goes first when places are scarce. Ruling 4: decided when a place is free, nothing is reserved ahead. */
export const priorities = { reply: 0, urgent: 1, normal: 2, bulk: 3 } as const

/** A call of the Bot API that is owed to a chat. */
export interface NewOutboxRow {
  chatId: number
  method: string
  /** The call's parameters as JSON, without `chat_id`. */
  payload: string
  priority: number
  /** The live message this call shows or closes. */
  screen: string | null
  /** A new message even where the screen has one already. */
  isFresh: boolean
  fileId: number | null
  /** What its words are about, in the words of the room that says them; it hears when they cannot arrive. */
  about: string | null
  /** A delivery: it is never made twice by itself. */
  isOnce: boolean
}

export interface OutboxRow extends NewOutboxRow {
  id: number
  /** A delivery whose call may have left, as far as the database knows. */
  hasLeft?: boolean
}

/** How a call ended, as far as the rows are concerned. */
export interface Completed {
  row: OutboxRow
  /** The id of the message that stands in the chat now; `null` where the call made none. */
  messageId: number | null
}

/** What was owed to a chat and never will be said. */
export type Dropped = Pick<NewOutboxRow, 'about' | 'isOnce'>

export type OutboxRows = ReturnType<typeof outboxRows>

/** The outbox, row by row. */
export function outboxRows(database: Pick<Database, 'query' | 'queryAlone'>) {
  const { query, queryAlone } = database

  /** Which message is pinned now. In a statement before the one that ends the row: pinned twice is pinned once. */
  const notePin = async ({ chatId, screen }: OutboxRow, messageId: number | null, now: Temporal.Instant) =>
    void (await queryAlone(
      `update screens set pinned_id = $3, updated_at = $4 where chat_id = $1 and name = $2`,
      [chatId, screen, messageId, now.toString()],
    ))

  return {
    /** Owes calls to chats; the process that writes them sends them. */
    async add(
      rows: readonly NewOutboxRow[],
      processNumber: number,
      now: Temporal.Instant,
    ): Promise<OutboxRow[]> {
      if (rows.length === 0) return []
      const ids = await query<{ id: string }>(
        `insert into outbox (${owedColumns}, claimed_by, created_at)
         select ${owedValues}, $2, $3 from ${owedRecords('$1')} order by m.ord returning id`,
        [JSON.stringify(rows.map(asRecord)), processNumber, now.toString()],
      )
      return rows.map((row, index) => ({ ...row, id: Number(ids[index]?.id) }))
    },

    /** Ends calls: their rows go, their screens learn the message, their files are not needed any more. */
    async complete(completed: readonly Completed[], now: Temporal.Instant): Promise<void> {
      const screens = completed.flatMap(({ row, messageId }) =>
        row.screen === null || isPin(row) ? [] : [{ c: row.chatId, n: row.screen, m: messageId }],
      )
      for (const { row, messageId } of completed)
        if (row.screen !== null && isPin(row)) await notePin(row, messageId, now)
      await queryAlone(
        completeStatement(
          screens.length > 0,
          completed.some(({ row }) => row.fileId !== null),
        ),
        [
          completed.map(({ row }) => row.id).join(','),
          ...(screens.length > 0 ? [JSON.stringify(screens), now.toString()] : []),
        ],
      )
    },

    /** Ends deliveries, in the transaction in which their rooms learn of it; resolves with those that had not ended yet. */
    async endDeliveries(ids: readonly number[]): Promise<Set<number>> {
      const rows = await query<{ id: string }>(endDeliveriesStatement, [ids.join(',')])
      return new Set(rows.map(({ id }) => Number(id)))
    },

    /** Takes out deliveries whose calls have not left; who has them in hand finds out when it asks for their places. */
    async withdraw(deliveries: readonly { chatId: number; about: string }[]): Promise<string[]> {
      if (deliveries.length === 0) return []
      const rows = await query<{ about: string }>(
        `delete from outbox o using jsonb_to_recordset($1::jsonb) as w(c bigint, a text)
         where o.chat_id = w.c and o.about = w.a and o.is_once and o.left_at is null returning o.about`,
        [JSON.stringify(deliveries.map(({ chatId: c, about: a }) => ({ c, a })))],
      )
      return rows.map(({ about }) => about)
    },

    /** It is known that a delivery's call has not left after all, or that Telegram has failed at it. */
    async hasNotLeft(id: number): Promise<void> {
      await query(`update outbox set left_at = null where id = $1`, [id])
    },

    /** Everything in the name of a process: for one that may have committed words without hearing of it. */
    async owedBy(processNumber: number): Promise<OutboxRow[]> {
      const rows = await query<Record<string, unknown>>(
        `select id, left_at, ${owedColumns} from outbox where claimed_by = $1 order by id`,
        [processNumber],
      )
      return rows.map(fromDatabase)
    },

    /** Takes over what dead processes owed, the oldest 5000 of it. */
    async adopt(processNumber: number, aliveClass: number): Promise<OutboxRow[]> {
      const rows = await query<Record<string, unknown>>(
        `update outbox set claimed_by = $1 where id in (
           select id from outbox where claimed_by not in (${alive('$2')}) order by id limit 5000 for update skip locked)
         returning id, left_at, ${owedColumns}`,
        [processNumber, aliveClass],
      )
      return rows.map(fromDatabase).sort((one, other) => one.id - other.id)
    },

    /** Drops everything owed to a chat up to a row: the person has blocked the bot or is gone. */
    async dropChat(chatId: number, upTo: number): Promise<Dropped[]> {
      const rows = await query<{ about: string | null; is_once: boolean }>(
        `delete from outbox where chat_id = $1 and id <= $2 returning about, is_once`,
        [chatId, upTo],
      )
      return rows.map(({ about, is_once: isOnce }) => ({ about, isOnce }))
    },

    async keepFile(name: string, content: Uint8Array, now: Temporal.Instant): Promise<number> {
      const [row] = await query<{ id: string }>(
        `insert into outbox_files (name, content, created_at) values ($1, $2, $3) returning id`,
        [name, Buffer.from(content), now.toString()],
      )
      return Number(row?.id)
    },

    async readFile(id: number): Promise<{ name: string; content: Uint8Array } | undefined> {
      const [row] = await query<{ name: string; content: Buffer }>(
        `select name, content from outbox_files where id = $1`,
        [id],
      )
      return row && { name: row.name, content: new Uint8Array(row.content) }
    },

    /** Screens nobody has touched for 14 days, and files whose message is gone. */
    sweeps: [
      sweep(database, { table: 'screens', where: 'updated_at < $1', afterHours: 14 * 24 }),
      sweep(database, {
        table: 'outbox_files',
        where: 'created_at < $1 and not exists (select 1 from outbox where file_id = outbox_files.id)',
        afterHours: 24,
      }),
    ],
  }
}

const isPin = ({ method }: OutboxRow) => method === 'pinScreen' || method === 'unpinScreen'

const fromDatabase = (row: Record<string, unknown>): OutboxRow => ({
  id: Number(row['id']),
  chatId: Number(row['chat_id']),
  method: String(row['method']),
  payload: String(row['payload']),
  priority: Number(row['priority']),
  screen: row['screen'] as string | null,
  isFresh: row['is_fresh'] === true,
  fileId: row['file_id'] === null ? null : Number(row['file_id']),
  about: row['about'] as string | null,
  isOnce: row['is_once'] === true,
  hasLeft: (row['left_at'] ?? null) !== null,
})
