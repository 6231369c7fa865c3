import type { Database } from '../../../platform/database.ts'
import { isByHandIn } from '../../../shared/by-hand.ts'
import type { Language } from '../../../shared/localized-text.ts'
import { inSql, standingStates } from '../../activities/index.ts'

export type WordStore = ReturnType<typeof wordStore>

/** A recipient whose button was pressed, as far as it is theirs. */
export interface Pressing {
  recipientId: number
  broadcastId: number
  personId: number
  hasSeen: boolean
  answer: number | null
  canOptOut: boolean
}

/** What people say to a broadcast by a tap. */
export function wordStore({ query }: Pick<Database, 'query'>) {
  return {
    /** The recipient, locked, if this person is the one; a forwarded button finds nothing. */
    async own(recipientId: number, personId: number | null): Promise<Pressing | undefined> {
      if (personId === null) return undefined
      const [row] = await query<Pressing>(
        `select r.id::int as "recipientId", r.broadcast_id::int as "broadcastId", r.person_id::int as "personId",
           r.seen_at is not null as "hasSeen", r.answer,
           b.priority = 'normal' and not exists (select 1 from applications a where a.activity_id = b.activity_id
             and a.person_id = r.person_id and a.state in (${inSql(standingStates.approved)})) as "canOptOut"
         from broadcast_recipients r join broadcasts b on b.id = r.broadcast_id
         where r.id = $1 and r.person_id = $2 for update of r`,
        [recipientId, personId],
      )
      return row
    },

    async saw(recipientId: number, now: Temporal.Instant): Promise<void> {
      await query(
        `update broadcast_recipients set seen_at = coalesce(seen_at, $2), ask_again_at = null where id = $1`,
        [recipientId, now.toString()],
      )
    },

    /** One answer each; the last one counts. */
    async answered(recipientId: number, nth: number, now: Temporal.Instant): Promise<void> {
      await query(
        `update broadcast_recipients set answer = $2, answered_at = $3, seen_at = coalesce(seen_at, $3), ask_again_at = null
         where id = $1`,
        [recipientId, nth, now.toString()],
      )
    },

    /** They want no more of what they may do without. */
    async optOut(personId: number, now: Temporal.Instant): Promise<void> {
      await query(
        `insert into broadcast_opt_outs (person_id, at) values ($1, $2) on conflict (person_id) do nothing`,
        [personId, now.toString()],
      )
    },

    /** Who of these wants none of it. */
    async optedOutAmong(personIds: readonly number[]): Promise<Set<number>> {
      const rows = await query<{ personId: number }>(
        `select person_id::int as "personId" from broadcast_opt_outs
         where person_id in (select value::bigint from jsonb_array_elements_text($1::jsonb))`,
        [JSON.stringify(personIds)],
      )
      return new Set(rows.map(({ personId }) => personId))
    },

    async optIn(personId: number): Promise<void> {
      await query(`delete from broadcast_opt_outs where person_id = $1`, [personId])
    },

    /** When somebody has to be asked again next. */
    async nextAsking(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select min(ask_again_at) as at from broadcast_recipients where ask_again_at is not null`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** A portion of those who have been silent for too long, locked. */
    async silentFor(now: Temporal.Instant): Promise<Silent[]> {
      return query<Silent>(
        `select r.id::int as "recipientId", r.broadcast_id::int as "broadcastId", r.person_id::int as "personId", r.language,
           r.asked_again as "askedAgain" from broadcast_recipients r
         where r.ask_again_at <= $1 order by r.broadcast_id, r.id limit 100 for update skip locked`,
        [now.toString()],
      )
    },

    /** Those whom nobody has heard of and who have not been asked by hand since a moment. */
    async silentOf(broadcastId: number, since: Temporal.Instant): Promise<Silent[]> {
      return query<Silent>(
        `select r.id::int as "recipientId", r.broadcast_id::int as "broadcastId", r.person_id::int as "personId", r.language,
           r.asked_again as "askedAgain" from broadcast_recipients r
         where r.broadcast_id = $1 and ${isSilent} and (r.asked_at is null or r.asked_at <= $2)
         order by r.id for update skip locked`,
        [broadcastId, since.toString()],
      )
    },

    /** They have been asked again; `next`: when that happens once more, or their names go to the coordinator. */
    async askedAgain(recipientIds: readonly number[], next: Temporal.Instant | null): Promise<void> {
      await query(
        `update broadcast_recipients set asked_again = asked_again + 1, ask_again_at = $2::timestamptz
         where id = any (string_to_array($1, ',')::bigint[])`,
        [recipientIds.join(','), next?.toString() ?? null],
      )
    },

    async askedByHand(recipientIds: readonly number[], now: Temporal.Instant): Promise<void> {
      await query(
        `update broadcast_recipients set asked_at = $2 where id = any (string_to_array($1, ',')::bigint[])`,
        [recipientIds.join(','), now.toString()],
      )
    },

    /** Nobody asks them by itself any more. */
    async leaveAlone(recipientIds: readonly number[]): Promise<void> {
      await query(
        `update broadcast_recipients set ask_again_at = null where id = any (string_to_array($1, ',')::bigint[])`,
        [recipientIds.join(',')],
      )
    },
  }
}

/** Somebody who has got a broadcast that asks for a word, and has said none. */
export interface Silent {
  recipientId: number
  broadcastId: number
  personId: number
  language: Language | null
  askedAgain: number
}

/** SQL about a recipient `r`: it may stand in their chat, and nothing has come back. Of whoever is told by hand nothing can. */
export const isSilent = `r.state in ('sent', 'in_doubt') and r.seen_at is null and r.answered_at is null and r.replied_at is null
  and r.recalled_at is null and r.gone_at is null and not (${isByHandIn('coalesce(r.chat_id, 0)')})`
