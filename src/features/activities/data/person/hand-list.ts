import type { Database } from '../../../../platform/database.ts'
import type { Reach } from '../../../people/index.ts'
import { concerned, inSql } from '../../domain/life-cycle.ts'
import { personName } from './person-name.ts'

/** Somebody without Telegram who has to do with an activity. */
export interface HandPerson {
  applicationId: number
  personId: number
  name: string | null
  firm: string | null
  /** E.164. */
  phone: string | null
  /** Messages that nobody has passed on yet. */
  waiting: number
}

/** What was said to somebody without Telegram. */
export interface HandMessage {
  id: number
  personId: number
  /** Null once it has been passed on. */
  text: string | null
  at: Temporal.Instant
  toldAt: Temporal.Instant | null
  /** Who has passed it on, where that is known. */
  toldBy: string | null
}

export type HandList = ReturnType<typeof handList>

/** Accounts of people without Telegram. */
const byHand = 'a.user_id > 8000000000000000'
const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

type Raw = Omit<HandMessage, 'at' | 'toldAt'> & { at: string; toldAt: string | null }

const columns = `h.id::int as id, h.person_id::int as "personId", h.text, ${utc('h.created_at')} as at,
  ${utc('h.told_at')} as "toldAt", ${personName('t')} as "toldBy"`

const asMessage = ({ at, toldAt, ...message }: Raw): HandMessage => ({
  ...message,
  at: Temporal.Instant.from(at),
  toldAt: toldAt === null ? null : Temporal.Instant.from(toldAt),
})

/** People without Telegram, and what waits to be passed on to them. */
export function handList({ query }: Pick<Database, 'query'>) {
  const find = async (where: string, parameters: unknown[]): Promise<HandMessage[]> =>
    (
      await query<Raw>(
        `select ${columns} from hand_messages h left join persons t on t.id = h.told_by where ${where}`,
        parameters,
      )
    ).map(asMessage)

  return {
    /** All of an activity; those for whom most waits come first. */
    of: (activityId: number): Promise<HandPerson[]> =>
      query<HandPerson>(
        `select * from (
           select distinct on (p.id) s.id::int as "applicationId", p.id::int as "personId", ${personName('p')} as name,
             p.phone, f.name as firm,
             (select count(*)::int from hand_messages h where h.person_id = p.id and h.told_at is null) as waiting
           from applications s join accounts a on a.person_id = s.person_id and ${byHand}
             join persons p on p.id = s.person_id left join firms f on f.id = s.firm_id
           where s.activity_id = $1 and s.state <> 'draft' order by p.id, s.id desc) t
         order by waiting desc, name`,
        [activityId],
      ),

    /** How many messages wait in the activities of a coordinator, and in which of these the oldest does. */
    async waitingIn(reach: Reach): Promise<{ count: number; activityId: number | null }> {
      const [row] = await query<{ count: number; activityId: number | null }>(
        `select count(distinct h.id)::int as count,
           ((array_agg(s.activity_id order by h.id, s.activity_id))[1])::int as "activityId"
         from hand_messages h join applications s on s.person_id = h.person_id and s.state <> 'draft'
           join activities a on a.id = s.activity_id
         where h.told_at is null
           and ($1::text is null or a.code = any (array(select jsonb_array_elements_text($1::jsonb))))`,
        [reach === 'everywhere' ? null : JSON.stringify(reach)],
      )
      return row ?? { count: 0, activityId: null }
    },

    /** What waits for somebody, the oldest first. */
    waitingFor: (personId: number, most: number): Promise<HandMessage[]> =>
      find('h.person_id = $1 and h.told_at is null order by h.id limit $2', [personId, most]),

    /** What has been passed on to somebody last. */
    toldLast: (personId: number, most: number): Promise<HandMessage[]> =>
      find('h.person_id = $1 and h.told_at is not null order by h.told_at desc limit $2', [personId, most]),

    async read(id: number): Promise<HandMessage | undefined> {
      const [message] = await find('h.id = $1', [id])
      return message
    },

    /** It has been passed on, and its words go; false where that has been said before. */
    async tell(id: number, by: number, now: Temporal.Instant): Promise<boolean> {
      const told = await query(
        `update hand_messages set told_at = $3, told_by = $2, text = null, announced_at = coalesce(announced_at, $3)
         where id = $1 and told_at is null returning 1 as one`,
        [id, by, now.toString()],
      )
      return told.length > 0
    },

    async freshSince(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select ${utc('min(created_at)')} as at from hand_messages where announced_at is null and told_at is null`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** From here on coordinators know of what waits; resolves with the activities that it concerns. */
    async announce(now: Temporal.Instant): Promise<number[]> {
      const rows = await query<{ id: number | null }>(
        `with fresh as (
           update hand_messages set announced_at = $1 where id in (
             select id from hand_messages where announced_at is null and told_at is null
             order by created_at limit 500 for update skip locked)
           returning person_id)
         select distinct s.activity_id::int as id from fresh f left join applications s on s.person_id = f.person_id
           and s.state <> 'draft' and s.activity_id in (
             select id from activities where ends_on >= ($1::timestamptz)::date - 7)`,
        [now.toString()],
      )
      return rows.flatMap(({ id }) => id ?? [])
    },

    /** Whether something has waited in an activity already that coordinators were shown since a moment. */
    async wasShownSince(
      activityId: number,
      since: Temporal.Instant,
      before: Temporal.Instant,
    ): Promise<boolean> {
      const rows = await query(
        `select 1 as one from hand_messages h where h.told_at is null and h.announced_at >= $2::timestamptz
           and h.announced_at < $3::timestamptz and exists (
             select from applications s where s.person_id = h.person_id and s.activity_id = $1) limit 1`,
        [activityId, since.toString(), before.toString()],
      )
      return rows.length > 0
    },

    /** How many people of an activity have no Telegram, and how many messages wait for them. */
    async countsOf(activityId: number): Promise<{ people: number; waiting: number }> {
      const [row] = await query<{ people: number; waiting: number }>(
        `select count(distinct s.person_id)::int as people, count(h.id)::int as waiting
         from applications s join accounts a on a.person_id = s.person_id and ${byHand}
           left join hand_messages h on h.person_id = s.person_id and h.told_at is null
         where s.activity_id = $1 and s.state in (${inSql([...concerned, 'completed', 'no_show'])})`,
        [activityId],
      )
      return row ?? { people: 0, waiting: 0 }
    },
  }
}
