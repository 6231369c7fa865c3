import { personName } from './person-name.ts'
import type { Database } from '../../../../platform/database.ts'
import type { ApplicationState } from '../../domain/life-cycle.ts'

/** Something that happened to an application, or that somebody has changed for whoever applies. */
export interface HistoryLine {
  at: Temporal.Instant
  /** Where the application went; null where something else was changed. */
  to: ApplicationState | null
  /** What was changed, by the name under which it was noted; null where the application went somewhere. */
  what: string | null
  /** Who did it; null: nobody, or somebody who is not known any more. */
  by: string | null
  reason: string | null
}

export type PersonHistory = ReturnType<typeof personHistory>

/** Lines that a card shows, the newest first. */
const mostLines = 20

/** Who decided and changed what about somebody in an activity, and when. */
export const personHistory =
  ({ query }: Pick<Database, 'query'>) =>
  async (applicationId: number): Promise<HistoryLine[]> => {
    const rows = await query<Omit<HistoryLine, 'at'> & { at: string }>(
      `with one as (select id, activity_id, person_id from applications where id = $1)
       select to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, h.to, h.what, h.reason,
         ${personName('p')} as by
       from (
         select e.at, e.to_state as to, null as what, e.reason, e.by_person_id
         from application_events e where e.application_id = $1 and e.from_state <> e.to_state
         union all
         select a.at, null, a.what, null, a.by_person_id
         from audit a join one o on a.about_person_ids @> array[o.person_id] and a.activity_id = o.activity_id
         where a.act = 'changed' and a.what <> 'decision') h
       left join persons p on p.id = h.by_person_id
       order by h.at desc limit ${mostLines}`,
      [applicationId],
    )
    return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.at) }))
  }
