import type { Database } from '../../../platform/database.ts'
import type { Broadcast } from '../domain/broadcast.ts'
import type { AudienceQueries } from './audience-query.ts'
import { firstPhone } from './first-phone.ts'
import { inSql, standingStates } from '../../activities/index.ts'

export type Addressees = ReturnType<typeof addressees>

/** How many a broadcast has got, and how many of them it can be sent to. */
export interface Added {
  people: number
  waiting: number
}

/** Who gets a broadcast, a row for each: one statement, however many they are. */
export function addressees({ query }: Pick<Database, 'query'>, audienceQuery: AudienceQueries) {
  async function add(id: number, whom: string, parameters: unknown[], isLate = false): Promise<Added> {
    const [added] = await query<Added>(addStatement(whom, isLate), [id, ...parameters])
    return added ?? { people: 0, waiting: 0 }
  }

  return {
    /** Those whom its audience means now. */
    async ofAudience({ id, audience }: Pick<Broadcast, 'id' | 'audience'>): Promise<Added> {
      const { text, parameters } = await audienceQuery(audience, 1)
      return add(id, text, parameters)
    },

    /** These too, unless they have it already. */
    late: (broadcastId: number, personIds: readonly number[]): Promise<Added> =>
      add(
        broadcastId,
        `select unnest(string_to_array($2, ',')::bigint[]) as person_id`,
        [personIds.join(',')],
        true,
      ),
  }
}

/**
 * States at once: nobody has ever written from a phone of theirs, or all of them have blocked the bot; they want no more of
 * what they may do without (`Essential`: it is urgent or important, or about a trip that they take part in); else their
 * turn comes.
 */
const addStatement = (whom: string, isLate: boolean) => `
  with added as (
    insert into broadcast_recipients (broadcast_id, person_id, language, chat_id, state, revision, is_late)
    select b.id, w.person_id, phone.language, phone.user_id,
      case when phone.user_id is null then 'never_started'
        when not phone.is_reachable then 'blocked'
        when b.priority = 'normal' and o.person_id is not null and s.person_id is null then 'opted_out'
        else 'waiting' end,
      b.revision, ${isLate}
    from broadcasts b
      cross join (select distinct person_id from (${whom}) meant) w
      left join lateral ${firstPhone('w.person_id', 'a.user_id, a.language, a.is_reachable')} phone on true
      left join broadcast_opt_outs o on o.person_id = w.person_id
      left join applications s on s.activity_id = b.activity_id and s.person_id = w.person_id and s.state in (${inSql(standingStates.approved)})
    where b.id = $1
    on conflict (broadcast_id, person_id) do nothing
    returning state)
  select count(*)::int as people, count(*) filter (where state = 'waiting')::int as waiting from added`
