import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { PersonalData } from '../personal-data.ts'

/** A table that says something about somebody. In each piece of SQL `$1` is the person, `$2` the moment. */
export interface PersonalTable {
  table: string
  /** Which rows are theirs. */
  whose: string
  /** Columns that are not shown: secrets, and what is another's. */
  hides?: readonly string[]
  /** More that is shown with each row, as JSON: `jsonb_build_object('activity', …)`. The row is `t`. */
  also?: string
  /** Shown as these rows instead of `whose`; false: the rows are about another and not shown. */
  shows?: string | false
  /** What becomes of the rows: they go, stay as they are (numbers only), or lose what says who somebody was. */
  erases: 'delete' | 'stays' | { set: string; whose?: string }
}

/** What a room keeps of people, said table by table; erased in the order in which they stand. */
export function personalTables(
  { query }: Pick<Database, 'query'>,
  clock: Clock,
  tables: readonly PersonalTable[],
): PersonalData {
  const run = <Row extends object>(statement: string, personId: number) =>
    query<Row>(statement, statement.includes('$2') ? [personId, clock.now().toString()] : [personId])

  async function shown({ table, whose, shows, hides = [], also }: PersonalTable, personId: number) {
    if (shows === false) return []
    const without = hides.map((column) => ` - '${column}'`).join('')
    const more = also ? ` || ${also}` : ''
    const rows = await run<{ row: object }>(
      `select jsonb_strip_nulls(to_jsonb(t)${without}${more}) as row from ${table} t where ${shows ?? whose} order by 1`,
      personId,
    )
    return rows.map(({ row }) => row)
  }

  return {
    tables: [...new Set(tables.map(({ table }) => table))],
    shown: tables.flatMap(({ table, shows }) => (shows === false ? [] : [table])),
    async show(personId) {
      const rows: Record<string, object[]> = {}
      for (const table of tables) {
        const found = await shown(table, personId)
        if (found.length > 0) rows[table.table] = [...(rows[table.table] ?? []), ...found]
      }
      return { rows, files: [] }
    },
    async erase(personId) {
      for (const { table, whose, erases } of tables) {
        if (erases === 'stays') continue
        if (erases === 'delete') await run(`delete from ${table} t where ${whose}`, personId)
        else await run(`update ${table} t set ${erases.set} where ${erases.whose ?? whose}`, personId)
      }
    },
  }
}
