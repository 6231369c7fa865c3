import type { Database } from '../../../platform/database.ts'

/** The numbers of all applications of somebody, by activity: locked in one order everywhere. */
export const applicationIdsOf = async (
  { query }: Pick<Database, 'query'>,
  personId: number,
): Promise<number[]> =>
  (
    await query<{ id: number }>(
      'select id::int as id from applications where person_id = $1 order by activity_id, id',
      [personId],
    )
  ).map(({ id }) => id)
