import type postgres from 'postgres'

/**
 * Another bot takes over: what waited for the former one, and the messages it has shown, mean nothing to it; and nobody
 * can be written to before they have pressed Start there. Whatever people have said stays; so do deliveries, because their
 * rooms have yet to learn that they did not arrive.
 */
export async function handOver(sql: postgres.ISql): Promise<void> {
  await sql`delete from inbox where done_at is null`
  await sql`delete from outbox where not is_once`
  await sql`delete from outbox_files`
  await sql`delete from screens`
  await sql`delete from conversations`
  await sql`update accounts set is_reachable = false where is_reachable`
}
