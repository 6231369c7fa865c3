import type { Database } from '../../../../platform/database.ts'
import type { AttendanceWay } from '../../domain/roll-call.ts'

export type AttendanceSheet = ReturnType<typeof attendanceSheet>

/** Somebody who was at an item, since when, how that became known, and who has ticked them. */
export interface Attended {
  itemId: number
  personId: number
  name: string
  firm: string | null
  at: Temporal.Instant
  way: AttendanceWay
  by: string
}

const nameOf = (person: string) =>
  `coalesce(nullif(trim(concat_ws(' ', ${person}.given_names, ${person}.surname)), ''), '#' || ${person}.id)`

/** Who was where in an activity, item by item in the order of the programme. */
export const attendanceSheet =
  ({ query }: Pick<Database, 'query'>) =>
  async (activityId: number): Promise<Attended[]> => {
    const rows = await query<Omit<Attended, 'at'> & { at: string }>(
      `select i.id::int as "itemId", p.id::int as "personId", ${nameOf('p')} as name, f.name as firm, a.way, coalesce(${nameOf('b')}, '') as by,
         to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
       from attendances a join itinerary_items i on i.id = a.item_id
       join applications s on s.id = a.application_id join persons p on p.id = s.person_id
       left join firms f on f.id = s.firm_id left join persons b on b.id = a.by_person_id
       where i.activity_id = $1 order by i.starts_at, i.id, name, a.application_id`,
      [activityId],
    )
    return rows.map(({ at, ...row }) => ({ ...row, at: Temporal.Instant.from(at) }))
  }
