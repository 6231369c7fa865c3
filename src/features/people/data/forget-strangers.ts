import type { Database } from '../../../platform/database.ts'
import { portion, type Sweep } from '../../../platform/sweep.ts'

/** How long somebody whom nobody needs is kept after they were entered. */
const keptForDays = 60

/**
 * Forgets persons who came to nothing: entered for a colleague's application that was never sent, or emptied when the
 * colleague took it over. What hangs on them goes too; whoever has an account, a role or stands in a
 * column that a room has `named` stays.
 */
export function forgetStrangers({ query }: Pick<Database, 'query'>, named: readonly string[]): Sweep {
  const isNamedBy = (column: string) =>
    `exists (select 1 from ${column.replace(/\..*/, '')} where ${column} = persons.id)`
  const columns = ['accounts.person_id', 'roles.person_id', 'audit.by_person_id', ...named]
  const statement = `
    with strangers as materialized (
      select id from persons where created_at < $1
        ${columns.map((column) => `and not ${isNamedBy(column)}`).join('\n        ')}
      limit ${portion} for update skip locked),
    notices as (delete from notices_read where person_id in (select id from strangers)),
    decisions as (delete from consents where person_id in (select id from strangers)),
    memberships as (delete from firm_members where person_id in (select id from strangers)),
    questions as (delete from open_questions where person_id in (select id from strangers)),
    moves as (delete from person_moves where person_id in (select id from strangers)),
    gone as (delete from persons where id in (select id from strangers) returning 1)
    select count(*)::int as count from gone`
  return async (now) => {
    const before = now.subtract({ hours: 24 * keptForDays }).toString()
    const [forgotten] = await query<{ count: number }>(statement, [before])
    return forgotten?.count === portion
  }
}
