import type { Database } from '../../../platform/database.ts'
import type { Audience } from '../domain/audience.ts'
import type { BroadcastState, Priority } from '../domain/broadcast.ts'
import type { Content } from '../domain/content.ts'

export type LogStore = ReturnType<typeof logStore>

/** Whose broadcasts: of one activity, of these by their codes, or of the whole house. */
export type LogReach = { activityId: number } | { codes: readonly string[] } | 'everything'

/** What was said to whom, when and with what result. */
export interface Logged {
  id: number
  state: BroadcastState
  content: Content
  audience: Audience
  priority: Priority
  reason: string | null
  author: string
  people: number
  /** Who has it; of those seen, answered and replied. */
  sent: number
  seen: number
  answered: number
  replied: number
  doubtful: number
  unreached: number
  startsAt: Temporal.Instant | null
  startedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  correctedAt: Temporal.Instant | null
  corrections: number
  recalledAt: Temporal.Instant | null
}

/** The record of what was sent, the newest first. */
export function logStore({ query }: Pick<Database, 'query'>) {
  return {
    async count(reach: LogReach): Promise<number> {
      const { where, parameters } = within(reach, 0)
      const [row] = await query<{ count: number }>(
        `select count(*)::int as count from broadcasts b where ${where}`,
        parameters,
      )
      return row?.count ?? 0
    },

    async page(reach: LogReach, { offset, limit }: { offset: number; limit: number }): Promise<Logged[]> {
      const { where, parameters } = within(reach, 2)
      const rows = await query<Omit<Logged, Moment> & Record<Moment, string | null>>(
        `select b.id::int, b.state, b.content, b.audience, b.priority, b.reason, b.people, b.starts_at as "startsAt",
           b.started_at as "startedAt", b.ended_at as "endedAt", b.corrected_at as "correctedAt", b.recalled_at as "recalledAt",
           b.revision as corrections, concat_ws(' ', p.given_names, p.surname) as author, n.*
         from (select * from broadcasts b where ${where}
             order by coalesce(b.started_at, b.starts_at) desc, b.id desc offset $1 limit $2) b
           join persons p on p.id = b.author_id
           left join lateral (select count(*) filter (where r.state = 'sent')::int as sent, count(r.seen_at)::int as seen,
               count(r.answered_at)::int as answered, count(r.replied_at)::int as replied,
               count(*) filter (where r.state = 'in_doubt')::int as doubtful,
               count(*) filter (where r.state in ('blocked', 'never_started', 'failed'))::int as unreached
             from broadcast_recipients r where r.broadcast_id = b.id) n on true
         order by coalesce(b.started_at, b.starts_at) desc, b.id desc`,
        [offset, limit, ...parameters],
      )
      return rows.map((row) => ({
        ...row,
        ...Object.fromEntries(moments.map((name) => [name, momentOf(row[name])])),
      })) as Logged[]
    },
  }
}

const moments = ['startsAt', 'startedAt', 'endedAt', 'correctedAt', 'recalledAt'] as const
type Moment = (typeof moments)[number]

const momentOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

/** SQL about a broadcast `b`, with parameters that follow the `first` ones of the statement it stands in. */
function within(reach: LogReach, first: number): { where: string; parameters: unknown[] } {
  const isSent = `b.state not in ('draft', 'undone')`
  if (reach === 'everything') return { where: isSent, parameters: [] }
  if ('activityId' in reach)
    return { where: `${isSent} and b.activity_id = $${first + 1}`, parameters: [reach.activityId] }
  return {
    where: `${isSent} and b.activity_id in (select a.id from activities a
      where a.code = any (string_to_array($${first + 1}, ',')))`,
    parameters: [reach.codes.join(',')],
  }
}
