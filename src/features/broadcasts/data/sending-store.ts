import type { Database } from '../../../platform/database.ts'
import type { Priority } from '../domain/broadcast.ts'
import type { RecipientState } from '../domain/recipient.ts'

export type SendingStore = ReturnType<typeof sendingStore>

/** The way of a broadcast from the moment it is armed until all its people have their fate. */
export function sendingStore({ query }: Pick<Database, 'query'>) {
  const one = async <Row extends object>(text: string, parameters: unknown[]) =>
    (await query<Row>(text, parameters))[0]
  const hasChanged = async (text: string, parameters: unknown[]) =>
    (await one(`${text} returning id`, parameters)) !== undefined

  return {
    /** It leaves in so many seconds, or at the hour its author has chosen; false where it is no draft any more. */
    arm: (id: number, now: Temporal.Instant, seconds: number): Promise<boolean> =>
      hasChanged(
        `update broadcasts set updated_at = $2, starts_at = greatest(starts_at, $2::timestamptz + $3 * interval '1 second'),
           state = case when starts_at > $2::timestamptz + $3 * interval '1 second' then 'scheduled' else 'arming' end
         where id = $1 and state = 'draft'`,
        [id, now.toString(), seconds],
      ),

    /** Taken back before the first has left. */
    undo: (id: number, now: Temporal.Instant): Promise<boolean> =>
      hasChanged(
        `update broadcasts set state = 'undone', updated_at = $2, ended_at = $2 where id = $1
           and state in ('arming', 'scheduled')`,
        [id, now.toString()],
      ),

    /** When the next one leaves. */
    async nextStart(): Promise<Temporal.Instant | undefined> {
      const row = await one<{ at: string | null }>(
        `select min(starts_at) as at from broadcasts where state in ('scheduled', 'arming')`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** Takes one whose moment has come, the most urgent first. */
    async claimDue(now: Temporal.Instant): Promise<number | undefined> {
      const row = await one<{ id: string }>(
        `select id from broadcasts where state in ('scheduled', 'arming') and starts_at <= $1
         order by ${urgency}, starts_at limit 1 for update skip locked`,
        [now.toString()],
      )
      return row && Number(row.id)
    },

    /** Its people are decided. */
    async begun(id: number, people: number, now: Temporal.Instant): Promise<void> {
      await query(
        `update broadcasts set state = 'sending', people = $2, started_at = $3, updated_at = $3,
           fed_at = clock_timestamp() where id = $1`,
        [id, people, now.toString()],
      )
    },

    async expire(id: number, now: Temporal.Instant): Promise<void> {
      await query(`update broadcasts set state = 'expired', ended_at = $2, updated_at = $2 where id = $1`, [
        id,
        now.toString(),
      ])
    },

    /** More people have come, or some have been given another turn. */
    async resume(id: number, morePeople: number, now: Temporal.Instant): Promise<void> {
      await query(
        `update broadcasts set state = 'sending', people = people + $2, ended_at = null, updated_at = $3,
           fed_at = clock_timestamp() where id = $1 and state in ('sending', 'finished', 'stopped')`,
        [id, morePeople, now.toString()],
      )
    },

    /** Nobody else gets it; resolves with those whose copy may still be in the outbox. */
    async stop(
      id: number,
      now: Temporal.Instant,
    ): Promise<{ recipientId: number; chatId: number }[] | undefined> {
      const stopped = await hasChanged(
        `update broadcasts set state = 'stopped', ended_at = $2, updated_at = $2 where id = $1 and state = 'sending'`,
        [id, now.toString()],
      )
      if (!stopped) return undefined
      await query(
        `update broadcast_recipients set state = 'stopped' where broadcast_id = $1 and state in ('waiting', 'quiet')`,
        [id],
      )
      const rows = await query<{ id: string; chat_id: string }>(
        `select id, chat_id from broadcast_recipients where broadcast_id = $1 and state = 'sending'`,
        [id],
      )
      return rows.map((row) => ({ recipientId: Number(row.id), chatId: Number(row.chat_id) }))
    },

    /** These copies have been taken out of the outbox in time. */
    async withdrawn(recipientIds: readonly number[]): Promise<void> {
      await query(
        `update broadcast_recipients set state = 'stopped'
         where id = any (string_to_array($1, ',')::bigint[]) and state = 'sending'`,
        [recipientIds.join(',')],
      )
    },

    /** Gives those in these states another turn, as far as a phone of theirs can be reached; resolves with how many. */
    async wakeUp(id: number, states: readonly RecipientState[]): Promise<number> {
      const rows = await query(
        `update broadcast_recipients r set state = 'waiting', because = null, not_before = null where broadcast_id = $1
           and state = any (string_to_array($2, ',')) and state not in ('waiting', 'quiet', 'sending', 'sent')
           and exists (select 1 from accounts a where a.person_id = r.person_id and a.is_reachable)
         returning 1`,
        [id, states.join(',')],
      )
      return rows.length
    },

    /** Those that are being sent, the most urgent first. */
    async sending(): Promise<{ id: number; priority: Priority }[]> {
      const rows = await query<{ id: string; priority: Priority }>(
        `select id, priority from broadcasts where state = 'sending' order by ${urgency}, id`,
        [],
      )
      return rows.map(({ id, priority }) => ({ id: Number(id), priority }))
    },

    /** Those that nobody has been at work on for some seconds though somebody waits; they are looked after from now on. */
    async forgotten(afterSeconds: number): Promise<number[]> {
      const rows = await query<{ id: string }>(
        `update broadcasts b set fed_at = clock_timestamp() where ${isForgotten} returning id`,
        [afterSeconds],
      )
      return rows.map(({ id }) => Number(id))
    },

    async isAnyForgotten(afterSeconds: number): Promise<boolean> {
      return (
        (await one(`select 1 from broadcasts b where ${isForgotten} limit 1`, [afterSeconds])) !== undefined
      )
    },

    /** When somebody's night is over next. */
    async nextMorning(): Promise<Temporal.Instant | undefined> {
      const row = await one<{ at: string | null }>(
        `select min(not_before) as at from broadcast_recipients where state = 'quiet'`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** Whose night is over: their turn comes. Resolves with their broadcasts. */
    async wakeSleepers(now: Temporal.Instant): Promise<number[]> {
      const rows = await query<{ id: string }>(
        `with woken as (
           update broadcast_recipients set state = 'waiting', not_before = null
           where state = 'quiet' and not_before <= $1 returning broadcast_id)
         update broadcasts set fed_at = clock_timestamp()
         where id in (select broadcast_id from woken) and state = 'sending' returning id`,
        [now.toString()],
      )
      return rows.map(({ id }) => Number(id))
    },
  }
}

const urgency = `case priority when 'urgent' then 0 when 'important' then 1 else 2 end`

const has = (states: string) =>
  `exists (select 1 from broadcast_recipients r where r.broadcast_id = b.id and r.state in (${states}))`

/** Somebody waits for their turn; or nobody waits for anything, and only the end has not been written. */
const isForgotten = `b.state = 'sending' and b.fed_at < clock_timestamp() - $1 * interval '1 second'
  and (${has(`'waiting'`)} or not ${has(`'quiet', 'sending'`)})`
