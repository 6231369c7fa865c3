/**
 * Whether an item holds for the days its activity has now, for a statement: what was written before a postponement rests,
 * seen and told nowhere, until it is written anew. `item` is what the statement calls it.
 */
export const holds = (item: string): string => `not exists (
  select from activities p where p.id = ${item}.activity_id
    and (p.details->>'postponedAt')::timestamptz > ${item}.changed_at)`
