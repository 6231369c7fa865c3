import type { Database } from '../../../platform/database.ts'

export type NudgeStore = ReturnType<typeof nudgeStore>

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

    /** application → how often, without those who have been told today. */
    async counts(applicationIds: readonly number[], today: Temporal.PlainDate): Promise<Map<number, number>> {
      const rows = await query<{ id: number; count: number }>(
        `select application_id::int as id, case when last_on >= $2::date then 1000 else count end as count
         from document_nudges where application_id = any(string_to_array($1, ',')::bigint[])`,
        [applicationIds.join(','), today.toString()],
      )
      return new Map(rows.map(({ id, count }) => [id, count]))
    },

    async note(applicationId: number, today: Temporal.PlainDate): Promise<void> {
      await query(
        `insert into document_nudges (application_id, count, last_on) values ($1::bigint, 1, $2::date)
         on conflict (application_id) do update set count = document_nudges.count + 1, last_on = excluded.last_on`,
        [applicationId, today.toString()],
      )
    },
  }
}
