import { handWords } from '../../../../bot/data/hand-messages.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { KeyRing } from '../../../../platform/crypto.ts'
import type { Database } from '../../../../platform/database.ts'
import { isByHandIn } from '../../../../shared/by-hand.ts'
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
  /** Since when the oldest of them waits. */
  since: Temporal.Instant | null
}

/** What was said to somebody without Telegram. */
export interface HandMessage {
  id: number
  personId: number
  /** Null once it has been passed on, or is of no use any more. */
  text: string | null
  at: Temporal.Instant
  /** From then on it is of no use. */
  usefulUntil: Temporal.Instant | null
  toldAt: Temporal.Instant | null
  /** Who has passed it on, where that is known. */
  toldBy: string | null
}

export type HandList = ReturnType<typeof handList>

/** Accounts of people without Telegram. */
const byHand = isByHandIn('a.user_id')
export const utc = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** What nobody has passed on and still can. `h`: the message. */
export const waits = (now: string) =>
  `h.told_at is null and (h.useful_until is null or h.useful_until > ${now}::timestamptz)`

type Raw = Omit<HandMessage, 'at' | 'toldAt' | 'usefulUntil'> &
  Record<'at', string> &
  Record<'toldAt' | 'usefulUntil', string | null>

const columns = `h.id::int as id, h.person_id::int as "personId", h.text, ${utc('h.created_at')} as at,
  ${utc('h.told_at')} as "toldAt", ${utc('h.useful_until')} as "usefulUntil", ${personName('t')} as "toldBy"`

const instant = (kept: string | null) => (kept === null ? null : Temporal.Instant.from(kept))

/** People without Telegram, and what waits to be passed on to them. */
export function handList(
  { query }: Pick<Database, 'query'>,
  clock: Clock,
  keys: Pick<KeyRing, 'seal' | 'open'>,
) {
  const { open } = handWords(keys)
  const now = () => clock.now().toString()
  const asMessage = ({ at, toldAt, usefulUntil, text, ...message }: Raw): HandMessage => ({
    ...message,
    text: open(text),
    at: Temporal.Instant.from(at),
    toldAt: instant(toldAt),
    usefulUntil: instant(usefulUntil),
  })
  const find = async (where: string, parameters: unknown[]): Promise<HandMessage[]> =>
    (
      await query<Raw>(
        `select ${columns} from hand_messages h left join persons t on t.id = h.told_by where ${where}`,
        parameters,
      )
    ).map(asMessage)

  return {
    /** All of an activity; whoever has waited longest comes first. */
    async of(activityId: number): Promise<HandPerson[]> {
      const rows = await query<Omit<HandPerson, 'since'> & { since: string | null }>(
        `select * from (
           select distinct on (p.id) s.id::int as "applicationId", p.id::int as "personId", ${personName('p')} as name,
             p.phone, f.name as firm, w.waiting, ${utc('w.since')} as since
           from applications s join accounts a on a.person_id = s.person_id and ${byHand}
             join persons p on p.id = s.person_id left join firms f on f.id = s.firm_id
             cross join lateral (select count(*)::int as waiting, min(h.created_at) as since from hand_messages h
               where h.person_id = p.id and ${waits('$2')}) w
           where s.activity_id = $1 and s.state <> 'draft' order by p.id, s.id desc) t
         order by since nulls last, name`,
        [activityId, now()],
      )
      return rows.map(({ since, ...row }) => ({ ...row, since: instant(since) }))
    },

    /** How many messages wait in the activities of a coordinator, and in which of these the oldest does. */
    async waitingIn(reach: Reach): Promise<{ count: number; activityId: number | null }> {
      const [row] = await query<{ count: number; activityId: number | null }>(
        `select count(distinct h.id)::int as count,
           ((array_agg(s.activity_id order by h.id, s.activity_id))[1])::int as "activityId"
         from hand_messages h join applications s on s.person_id = h.person_id and s.state <> 'draft'
           join activities a on a.id = s.activity_id
         where ${waits('$2')}
           and ($1::text is null or a.code = any (array(select jsonb_array_elements_text($1::jsonb))))`,
        [reach === 'everywhere' ? null : JSON.stringify(reach), now()],
      )
      return row ?? { count: 0, activityId: null }
    },

    /** What waits for somebody: first what is of use until an hour, then the oldest. */
    waitingFor: (personId: number, most: number): Promise<HandMessage[]> =>
      find(
        `h.person_id = $1 and ${waits('$3')} order by h.useful_until nulls last, h.created_at, h.id limit $2`,
        [personId, most, now()],
      ),

    /** What has been passed on to somebody last, and what was not while it was of use. */
    toldLast: (personId: number, most: number): Promise<HandMessage[]> =>
      find(
        `h.person_id = $1 and not (${waits('$3')})
         order by coalesce(h.told_at, h.useful_until) desc, h.id desc limit $2`,
        [personId, most, now()],
      ),

    async read(id: number): Promise<HandMessage | undefined> {
      const [message] = await find('h.id = $1', [id])
      return message
    },

    /** It has been passed on, and its words go; false where that has been said before. */
    async tell(id: number, by: number): Promise<boolean> {
      const told = await query(
        `update hand_messages set told_at = $3, told_by = $2, text = null, announced_at = coalesce(announced_at, $3)
         where id = $1 and told_at is null returning 1 as one`,
        [id, by, now()],
      )
      return told.length > 0
    },

    /** How many people of an activity have no Telegram, and how many messages wait for them. */
    async countsOf(activityId: number): Promise<{ people: number; waiting: number }> {
      const [row] = await query<{ people: number; waiting: number }>(
        `select count(distinct s.person_id)::int as people, count(h.id)::int as waiting
         from applications s join accounts a on a.person_id = s.person_id and ${byHand}
           left join hand_messages h on h.person_id = s.person_id and ${waits('$2')}
         where s.activity_id = $1 and s.state in (${inSql([...concerned, 'completed', 'no_show'])})`,
        [activityId, now()],
      )
      return row ?? { people: 0, waiting: 0 }
    },
  }
}
