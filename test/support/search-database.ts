import type { World } from './world.ts'

/** Every table and column in which a text stands, as it is written or inside something bigger. */
export async function tablesWith({ house }: World, text: string): Promise<string[]> {
  const { sql } = house.database
  const columns = await sql<{ table: string; column: string; schema: string }[]>`
    select table_schema as schema, table_name as table, column_name as column from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')`
  const found = await Promise.all(
    columns.map(async ({ schema, table, column }) => {
      const rows = await sql`select 1 from ${sql(schema)}.${sql(table)}
        where position(${text} in ${sql(column)}::text) > 0 limit 1`
      return rows.length > 0 ? [`${table}.${column}`] : []
    }),
  )
  return found.flat()
}
