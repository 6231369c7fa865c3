import type { Database } from '../../../platform/database.ts'
import { isInGroup, type Grouped } from '../../../shared/groups.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Audience } from '../domain/audience.ts'

/** Somebody an audience can have, with what decides whether it does. */
interface Somebody extends Grouped {
  personId: number
  language: Language | null
}

/** Whoever has applied for an activity in these states, for a first look at an audience. */
export function plainAudience(database: Pick<Database, 'query'>) {
  const inStates = ({ activityId, states }: Audience): Promise<Somebody[]> =>
    activityId === null || states.length === 0
      ? Promise.resolve([])
      : database.query<Somebody>(
          `select distinct on (a.person_id) a.person_id::int as "personId", l.language, d.bus, coalesce(d.groups, '{}') as groups
           from applications a
           left join participant_details d on d.application_id = a.id
           left join accounts l on l.person_id = a.person_id and l.is_reachable
           where a.activity_id = $1 and a.state = any (string_to_array($2, ','))
           order by a.person_id, a.id`,
          [activityId, states.join(',')],
        )

  return {
    inStates,
    /** Those of them in one of the groups; without groups all. */
    async of(audience: Audience): Promise<Somebody[]> {
      const all = await inStates(audience)
      const { groups } = audience
      return groups.length === 0 ? all : all.filter((one) => groups.some((group) => isInGroup(one, group)))
    },
  }
}
