import { CannotOpen, type KeyRing } from './crypto.ts'
import type { Database } from './database.ts'
import { sealedWords } from './sealed-words.ts'

/**
 * A column whose values are sealed, each for a place: as bytes, as text, as `words` among others in clear, as the values of
 * an `object` of such words, or as cells of `rows`, which are such objects with other cells between.
 */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  readonly kind: 'bytes' | 'text' | 'words' | 'object' | 'rows'
  placeOf(id: number): string
  /** The columns by which a row is known, with their types; `id` where it is not said. */
  readonly key?: Readonly<Record<string, 'bigint' | 'text'>>
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
type Cells = Record<string, unknown>
type Value = Buffer | string | Cells | Cells[]

/** Rows that are taken into memory together; a file may have 20 MB. */
const atOnce = ({ kind }: SealedColumn) => (kind === 'bytes' ? 5 : 500)

/** The ids of the keys that have sealed a row's value, one a row: an id stands between the first two dots of a value. */
function keysIn({ column, kind }: SealedColumn): string {
  if (kind === 'text') return `select split_part(${column}, '.', 2) as key`
  if (kind === 'bytes')
    return `select split_part(encode(substring(${column} from 1 for 36), 'escape'), '.', 2) as key`
  if (kind === 'rows')
    return `select split_part(cell.value, '.', 2) as key from jsonb_array_elements(${column}) as one,
      jsonb_each_text(one) as cell where left(cell.value, 1) = chr(1)`
  const values = kind === 'words' ? `(select ${column} as value) words` : `jsonb_each_text(${column})`
  return `select split_part(value, '.', 2) as key from ${values} where left(value, 1) = chr(1)`
}

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
  const { table, column, key = { id: 'bigint' } } = sealed
  const names = Object.keys(key).join(', ')
  const row = (first: number) =>
    `(${Object.values(key)
      .map((type, at) => `$${at + first}::${type}`)
      .join(', ')})`
  const rotated = { resealed: 0, unopened: 0 }
  for (let after: string[] | undefined; ;) {
    const last = await database.transaction(async () => {
      const rows = await database.query<{ row: string[]; value: Value }>(
        `select to_jsonb(array[${Object.keys(key)
          .map((name) => `${name}::text`)
          .join(', ')}]) as row, ${column} as value ${rowsOf(sealed)}
           and exists (select 1 from (${keysIn(sealed)}) with_key where key <> $1)
           ${after ? `and (${names}) > ${row(2)}` : ''}
         order by ${names} limit ${atOnce(sealed)} for update`,
        [keys.newest.id, ...(after ?? [])],
      )
      for (const { row: found, value } of rows) {
        const anew = reseal(keys, sealed, value, sealed.placeOf(Number(found[0])))
        if (anew !== undefined)
          await database.query(
            `update ${table} set ${column} = $1${sealed.kind === 'object' || sealed.kind === 'rows' ? '::text::jsonb' : ''} where (${names}) = ${row(2)}`,
            [anew, ...found],
          )
        rotated[anew === undefined ? 'unopened' : 'resealed'] += 1
      }
      return rows.at(-1)?.row
    })
    if (last === undefined) return rotated
    after = last
  }
}

function reseal(
  keys: Keys,
  { kind }: SealedColumn,
  value: Value,
  place: string,
): Buffer | string | undefined {
  const words = sealedWords(keys, place)
  // What is in clear is sealed by the clean-up.
  const anewOne = (kept: unknown): unknown => {
    const said = typeof kept === 'string' ? words.open(kept) : kept
    return typeof said === 'string' && said !== kept ? words.seal(said) : kept
  }
  const anew = (cells: Cells): Cells =>
    Object.fromEntries(Object.entries(cells).map(([name, kept]) => [name, anewOne(kept)]))
  try {
    if (Buffer.isBuffer(value)) return Buffer.from(keys.sealBytes(keys.openBytes(value, place), place))
    if (Array.isArray(value)) return JSON.stringify(value.map(anew))
    if (typeof value !== 'string') return JSON.stringify(anew(value))
    return kind === 'words' ? words.seal(words.open(value)) : keys.seal(keys.open(value, place), place)
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
    const { table, column, where = 'true' } = sealed
    const rows = await query<{ key: string; count: number }>(
      `select with_key.key, count(*)::int as count from ${table}, lateral (${keysIn(sealed)}) with_key
       where ${column} is not null and ${where} group by 1`,
      [],
    )
    for (const { key, count } of rows) counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return counts
}
