import type { Database } from '../../../platform/database.ts'
import { inSql, standingStates, type Activities } from '../../activities/index.ts'
import { displayName } from '../../people/index.ts'
import type { Writer } from '../domain/letter.ts'

export type Writers = ReturnType<typeof readingWriters>

interface WriterRow extends Omit<Writer, 'name'> {
  givenNames: string | null
  surname: string | null
}

/** Who writes, as far as a coordinator of that activity may see it: one statement, however many they are. */
export function readingWriters(
  { query }: Pick<Database, 'query'>,
  /** Rooms are kept sealed. */
  openWord: Activities['openWord'],
) {
  return async (
    asked: readonly { personId: number; activityId: number | null }[],
  ): Promise<Map<number, Writer>> => {
    const rows = await query<WriterRow>(
      `select p.id::int as "personId", p.given_names as "givenNames", p.surname, p.phone,
         coalesce(seat_firm.name, own_firm.name) as firm, d.bus, d.hotel, d.room,
         (select a.language from accounts a where a.person_id = p.id
           order by a.is_reachable desc, a.first_seen_at limit 1) as language
       from jsonb_to_recordset($1::jsonb) as wanted(p bigint, a bigint) join persons p on p.id = wanted.p
         left join lateral (select a.id, a.firm_id from applications a where a.person_id = p.id
           and a.activity_id = wanted.a and a.state not in ('draft', 'rejected', 'declined', 'withdrawn', 'replaced')
           order by a.state in (${inSql(standingStates.approved)}) desc, a.id desc limit 1) seat on true
         left join firms seat_firm on seat_firm.id = seat.firm_id
         left join participant_details d on d.application_id = seat.id
         left join lateral (select f.name from firm_members m join firms f on f.id = m.firm_id
           where m.person_id = p.id and m.state = 'member' order by m.since limit 1) own_firm on true`,
      [JSON.stringify(asked.map(({ personId: p, activityId: a }) => ({ p, a })))],
    )
    return new Map(
      rows.map(({ givenNames, surname, ...row }) => [
        row.personId,
        { ...row, room: openWord(row.room), name: displayName({ id: row.personId, givenNames, surname }) },
      ]),
    )
  }
}
