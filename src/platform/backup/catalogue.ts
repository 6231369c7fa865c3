import type postgres from 'postgres'
import type { SequenceState, TableHead } from './backup-file.ts'

type Sql = postgres.ISql

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const ours = (name: string, id: string) => `${name} = 'public'::regnamespace
  and not exists (select 1 from pg_depend d where d.objid = ${id} and d.deptype = 'e')`

/** The tables there are, with the columns that are kept: what is generated is generated again. */
export async function readTables(sql: Sql): Promise<TableHead[]> {
  const rows = await sql.unsafe<{ table: string; columns: string[] }[]>(`
    select c.relname as table, json_agg(a.attname order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and ${ours('c.relnamespace', 'c.oid')} group by 1 order by 1`)
  return rows.map(({ table, columns }) => ({ table, columns }))
}

/** Where each sequence stands. It is ahead of the rows or level with them, whenever it is read. */
export async function readSequences(sql: Sql): Promise<SequenceState[]> {
  const names = await sql.unsafe<{ name: string }[]>(
    `select c.relname as name from pg_class c where c.relkind = 'S' and ${ours('c.relnamespace', 'c.oid')} order by 1`,
  )
  const states: SequenceState[] = []
  for (const { name } of names) {
    const [row] = await sql.unsafe<{ last: string; isCalled: boolean }[]>(
      `select last_value::text as last, is_called as "isCalled" from ${quoted(name)}`,
    )
    if (row) states.push({ name, last: row.last, isCalled: row.isCalled })
  }
  return states
}

export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

export async function readForeignKeys(sql: Sql): Promise<ForeignKey[]> {
  return [
    ...(await sql.unsafe<
      ForeignKey[]
    >(`select c.relname as table, f.conname as name, pg_get_constraintdef(f.oid) as definition
      from pg_constraint f join pg_class c on c.oid = f.conrelid
      where f.contype = 'f' and c.relnamespace = 'public'::regnamespace`)),
  ]
}

/** The statements that take away everything of ours, the queue's own schema included; extensions stay. */
export async function readDrops(sql: Sql): Promise<string[]> {
  const rows = await sql.unsafe<{ statement: string }[]>(`
    select 'drop view if exists ' || c.oid::regclass || ' cascade' as statement from pg_class c
      where c.relkind in ('v', 'm') and ${ours('c.relnamespace', 'c.oid')}
    union all select 'drop table if exists ' || c.oid::regclass || ' cascade' from pg_class c
      where c.relkind in ('r', 'p') and ${ours('c.relnamespace', 'c.oid')}
    union all select 'drop sequence if exists ' || c.oid::regclass || ' cascade' from pg_class c
      where c.relkind = 'S' and ${ours('c.relnamespace', 'c.oid')}
    union all select 'drop routine if exists ' || p.oid::regprocedure || ' cascade' from pg_proc p
      where ${ours('p.pronamespace', 'p.oid')}`)
  return [...rows.map(({ statement }) => statement), 'drop schema if exists pgboss cascade']
}

/** Whether anything of ours is there already. */
export async function isEmpty(sql: Sql): Promise<boolean> {
  const found = await sql.unsafe(`select 1 from pg_class c where c.relkind in ('r', 'p')
    and (${ours('c.relnamespace', 'c.oid')} or c.relnamespace = to_regnamespace('pgboss')) limit 1`)
  return found.length === 0
}
