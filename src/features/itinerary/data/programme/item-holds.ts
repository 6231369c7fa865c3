/**
 * Whether an item holds for what its activity is now, for a statement: what was written before a postponement rests, and so
 * does the journey to what takes place online since; seen and told nowhere, until it is written anew. `item` is what the
 * statement calls it.
 */
export const holds = (item: string): string => `not exists (
  select from activities p where p.id = ${item}.activity_id
    and ((p.details->>'postponedAt')::timestamptz > ${item}.changed_at
      or ${item}.kind = 'travel' and (p.details->>'onlineAt')::timestamptz > ${item}.changed_at))`
