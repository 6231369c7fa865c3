import type { Database } from '../../../platform/database.ts'
import { isByHandIn } from '../../../shared/by-hand.ts'
import type { RecipientState } from '../domain/recipient.ts'
import { firmOf } from './firm-of.ts'
import { isSilent } from './word-store.ts'

/** Whom a list of a broadcast names. */
export const listKinds = ['unreached', 'silent', 'answer', 'quiet', 'doubt', 'unaltered', 'passOn'] as const
export type ListKind = (typeof listKinds)[number]

/** Somebody a broadcast is for, as its lists and its table show them. */
export interface Listed {
  personId: number
  name: string
  firm: string | null
  /** E.164. */
  phone: string | null
  language: string | null
  state: RecipientState
  because: string | null
  /** Why their message could not be corrected or taken away. */
  unaltered: string | null
  sentAt: Temporal.Instant | null
  seenAt: Temporal.Instant | null
  answer: number | null
  answeredAt: Temporal.Instant | null
  repliedAt: Temporal.Instant | null
}

/** People of a table that are read in one go. */
const perPage = 1000

export type ReportStore = ReturnType<typeof reportStore>

const kinds: Record<ListKind, string> = {
  unreached: `r.state in ('blocked', 'never_started', 'failed')`,
  silent: isSilent,
  answer: 'r.answer = $2',
  quiet: `r.state = 'quiet'`,
  doubt: `r.state = 'in_doubt'`,
  unaltered: `exists (select 1 from broadcast_alterations x where x.recipient_id = r.id and x.state = 'failed')`,
  passOn: `${isByHandIn('r.chat_id')} and exists (
    select from hand_messages h where h.id = r.message_id and h.told_at is null and h.text is not null)`,
}

/** SQL about a recipient `r` of broadcast `$1`; `$2`: the answer, where the list is of those who gave it; named in all, so that its type is known. */
const inList = (kind: ListKind) => `r.broadcast_id = $1 and $2::int is not null and ${kinds[kind]}`

/** Who got a broadcast and who did not, by name. */
export function reportStore({ query }: Pick<Database, 'query'>) {
  const listed = async (rest: string, parameters: unknown[]): Promise<Listed[]> => {
    const rows = await query<Raw>(
      `select p.id::int as "personId", concat_ws(' ', p.given_names, p.surname) as name, p.phone, r.language, r.state, r.because, r.sent_at, r.seen_at,
         r.answer, r.answered_at, r.replied_at,
         (select min(x.because) from broadcast_alterations x
           where x.recipient_id = r.id and x.state = 'failed') as unaltered,
         ${firmOf('p.id', 'b.activity_id')} as firm
       from broadcast_recipients r join persons p on p.id = r.person_id
         join broadcasts b on b.id = r.broadcast_id ${rest}`,
      parameters,
    )
    return rows.map(({ sent_at, seen_at, answered_at, replied_at, ...row }) => ({
      ...row,
      sentAt: momentOf(sent_at),
      seenAt: momentOf(seen_at),
      answeredAt: momentOf(answered_at),
      repliedAt: momentOf(replied_at),
    }))
  }

  return {
    /** A page of a list, by name. `nth`: the answer, of `answer`. */
    list: (broadcastId: number, kind: ListKind, page: { offset: number; limit: number }, nth = 0) =>
      listed(`where ${inList(kind)} order by p.surname, p.given_names, p.id offset $3 limit $4`, [
        broadcastId,
        nth,
        page.offset,
        page.limit,
      ]),

    async count(broadcastId: number, kind: ListKind, nth = 0): Promise<number> {
      const [row] = await query<{ count: number }>(
        `select count(*)::int as count from broadcast_recipients r where ${inList(kind)}`,
        [broadcastId, nth],
      )
      return row?.count ?? 0
    },

    /** Everybody by name, for the table: a page at a time, because they may be many. */
    async *all(broadcastId: number): AsyncGenerator<Listed[]> {
      const rows = await query<{ id: string }>(
        `select r.id from broadcast_recipients r join persons p on p.id = r.person_id
         where r.broadcast_id = $1 order by p.surname, p.given_names, p.id`,
        [broadcastId],
      )
      for (let from = 0; from < rows.length; from += perPage) {
        const page = rows.slice(from, from + perPage).map(({ id }) => id)
        yield await listed(
          `join unnest(string_to_array($1, ',')::bigint[]) with ordinality as page(id, nth) on page.id = r.id
           order by page.nth`,
          [page.join(',')],
        )
      }
    },

    /** How often each answer was chosen, by its index. */
    async tally(broadcastId: number): Promise<Map<number, number>> {
      const rows = await query<{ answer: number; count: number }>(
        `select answer, count(*)::int as count from broadcast_recipients
         where broadcast_id = $1 and answer is not null group by answer`,
        [broadcastId],
      )
      return new Map(rows.map(({ answer, count }) => [answer, count]))
    },

    /** Those who have no Telegram, and how many of them a coordinator has told. */
    async byHand(broadcastId: number): Promise<{ people: number; told: number; waiting: number }> {
      const [row] = await query<{ people: number; told: number; waiting: number }>(
        `select count(*)::int as people, count(h.told_at)::int as told,
           count(*) filter (where h.told_at is null and h.text is not null)::int as waiting
         from broadcast_recipients r left join hand_messages h on h.id = r.message_id
         where r.broadcast_id = $1 and r.state = 'sent' and ${isByHandIn('r.chat_id')}`,
        [broadcastId],
      )
      return row ?? { people: 0, told: 0, waiting: 0 }
    },

    /** Messages that are still to be altered, and readers whose message could not be. */
    async altered(broadcastId: number): Promise<{ waiting: number; failed: number }> {
      const [row] = await query<{ waiting: number; failed: number }>(
        `select count(*) filter (where state <> 'failed')::int as waiting,
           count(distinct recipient_id) filter (where state = 'failed')::int as failed
         from broadcast_alterations where broadcast_id = $1`,
        [broadcastId],
      )
      return row ?? { waiting: 0, failed: 0 }
    },

    /** Its card says something else by now. */
    async outdate(broadcastIds: readonly number[]): Promise<void> {
      await query(
        `update broadcasts set is_card_old = true where id = any (string_to_array($1, ',')::bigint[])`,
        [broadcastIds.join(',')],
      )
    },

    async isAnyOutdated(seconds: number): Promise<boolean> {
      return (await query(`select 1 from broadcasts b where ${isDue} limit 1`, [seconds])).length > 0
    },

    /**
     * Takes the cards that are to be drawn anew: none within so many seconds of the time before, but for the last word, before
     * the end or the morning.
     */
    async takeOutdated(seconds: number): Promise<number[]> {
      const rows = await query<{ id: string }>(
        `update broadcasts b set is_card_old = false, card_at = clock_timestamp() where b.id in (
           select b.id from broadcasts b where ${isDue} order by b.id limit 20 for update skip locked) returning id`,
        [seconds],
      )
      return rows.map(({ id }) => Number(id))
    },
  }
}

type Raw = Omit<Listed, 'sentAt' | 'seenAt' | 'answeredAt' | 'repliedAt'> &
  Record<'sent_at' | 'seen_at' | 'answered_at' | 'replied_at', string | null>

const momentOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

/** Machine time. */
const isDue = `b.is_card_old and (b.state <> 'sending' or b.card_at is null
  or b.card_at < clock_timestamp() - $1 * interval '1 second'
  or not exists (select 1 from broadcast_recipients r where r.broadcast_id = b.id and r.state in ('waiting', 'sending')))`
