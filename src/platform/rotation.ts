import { CannotOpen, type KeyRing } from './crypto.ts'
import type { Database } from './database.ts'

/** A column whose values are sealed, as bytes or as text, each for a place. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  readonly kind: 'bytes' | 'text'
  placeOf(id: number): string
  /** Which rows hold sealed values, where not all do that hold any. */
  readonly where?: string
}

export interface Rotated {
  /** Sealed anew with the newest key. */
  resealed: number
  /** No key of the ring opens them: they are left as they are. */
  unopened: number
}

type Keys = Pick<KeyRing, 'newest' | 'open' | 'seal' | 'openBytes' | 'sealBytes'>

/** Rows that are taken into memory together; a file may have 20 MB. */
const atOnce = 5

/** The id of the key that has sealed a value: it stands between the first two dots. */
const keyIn = ({ column, kind }: SealedColumn) =>
  kind === 'text'
    ? `split_part(${column}, '.', 2)`
    : `split_part(encode(substring(${column} from 1 for 36), 'escape'), '.', 2)`

const rowsOf = ({ table, column, where = 'true' }: SealedColumn) =>
  `from ${table} where ${column} is not null and ${where}`

/**
 * Seals what older keys have sealed with the newest one, a few rows in a transaction: it may be stopped at any time and run
 * again, and whoever changes a row meanwhile comes before or after.
 */
export async function rotateColumn(
  database: Pick<Database, 'query' | 'transaction'>,
  keys: Keys,
  sealed: SealedColumn,
): Promise<Rotated> {
  const { table, column } = sealed
  const rotated = { resealed: 0, unopened: 0 }
  for (let after = 0; ;) {
    const last = await database.transaction(async () => {
      const rows = await database.query<{ id: string; value: Buffer | string }>(
        `select id, ${column} as value ${rowsOf(sealed)} and id > $1 and ${keyIn(sealed)} <> $2
         order by id limit ${atOnce} for update`,
        [after, keys.newest.id],
      )
      for (const { id, value } of rows) {
        const anew = reseal(keys, value, sealed.placeOf(Number(id)))
        if (anew !== undefined)
          await database.query(`update ${table} set ${column} = $2 where id = $1`, [id, anew])
        rotated[anew === undefined ? 'unopened' : 'resealed'] += 1
      }
      return rows.at(-1)?.id
    })
    if (last === undefined) return rotated
    after = Number(last)
  }
}

function reseal(keys: Keys, value: Buffer | string, place: string): Buffer | string | undefined {
  try {
    return typeof value === 'string'
      ? keys.seal(keys.open(value, place), place)
      : Buffer.from(keys.sealBytes(keys.openBytes(value, place), place))
  } catch (error) {
    if (error instanceof CannotOpen) return undefined
    throw error
  }
}

/** How many values each key has sealed, by its id; the newest too. */
export async function countByKey(
  query: <Row extends object>(text: string, parameters: unknown[]) => Promise<Row[]>,
  columns: readonly SealedColumn[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const sealed of columns) {
    const rows = await query<{ key: string; count: number }>(
      `select ${keyIn(sealed)} as key, count(*)::int as count ${rowsOf(sealed)} group by 1`,
      [],
    )
    for (const { key, count } of rows) counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return counts
}
