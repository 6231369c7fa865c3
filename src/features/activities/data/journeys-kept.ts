import type { Database } from '../../../platform/database.ts'
import type { LocalizedText } from '../../../shared/localized-text.ts'
import type { Forgets, Gone } from '../../people/index.ts'

/** Activities that are over, and what their list of participants keeps of a journey. */
export function journeysKept({ query }: Pick<Database, 'query'>) {
  /** Empties cells of the list; whose they were. */
  const empties = (columns: readonly string[]) => (activityIds: readonly number[]) =>
    query<Gone>(
      `update participant_details d set ${columns.map((column) => `${column} = null`).join(', ')}
       from applications s where s.id = d.application_id
         and s.activity_id = any(string_to_array($1, ',')::bigint[])
         and num_nonnulls(${columns.map((column) => `d.${column}`).join(', ')}) > 0
       returning s.person_id::int as "personId", s.activity_id::int as "activityId"`,
      [activityIds.join(',')],
    )

  const forgets: Forgets = {
    lodging: empties(['hotel', 'room', 'roommate']),
    flights: empties(['flight_out', 'flight_back']),
    async unknownRows(activityIds) {
      await query(
        `update activity_sheets set rows = '[]' where sheet = 'participants' and rows <> '[]'
           and activity_id = any(string_to_array($1, ',')::bigint[])`,
        [activityIds.join(',')],
      )
      return []
    },
  }

  return {
    forgets,
    /** Those whose last day is so many days ago or more, by the calendar of the place; the next ones by number. */
    ended: (asked: { now: Temporal.Instant; daysAfter: number; afterId: number; limit: number }) =>
      query<{ id: number; title: LocalizedText }>(
        `select id::int as id, title from activities
         where id > $1::bigint and ends_on + $2::int <= ($3::timestamptz at time zone time_zone)::date
         order by id limit $4::int`,
        [asked.afterId, asked.daysAfter, asked.now.toString(), asked.limit],
      ),
  }
}
