import type postgres from 'postgres'

/**
 * A copy of a bot that went on afterwards: what was being sent, or was to begin since, may have arrived. It is stopped, and
 * a coordinator decides. Resolves with how many that are. `now` is the moment by the clock of the bot that goes on.
 */
export async function stopRestored(sql: postgres.ISql, now: Temporal.Instant): Promise<number> {
  const moment = now.toString()
  const stopped = await sql<{ id: string }[]>`
    update broadcasts set state = 'stopped', ended_at = ${moment}, updated_at = ${moment}, is_card_old = true
    where state in ('sending', 'arming') or (state = 'scheduled' and coalesce(starts_at, ${moment}) <= ${moment})
    returning id`
  await sql`update broadcast_recipients r set state = 'stopped' from broadcasts b
    where b.id = r.broadcast_id and b.state = 'stopped' and b.ended_at = ${moment} and r.state in ('waiting', 'quiet')`
  return stopped.length
}
