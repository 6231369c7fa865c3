import type { Database } from '../../../../platform/database.ts'
import type { ParticipantWords } from './participant-words.ts'

/** Rows of others that name somebody as who shares their room: sealed, so no statement can look into them. */
export function roommatesNamed(
  { query }: Pick<Database, 'query'>,
  { openWord }: Pick<ParticipantWords, 'openWord'>,
) {
  /** The same in the rows of the list that wait for somebody. */
  async function forgetInWaiting(personId: number): Promise<void> {
    const rows = await query<{ id: string; place: number; roommate: string }>(
      `select activity_id::text as id, place::int as place, row ->> 'roommate' as roommate
       from activity_sheets, jsonb_array_elements(rows) with ordinality as r(row, place)
       where sheet = 'participants' and row ->> 'roommate' is not null`,
      [],
    )
    if (rows.length === 0) return
    const told = rows.map(({ roommate, ...where }) => ({ ...where, said: openWord(roommate) }))
    await query(
      `with named as (
         select t.id, t.place from jsonb_to_recordset($2::jsonb) as t(id bigint, place int, said text), persons p
         where p.id = $1::bigint and lower(t.said) = lower(trim(concat_ws(' ', p.given_names, p.surname))))
       update activity_sheets s set rows = (
         select jsonb_agg(case when exists (select from named n where n.id = s.activity_id and n.place = r.place)
           then row || '{"roommate": null}' else row end order by r.place)
         from jsonb_array_elements(s.rows) with ordinality as r(row, place))
       where s.sheet = 'participants' and s.activity_id in (select id from named)`,
      [personId, JSON.stringify(told)],
    )
  }

  return {
    /** Somebody is named in none of them any more. What is kept of rooms goes a month after a journey, so it is little. */
    async forget(personId: number): Promise<void> {
      await forgetInWaiting(personId)
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
