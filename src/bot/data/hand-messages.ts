import type { KeyRing } from '../../platform/crypto.ts'
import type { Database } from '../../platform/database.ts'
import { sealsClear } from '../../platform/seal-clear.ts'
import { sealedWords, type SealedWords } from '../../platform/sealed-words.ts'
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
  /** It rings, whatever waits already. */
  isUrgent: boolean
  /** From then on it is passed on no more. */
  usefulUntil: string | null
}

/** What has become of something that was said before. */
export interface ChangedHandMessage extends Pick<NewHandMessage, 'outboxId' | 'chatId' | 'text'> {
  messageIds: readonly number[]
}

/** The place for which the words are sealed. */
export const handWords = (keys: Pick<KeyRing, 'seal' | 'open'>): SealedWords =>
  sealedWords(keys, 'hand_messages.text')

/** Days that words wait for a coordinator; travel data goes no later than the notice says (`people/domain/retention.ts`). */
const daysUntold = 30

/** What waits for a coordinator to pass it on, and what has been. */
export function handMessages(database: Pick<Database, 'query'>, keys: Pick<KeyRing, 'seal' | 'open'>) {
  const { query } = database
  const { seal, open } = handWords(keys)
  return {
    /** A live message takes the place of what it showed before and nobody has passed on. Resolves with its id. */
    async keep(message: NewHandMessage, now: Temporal.Instant): Promise<number | null> {
      const { outboxId, chatId, text, screen, isUrgent, usefulUntil } = message
      const [row] = await query<{ id: number }>(
        `with whose as (select person_id from accounts where user_id = $2 and person_id is not null),
         former as (
           delete from hand_messages h using whose w
           where h.person_id = w.person_id and h.screen = $4::text and h.told_at is null and h.outbox_id <> $1),
         kept as (
           insert into hand_messages (outbox_id, person_id, text, screen, created_at, is_urgent, useful_until)
           select $1, person_id, $3, $4::text, $5::timestamptz, $6::boolean, $7::timestamptz from whose
           on conflict (outbox_id) do nothing returning id)
         select id::int as id from kept union all select id::int from hand_messages where outbox_id = $1`,
        [outboxId, chatId, seal(text), screen, now.toString(), isUrgent, usefulUntil],
      )
      return row?.id ?? null
    },

    /** What nobody has passed on says the new words; whoever was told the old ones is to be told these. */
    async correct({ outboxId, chatId, text, messageIds: [id] }: ChangedHandMessage, now: Temporal.Instant) {
      await query(
        `with said as (
           select h.id, h.person_id, h.told_at from hand_messages h join accounts a on a.person_id = h.person_id
           where h.id = $2 and a.user_id = $5),
         untold as (update hand_messages set text = $3 where id in (select id from said where told_at is null)),
         former as (delete from hand_messages where screen = 'after.' || $2 and told_at is null and outbox_id <> $1
           and person_id in (select person_id from said))
         insert into hand_messages (outbox_id, person_id, text, screen, created_at)
         select $1, person_id, $3, 'after.' || $2, $4::timestamptz from said where told_at is not null
         on conflict (outbox_id) do nothing`,
        [outboxId, id ?? 0, seal(text), now.toString(), chatId],
      )
    },

    /** What nobody has passed on goes; whoever was told it is to be told that it does not hold any more. */
    async takeBack({ outboxId, chatId, text, messageIds }: ChangedHandMessage, now: Temporal.Instant) {
      await query(
        `with said as (
           select h.id, h.person_id, h.told_at, h.screen from hand_messages h join accounts a on a.person_id = h.person_id
           where a.user_id = $5 and h.id in (select value::bigint from jsonb_array_elements_text($2::jsonb))),
         gone as (delete from hand_messages where id in (select id from said where told_at is null)
           or (told_at is null and person_id in (select person_id from said)
             and screen in (select 'after.' || id from said)))
         insert into hand_messages (outbox_id, person_id, text, created_at)
         select distinct $1::bigint, person_id, $3, $4::timestamptz from said where told_at is not null
         on conflict (outbox_id) do nothing`,
        [outboxId, JSON.stringify(messageIds), seal(text), now.toString(), chatId],
      )
    },

    /** They have come to Telegram: what nobody has passed on is handed out, the oldest first, and kept no longer. */
    async takeUntold(personId: number, now: Temporal.Instant): Promise<string[]> {
      const rows = await query<{ id: number; text: string | null; isOver: boolean }>(
        `delete from hand_messages where person_id = $1 and told_at is null
         returning id::int as id, text, coalesce(useful_until <= $2::timestamptz, false) as "isOver"`,
        [personId, now.toString()],
      )
      return rows
        .toSorted((one, other) => one.id - other.id)
        .flatMap(({ text, isOver }) => (text === null || text === '' || isOver ? [] : [open(text)]))
    },

    /** What a person's own copy shows. */
    openWords: <Row extends object>(row: Row): Row =>
      'text' in row && typeof row.text === 'string' ? { ...row, text: open(row.text) } : row,

    sweeps: [
      sweep(database, { table: 'hand_messages', where: 'created_at < $1', afterHours: 180 * 24 }),
      sweep(database, {
        table: 'hand_messages',
        where: 'created_at < $1 and told_at is null',
        afterHours: daysUntold * 24,
      }),
      sealsClear(database, { table: 'hand_messages', column: 'text' }, { seal }),
    ],
  }
}
