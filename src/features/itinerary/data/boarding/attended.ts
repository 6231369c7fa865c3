import type { Database } from '../../../../platform/database.ts'

/** Whose applications were at a mandatory item of an activity, or on board of one of its departures. */
export const attended =
  ({ query }: Pick<Database, 'query'>) =>
  async (activityId: number): Promise<ReadonlySet<number>> => {
    const rows = await query<{ id: number }>(
      `select distinct a.application_id::int as id from attendances a join itinerary_items i on i.id = a.item_id
       where i.activity_id = $1 and (i.is_mandatory or i.kind = 'travel')`,
      [activityId],
    )
    return new Set(rows.map(({ id }) => id))
  }
