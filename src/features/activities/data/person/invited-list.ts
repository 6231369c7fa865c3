import type { Database } from '../../../../platform/database.ts'
import { isByHandIn } from '../../../../shared/by-hand.ts'
import { concerned, inSql } from '../../domain/life-cycle.ts'
import { personName } from './person-name.ts'

/** Whoever is invited to an activity and has not started the bot: a firm, or somebody who was entered for it. */
export interface Invited {
  kind: 'firm' | 'person'
  /** The number of the firm or of the person. */
  id: number
  name: string | null
  firm: string | null
  /** The firm that their link leads into; null: none. */
  firmId: number | null
  /** E.164, or as the list of firms has it. */
  phone: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** The language in which somebody entered by hand is told things. */
  language: string | null
}

export type InvitedList = ReturnType<typeof invitedList>

/** An account of Telegram; those of people without it are numbered above. */
const here = `not (${isByHandIn('a.user_id')})`

/** Who is invited to an activity and has not started the bot; firms by their contact, persons by their own phone. */
export const invitedList =
  ({ query }: Pick<Database, 'query'>) =>
  (activity: { id: number; code: string }): Promise<Invited[]> =>
    query<Invited>(
      `select * from (
         select distinct on (f.id) 'firm' as kind, f.id::int as id, f.contact_name as name, f.name as firm,
           f.id::int as "firmId", f.contact_phone as phone, f.country, null as language
         from firm_invitations i join firms f on f.id = i.firm_id
         where i.invited_to @> array[$2::text] and not exists (
           select from firm_members m join accounts a on a.person_id = m.person_id and ${here}
           where m.firm_id = f.id and m.state = 'member')
         union all
         select distinct on (p.id) 'person', p.id::int, ${personName('p')}, f.name, f.id::int, p.phone, f.country,
           (select a.language from accounts a where a.person_id = p.id limit 1)
         from applications s join persons p on p.id = s.person_id left join firms f on f.id = s.firm_id
         where s.activity_id = $1 and s.state in (${inSql([...concerned, 'completed', 'no_show'])})
           and not exists (select from accounts a where a.person_id = p.id and ${here})) t
       order by firm nulls last, name, id`,
      [activity.id, activity.code],
    )
