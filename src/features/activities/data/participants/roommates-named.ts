import type { Database } from '../../../../platform/database.ts'
import type { ParticipantWords } from './participant-words.ts'

/** Rows of others that name somebody as who shares their room: sealed, so no statement can look into them. */
export function roommatesNamed(
  { query }: Pick<Database, 'query'>,
  { openWord }: Pick<ParticipantWords, 'openWord'>,
) {
  return {
    /** Somebody is named in none of them any more. What is kept of rooms goes a month after a journey, so it is little. */
    async forget(personId: number): Promise<void> {
      const rows = await query<{ id: string; roommate: string }>(
        'select application_id::text as id, roommate from participant_details where roommate is not null',
        [],
      )
      if (rows.length === 0) return
      const told = rows.map(({ id, roommate }) => ({ id, said: openWord(roommate) }))
      // The name is compared by the database, which folds capitals as everywhere else.
      await query(
        `update participant_details d set roommate = null
         from jsonb_to_recordset($2::jsonb) as t(id bigint, said text), persons p
         where d.application_id = t.id and p.id = $1::bigint
           and lower(t.said) = lower(trim(concat_ws(' ', p.given_names, p.surname)))`,
        [personId, JSON.stringify(told)],
      )
    },
  }
}
