import type { Database } from '../../platform/database.ts'
import type { NewOutboxRow, OutboxRow } from './outbox-rows.ts'

/** An update as Telegram sent it, with the number of the bot it was sent to. */
export interface ReceivedUpdate {
  updateId: number
  /** The person, else the chat, else 0. */
  lane: number
  body: string
}

/** An update that this process has taken into its hands, with what is known about its sender. */
export interface ClaimedUpdate {
  id: number
  updateId: number
  lane: number
  body: string
  /** How often it has been taken, this time included. */
  attempts: number
  /** More of the same lane waits behind it. */
  hasMore: boolean
  account: AccountRow | null
  conversation: string | null
}

export interface AccountRow {
  userId: number
  personId: number | null
  firstName: string
  lastName: string | null
  username: string | null
  phoneLanguage: string | null
  language: string
  isLanguageChosen: boolean
  isReachable: boolean
}

/** What handling an update left behind: written in one statement, or not at all. */
export interface Handled {
  id: number
  lane: number
  processNumber: number
  now: Temporal.Instant
  /** The conversation's new state, `null` when it has ended, `undefined` when it stayed as it was. */
  conversation: string | null | undefined
  said: readonly NewOutboxRow[]
}

export type InboxRows = ReturnType<typeof inboxRows>

/** The inbox, row by row. Every function is one statement. */
export function inboxRows({ query, queryAlone }: Pick<Database, 'query' | 'queryAlone'>, botId: number) {
  return {
    /** Keeps each update once, however often it is delivered, and wakes whoever works. Returns how many were new. */
    async receive(updates: readonly ReceivedUpdate[], now: Temporal.Instant, wakes: string): Promise<number> {
      const [row] = await query<{ kept: number }>(receiveStatement, [
        botId,
        JSON.stringify(updates.map((update) => [update.updateId, update.lane, update.body])),
        now.toString(),
        wakes,
      ])
      return row?.kept ?? 0
    },

    /** Takes the oldest waiting updates, one of a lane, and counts the attempt. */
    async claim(processNumber: number, atMost: number): Promise<ClaimedUpdate[]> {
      const rows = await query<{ [column: string]: string | number | null } & { account: string | null }>(
        claimStatement,
        [processNumber, atMost],
      )
      return rows.map((row) => ({
        id: Number(row['id']),
        updateId: Number(row['update_id']),
        lane: Number(row['lane']),
        body: String(row['body']),
        attempts: Number(row['attempts']),
        hasMore: row['has_more'] as unknown as boolean,
        account: row.account as unknown as AccountRow | null,
        conversation: row['conversation'] as string | null,
      }))
    },

    /** Ends an update: state, words and the end itself, together. `undefined` when it is no longer ours. */
    async finish(handled: Handled): Promise<OutboxRow[] | undefined> {
      const { id, processNumber, now, conversation, lane, said } = handled
      const [row] = await queryAlone<{ finished: number; said: string[] | null }>(finishStatement, [
        id,
        processNumber,
        now.toString(),
        lane,
        conversation === undefined ? 'keep' : conversation === null ? 'drop' : 'write',
        conversation ?? '',
        said.length === 0 ? '[]' : JSON.stringify(said.map(asRecord)),
      ])
      if (!row?.finished) return undefined
      return said.map((message, index) => ({ ...message, id: Number(row.said?.[index]) }))
    },

    /** Gives an update back, to be tried again after a while. */
    async giveBack(id: number, processNumber: number, afterSeconds: number, error: string): Promise<void> {
      await query(
        `update inbox set claimed_by = null, error = $4, not_before = clock_timestamp() + $3 * interval '1 second'
         where id = $1 and claimed_by = $2`,
        [id, processNumber, afterSeconds, error],
      )
    },

    /** Frees what a process has in its name without having it in its hands, because the answer to its claim was lost. */
    async freeUnheard(processNumber: number, inHand: readonly number[]): Promise<void> {
      await query(
        `update inbox set claimed_by = null where claimed_by = $1 and done_at is null
         and id <> all (string_to_array($2, ',')::bigint[])`,
        [processNumber, inHand.join(',')],
      )
    },

    /** Frees what died with its process: at once, because the lock of a dead process is gone. */
    async freeOrphans(aliveClass: number): Promise<number> {
      const rows = await query(
        `update inbox set claimed_by = null where id in (
           select id from inbox where claimed_by is not null and done_at is null
           and claimed_by not in (${alive('$1')}) for update skip locked) returning id`,
        [aliveClass],
      )
      return rows.length
    },

    /** Sets an update aside that nobody can handle: its body sealed, its error noted, its lane free again. False: another process has it. */
    async setAside(id: number, processNumber: number, seal: Sealed, now: Temporal.Instant): Promise<boolean> {
      const rows = await query(
        `update inbox set claimed_by = null, done_at = $3, set_aside_at = $3, body = $4, error = $5, error_id = $6
         where id = $1 and claimed_by = $2 returning id`,
        [id, processNumber, now.toString(), seal.body, seal.error, seal.errorId],
      )
      return rows.length > 0
    },

    async waiting(): Promise<{ count: number; oldestSeconds: number }> {
      const [row] = await query<{ count: number; oldest: number | null }>(
        `select count(*)::int as count, extract(epoch from ($1::timestamptz - min(received_at)))::float8 as oldest
         from inbox where done_at is null`,
        [Temporal.Now.instant().toString()],
      )
      return { count: row?.count ?? 0, oldestSeconds: row?.oldest ?? 0 }
    },

    /** Ids of handled updates go after 72 hours, what was set aside after 7 days, conversations after 14. */
    async cleanUp(now: Temporal.Instant): Promise<void> {
      const before = (hours: number) => now.subtract({ hours }).toString()
      await query(`delete from inbox where done_at < $1 and set_aside_at is null`, [before(72)])
      await query(`delete from inbox where set_aside_at < $1`, [before(7 * 24)])
      await query(`delete from conversations where updated_at < $1`, [before(14 * 24)])
    },
  }
}

interface Sealed {
  body: string
  error: string
  errorId: string
}

const asRecord = (message: NewOutboxRow) => ({
  c: message.chatId,
  m: message.method,
  p: message.payload,
  o: message.priority,
  s: message.screen,
  f: message.isFresh,
  d: message.fileId,
})

/** The numbers of the processes that live: each holds a session lock as long as it does. */
export const alive = (lockClass: string) => `
  select objid::int from pg_locks where locktype = 'advisory' and classid = ${lockClass}::int::oid and granted
  and database = (select oid from pg_database where datname = current_database())`

const receiveStatement = `
  with kept as (
    insert into inbox (bot_id, update_id, lane, body, received_at)
    select $1, (u.value->>0)::bigint, (u.value->>1)::bigint, u.value->>2, $3
    from jsonb_array_elements($2::jsonb) with ordinality as u(value, ord) order by u.ord
    on conflict (bot_id, update_id) do nothing returning 1)
  select count(*)::int as kept, case when count(*) > 0 then pg_notify('heyet_inbox', $4) end from kept`

/**
 * Does not wait for the disk: a claim that is lost with the power has claimed nothing, and if anything came of it, the
 * commit of that has written the claim out as well. A killed bot loses none of it, PostgreSQL has it.
 */
const claimStatement = `
  with hurried as materialized (select set_config('synchronous_commit', 'off', true)),
  next as (
    select i.id from inbox i, hurried
    where i.done_at is null and i.claimed_by is null and (i.not_before is null or i.not_before <= clock_timestamp())
      and not exists (select 1 from inbox e where e.lane = i.lane and e.done_at is null
                      and (e.id < i.id or e.claimed_by is not null))
    order by i.id limit $2 for update of i skip locked),
  taken as (
    update inbox set claimed_by = $1, attempts = attempts + 1 from next where inbox.id = next.id
    returning inbox.id, update_id, lane, body, attempts)
  select t.*, c.state as conversation,
    exists (select 1 from inbox m where m.lane = t.lane and m.done_at is null and m.id > t.id) as has_more,
    case when a.user_id is not null then json_build_object('userId', a.user_id, 'personId', a.person_id,
      'firstName', a.first_name, 'lastName', a.last_name, 'username', a.username, 'phoneLanguage', a.phone_language,
      'language', a.language, 'isLanguageChosen', a.is_language_chosen, 'isReachable', a.is_reachable) end as account
  from taken t left join accounts a on a.user_id = t.lane left join conversations c on c.lane = t.lane order by t.id`

const finishStatement = `
  with finished as (
    update inbox set done_at = $3, body = null, claimed_by = null, error = null
    where id = $1 and claimed_by = $2 and done_at is null returning 1),
  written as (
    insert into conversations (lane, state, updated_at) select $4::bigint, $6, $3 from finished where $5 = 'write'
    on conflict (lane) do update set state = excluded.state, updated_at = excluded.updated_at),
  dropped as (
    delete from conversations where $5 = 'drop' and lane = $4::bigint and exists (select 1 from finished)),
  said as (
    insert into outbox (chat_id, method, payload, priority, screen, is_fresh, file_id, claimed_by, created_at)
    select m.c, m.m, m.p, m.o, m.s, m.f, m.d, $2, $3
    from finished, rows from (jsonb_to_recordset($7::jsonb)
      as (c bigint, m text, p text, o smallint, s text, f boolean, d bigint)) with ordinality
      as m(c, m, p, o, s, f, d, ord) order by m.ord
    returning id)
  select (select count(*)::int from finished) as finished, (select json_agg(id order by id) from said) as said`
