import type { Clock } from '../../../../platform/clock.ts'
import type { KeyRing } from '../../../../platform/crypto.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { personName } from './person-name.ts'

/** What a coordinator has noted of somebody. */
export interface PersonNote {
  id: number
  activityId: number
  personId: number
  text: string
  /** Null: not known any more. */
  author: string | null
  at: Temporal.Instant
}

export type NoteStore = ReturnType<typeof noteStore>

/** What the words are sealed for. */
export const notesSealedFor = 'person_notes.words'

const columns = `n.id::int as id, n.activity_id::int as "activityId", n.person_id::int as "personId", n.words as text,
  to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  (select ${personName('p')} from persons p where p.id = n.author_id) as author`

/** The notes that coordinators keep of people, their words sealed. */
export function noteStore(
  database: Pick<Database, 'query'>,
  clock: Clock,
  keys: Pick<KeyRing, 'seal' | 'open'>,
) {
  const { query } = database
  async function find(where: string, parameters: unknown[]): Promise<PersonNote[]> {
    const rows = await query<Omit<PersonNote, 'at'> & { at: string }>(
      `select ${columns} from person_notes n where ${where} order by n.id desc`,
      parameters,
    )
    return rows.map((row) => ({
      ...row,
      text: keys.open(row.text, notesSealedFor),
      at: Temporal.Instant.from(row.at),
    }))
  }

  return {
    async add(note: { activityId: number; personId: number; authorId: number; text: string }): Promise<void> {
      const { activityId, personId, authorId, text } = note
      await query(
        `insert into person_notes (activity_id, person_id, author_id, words, at) values ($1, $2, $3, $4, $5)`,
        [activityId, personId, authorId, keys.seal(text, notesSealedFor), clock.now().toString()],
      )
    },

    /** The newest first. */
    of: (activityId: number, personId: number): Promise<PersonNote[]> =>
      find('n.activity_id = $1 and n.person_id = $2', [activityId, personId]),

    async read(id: number): Promise<PersonNote | undefined> {
      const [note] = await find('n.id = $1', [id])
      return note
    },

    /** False where somebody else has removed it. */
    async remove(id: number): Promise<boolean> {
      const gone = await query(`delete from person_notes where id = $1 returning 1 as one`, [id])
      return gone.length > 0
    },

    /** What was noted of one person is noted of another from here on. */
    async handOver(fromPersonId: number, toPersonId: number): Promise<void> {
      await query(`update person_notes set person_id = $2 where person_id = $1`, [fromPersonId, toPersonId])
    },

    sweep: sweep(database, {
      table: 'person_notes',
      where: `activity_id in (select id from activities where ends_on < ($1::timestamptz)::date)`,
      afterHours: 180 * 24,
    }),
  }
}
