import type { Database } from '../../../platform/database.ts'
import { fullName } from '../../people/index.ts'
import { referenceOf, type Activities } from '../../activities/index.ts'
import type { Listed } from '../domain/listed.ts'

export type ListedPeople = ReturnType<typeof listedPeople>

interface Row extends Omit<Listed, 'name' | 'reference' | 'told'> {
  code: string
  number: number | null
  givenNames: string | null
  surname: string | null
}

/** Everybody who takes part in an activity, by their numbers, in one statement. */
export const listedPeople =
  (
    { query }: Pick<Database, 'query'>,
    states: readonly string[],
    /** Room, room mate and flights are kept sealed. */
    openWord: Activities['openWord'],
  ) =>
  async (activityId: number): Promise<Omit<Listed, 'told'>[]> => {
    const rows = await query<Row>(
      `select p.id::int as "personId", v.code, s.number::int as number,
         p.given_names as "givenNames", p.surname, p.passport_surname as "passportSurname",
         p.passport_given_names as "passportGivenNames", p.position, p.phone, p.email,
         to_jsonb(coalesce(p.spoken_languages, '{}')) as "spokenLanguages",
         f.name as firm, f.city as "firmCity", f.country as "firmCountry", f.cluster,
         d.role, d.side, d.bus, d.hotel, d.room, d.roommate, d.interpreter, to_jsonb(coalesce(d.groups, '{}')) as groups,
         d.flight_out as "flightOut", d.flight_back as "flightBack",
         to_jsonb(array(select purpose from (
           select distinct on (purpose) purpose, is_given from consents c where c.person_id = p.id
           order by purpose, id desc) latest where is_given)) as consents
       from applications s join activities v on v.id = s.activity_id join persons p on p.id = s.person_id
         left join firms f on f.id = s.firm_id left join participant_details d on d.application_id = s.id
       where s.activity_id = $1::bigint and s.state = any(string_to_array($2, ','))
       order by s.number nulls last, s.id`,
      [activityId, states.join(',')],
    )
    return rows.map(({ code, number, givenNames, surname, ...row }) => ({
      ...row,
      ...{ room: openWord(row.room), roommate: openWord(row.roommate) },
      ...{ flightOut: openWord(row.flightOut), flightBack: openWord(row.flightBack) },
      reference: referenceOf(code, number),
      name: fullName({ givenNames: givenNames ?? '', surname: surname ?? '' }) || `#${row.personId}`,
    }))
  }
