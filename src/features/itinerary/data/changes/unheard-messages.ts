import type { Database } from '../../../../platform/database.ts'
import { isPersonReachable, personName, type Listed } from './coming-messages.ts'

export type UnheardMessages = ReturnType<typeof unheardMessages>

/** A message that did not arrive, or of which nobody knows. */
export interface Unheard extends Listed {
  state: 'in_doubt' | 'unreachable' | 'refused'
  at: Temporal.Instant
}

/** What was sent since a moment and is in doubt, reached nobody, or was refused; the newest first. */
export const unheardMessages =
  ({ query }: Pick<Database, 'query'>) =>
  async (
    activityId: number,
    since: Temporal.Instant,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ rows: Unheard[]; total: number }> => {
    const rows = await query<Omit<Unheard, 'at'> & { at: string; total: number }>(
      `select p.id::int as id, ${personName} as name, p.phone, ${isPersonReachable} as "isReachable", d.state,
         to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, (count(*) over ())::int as total
       from itinerary_deliveries d join persons p on p.id = d.person_id
       where d.activity_id = $1 and d.created_at >= $2::timestamptz
         and d.state in ('in_doubt', 'unreachable', 'refused')
       order by d.created_at desc, d.id desc offset $3 limit $4`,
      [activityId, since.toString(), offset, limit],
    )
    return {
      rows: rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.at) })),
      total: rows[0]?.total ?? 0,
    }
  }
