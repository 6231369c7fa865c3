import type postgres from 'postgres'

/**
 * A copy of a bot that went on afterwards: what waited at that hour it has handled and said since. Updates count as handled
 * and words as said; what has been delivered may have arrived, so it is in doubt and never sent again by itself.
 */
export async function settleRestored(sql: postgres.ISql): Promise<void> {
  await sql`update inbox set done_at = now(), body = null, claimed_by = null where done_at is null`
  await sql`delete from outbox where not is_once`
  await sql`update outbox set left_at = coalesce(left_at, now()) where is_once`
}
