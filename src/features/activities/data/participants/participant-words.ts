import type { KeyRing } from '../../../../platform/crypto.ts'
import type { Database } from '../../../../platform/database.ts'
import { isInClear, sealedWords, type SealedWords } from '../../../../platform/sealed-words.ts'
import type { Sweep } from '../../../../platform/sweep.ts'

/** What the list of participants says of somebody's journey, as it is written and as its column is called. */
const columns = {
  room: 'room',
  roommate: 'roommate',
  flightOut: 'flight_out',
  flightBack: 'flight_back',
} as const

type Told = Readonly<Record<keyof typeof columns, string | null>>

export type ParticipantWords = ReturnType<typeof participantWords>

/** Seals room, room mate and flights in the list of participants, and opens them. */
export function participantWords(keys: Pick<KeyRing, 'seal' | 'open'>) {
  const words: SealedWords = sealedWords(keys, 'participant_details')
  const each = <Row extends Told>(row: Row, change: (value: string) => string): Row => ({
    ...row,
    ...Object.fromEntries(
      (Object.keys(columns) as (keyof Told)[]).map((name) => [
        name,
        row[name] ? change(row[name]) : row[name],
      ]),
    ),
  })
  return {
    seal: <Row extends Told>(row: Row): Row => each(row, words.seal),
    open: <Row extends Told>(row: Row): Row => each(row, words.open),
    openWord: words.open,
  }
}

/** Seals what a former version has left in clear, of those who have applied and of rows that wait for somebody. */
export const sealParticipants = (database: Pick<Database, 'query'>, words: ParticipantWords): Sweep[] => [
  sealApplied(database, words),
  sealWaiting(database, words),
]

/** All rows of an activity that wait stand together. */
function sealWaiting({ query }: Pick<Database, 'query'>, { seal }: ParticipantWords): Sweep {
  const portion = 50
  const names = Object.keys(columns).map((name) => `'${name}'`)
  return async () => {
    const sheets = await query<{ id: string; rows: Told[] }>(
      `select activity_id::text as id, rows from activity_sheets where sheet = 'participants' and exists (
         select from jsonb_array_elements(rows) as row, jsonb_each_text(row) as cell
         where cell.key in (${names.join(', ')}) and ${isInClear('cell.value')})
       limit ${portion} for update skip locked`,
      [],
    )
    for (const { id, rows } of sheets)
      await query(
        `update activity_sheets set rows = $2::text::jsonb where activity_id = $1::bigint and sheet = 'participants'`,
        [id, JSON.stringify(rows.map(seal))],
      )
    return sheets.length === portion
  }
}

/** A portion in a transaction. */
function sealApplied({ query }: Pick<Database, 'query'>, { seal }: ParticipantWords): Sweep {
  const portion = 500
  const names = Object.entries(columns).map(([name, column]) => ({ name, column }))
  return async () => {
    const rows = await query<Told & { id: string }>(
      `select application_id::text as id, ${names.map(({ name, column }) => `${column} as "${name}"`).join(', ')}
       from participant_details where ${names.map(({ column }) => isInClear(column)).join(' or ')}
       limit ${portion} for update skip locked`,
      [],
    )
    if (rows.length > 0)
      await query(
        `update participant_details d set ${names.map(({ name, column }) => `${column} = s."${name}"`).join(', ')}
         from jsonb_to_recordset($1::jsonb) as s(id bigint, ${names.map(({ name }) => `"${name}" text`).join(', ')})
         where d.application_id = s.id`,
        [JSON.stringify(rows.map(seal))],
      )
    return rows.length === portion
  }
}
