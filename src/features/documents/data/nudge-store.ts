import type { Database } from '../../../platform/database.ts'

export type NudgeStore = ReturnType<typeof nudgeStore>

/** The day on which an activity `x` was put off, or long ago. */
const postponedOn = `coalesce(left(x.details ->> 'postponedAt', 10)::date, '-infinity')`

/** Who has been told how often what is missing. */
export function nudgeStore({ query }: Pick<Database, 'query'>) {
  return {
    /** Activities ahead that ask for documents, and are not cancelled. */
    async activities(today: Temporal.PlainDate): Promise<number[]> {
      const rows = await query<{ id: number }>(
        `select a.id::int as id from activities a join activity_sheets s on s.activity_id = a.id and s.sheet = 'documents'
         where a.starts_on >= $1::date and a.state <> 'cancelled' and not a.details ? 'onlineAt'
           and jsonb_array_length(s.rows) > 0 order by a.id`,
        [today.toString()],
      )
      return rows.map(({ id }) => id)
    },

    /** application → how often; whoever has been told today counts as told often. What was said of former days counts no more. */
    async counts(applicationIds: readonly number[], today: Temporal.PlainDate): Promise<Map<number, number>> {
      const rows = await query<{ id: number; count: number }>(
        `select n.application_id::int as id, case when n.last_on >= $2::date then 1000 else n.count end as count
         from document_nudges n join applications a on a.id = n.application_id join activities x on x.id = a.activity_id
         where n.application_id = any(string_to_array($1, ',')::bigint[])
           and (n.last_on >= $2::date or n.last_on > ${postponedOn})`,
        [applicationIds.join(','), today.toString()],
      )
      return new Map(rows.map(({ id, count }) => [id, count]))
    },

    async note(applicationId: number, today: Temporal.PlainDate): Promise<void> {
      await query(
        `insert into document_nudges (application_id, count, last_on) values ($1::bigint, 1, $2::date)
         on conflict (application_id) do update set last_on = excluded.last_on, count = 1 + case when
           document_nudges.last_on > (select ${postponedOn} from applications a join activities x on x.id = a.activity_id
             where a.id = excluded.application_id) then document_nudges.count else 0 end`,
        [applicationId, today.toString()],
      )
    },
  }
}
