import type { Database } from '../../../platform/database.ts'
import { portion, type Sweep } from '../../../platform/sweep.ts'

/** How long somebody whom nobody needs is kept after they were entered. */
const keptForDays = 60

/**
 * Forgets persons who came to nothing: entered for a colleague's application that was never sent, or emptied when the
 * colleague took it over. What hangs on them goes too; whoever has an account, a role or stands in a
 * column that a room has `named` stays. Nearly everybody has an account; the few others are looked for in one column after
 * the other, because to join thirty tables took PostgreSQL a fifth of a second to plan, whatever was in them.
 */
export function forgetStrangers({ query }: Pick<Database, 'query'>, named: readonly string[]): Sweep {
  const naming = (column: string) =>
    `select 1 from ${column.replace(/\..*/, '')} where ${column} = persons.id`
  const isNamedBy = (columns: readonly string[]) =>
    `exists (${columns.map((column) => naming(column)).join('\n          union all ')})`
  const statement = `
    with strangers as materialized (
      select id from persons where created_at < $1
        and not ${isNamedBy(['accounts.person_id'])}
        and not ${isNamedBy(['roles.person_id'])}
        and not ${isNamedBy(['audit.by_person_id', ...named])}
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
