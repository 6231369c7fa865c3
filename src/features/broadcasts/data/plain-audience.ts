import type { Database } from '../../../platform/database.ts'
import type { Grouped } from '../../../shared/groups.ts'
import type { Audience } from '../domain/audience.ts'
import { standingStates } from '../../activities/index.ts'

/** The groups and buses of whoever has applied for an activity in these states. */
export function plainAudience(database: Pick<Database, 'query'>) {
  const inStates = ({ activityId, states }: Audience): Promise<Grouped[]> =>
    activityId === null || states.length === 0
      ? Promise.resolve([])
      : database.query<Grouped>(
          `select distinct d.bus, array_to_json(d.groups)::jsonb as groups from applications a join participant_details d on d.application_id = a.id
           where a.activity_id = $1 and a.state = any (string_to_array($2, ','))`,
          [activityId, states.flatMap((state) => [...standingStates[state]]).join(',')],
        )

  return { inStates }
}
