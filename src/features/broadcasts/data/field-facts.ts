import type { Database } from '../../../platform/database.ts'
import { firmOf } from './firm-of.ts'
import { firstPhone } from './first-phone.ts'
import { applying, inSql, type Activities } from '../../activities/index.ts'

/** What is known of somebody that words to them may name; null: nobody has said it. */
export interface FieldFacts {
  personId: number
  givenNames: string | null
  surname: string | null
  firstName: string | null
  lastName: string | null
  firm: string | null
  bus: string | null
  hotel: string | null
  room: string | null
  roommate: string | null
  interpreter: string | null
  flightOut: string | null
  flightBack: string | null
}

/** What is known of these people, as far as it is about an activity: one statement, however many they are. */
export function readingFieldFacts(
  { query }: Pick<Database, 'query'>,
  /** Room, room mate and flights are kept sealed. */
  openWord: Activities['openWord'],
) {
  return async (personIds: readonly number[], activityId: number | null): Promise<FieldFacts[]> => {
    const facts = await query<FieldFacts>(
      `select p.id::int as "personId", p.given_names as "givenNames", p.surname,
         phone.first_name as "firstName", phone.last_name as "lastName",
         ${firmOf('p.id', '$2::bigint')} as firm, d.bus, d.hotel, d.room, d.roommate, d.interpreter,
         d.flight_out as "flightOut", d.flight_back as "flightBack"
       from unnest(string_to_array($1, ',')::bigint[]) as wanted(id) join persons p on p.id = wanted.id
         left join lateral ${firstPhone('p.id', 'a.first_name, a.last_name')} phone on true
         left join lateral (select a.id from applications a where a.person_id = p.id
           and a.activity_id = $2::bigint and a.state in (${inSql(applying)})
           order by a.state limit 1) seat on true
         left join participant_details d on d.application_id = seat.id`,
      [personIds.join(','), activityId],
    )
    return facts.map((row) => ({
      ...row,
      ...{ room: openWord(row.room), roommate: openWord(row.roommate) },
      ...{ flightOut: openWord(row.flightOut), flightBack: openWord(row.flightBack) },
    }))
  }
}
