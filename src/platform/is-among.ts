import { sql, type AnyColumn, type SQL } from 'drizzle-orm'

/** Whether a number is one of these; drizzle's `inArray` makes a parameter of each, and a statement has 65,534 at most. */
export const isAmong = (column: AnyColumn, numbers: readonly number[]): SQL =>
  sql`${column} = any (array(select value::bigint from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb)))`
