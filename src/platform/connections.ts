import type { Database } from './database.ts'

/**
 * Connections that all processes of Heyet have to the database, as PostgreSQL counts them. Busy: running a statement or
 * inside a transaction; the one that counts is left out.
 */
export async function countConnections({
  query,
}: Pick<Database, 'query'>): Promise<{ open: number; busy: number }> {
  const [row] = await query<{ open: number; busy: number }>(
    `select count(*)::int as open,
       (count(*) filter (where state <> 'idle' and pid <> pg_backend_pid()))::int as busy
     from pg_stat_activity where datname = current_database() and application_name like 'heyet%'`,
    [],
  )
  return row ?? { open: 0, busy: 0 }
}
