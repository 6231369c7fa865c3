import type { Database } from '../../../platform/database.ts'
import { applying, inSql, standingStates } from '../../activities/index.ts'

/** How somebody stands to an activity. */
export type StandingRow = 'approved' | 'applied'

/** How these people stand to an activity; whoever has nothing to do with it is not in it. */
export function readingStandings({ query }: Pick<Database, 'query'>) {
  return async (
    activityId: number | null,
    personIds: readonly number[],
  ): Promise<Map<number, StandingRow>> => {
    if (activityId === null || personIds.length === 0) return new Map()
    const rows = await query<{ person_id: string; is_approved: boolean }>(
      `select person_id, bool_or(state in (${inSql(standingStates.approved)})) as is_approved from applications
       where activity_id = $1 and person_id = any (string_to_array($2, ',')::bigint[])
         and state in (${inSql(applying)}) group by person_id`,
      [activityId, personIds.join(',')],
    )
    return new Map(
      rows.map((row) => [
        Number(row.person_id),
        row.is_approved ? ('approved' as const) : ('applied' as const),
      ]),
    )
  }
}
