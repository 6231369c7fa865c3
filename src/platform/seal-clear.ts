import type { Database } from './database.ts'
import { isInClear, type SealedWords } from './sealed-words.ts'
import type { Sweep } from './sweep.ts'

/** Values that are sealed in one transaction. */
const portion = 500

/** Seals what a former version has left in clear in a column; a portion in a transaction. */
export function sealsClear(
  { query }: Pick<Database, 'query'>,
  { table, column }: { table: string; column: string },
  { seal }: Pick<SealedWords, 'seal'>,
): Sweep {
  return async () => {
    // The rows are locked, so that they stay where they are until they are written.
    const rows = await query<{ at: string; said: string }>(
      `select ctid::text as at, ${column} as said from ${table} where ${isInClear(column)}
       limit ${portion} for update skip locked`,
      [],
    )
    if (rows.length > 0)
      await query(
        `update ${table} t set ${column} = s.said from jsonb_to_recordset($1::jsonb) as s(at text, said text)
         where t.ctid = s.at::tid`,
        [JSON.stringify(rows.map(({ at, said }) => ({ at, said: seal(said) })))],
      )
    return rows.length === portion
  }
}
