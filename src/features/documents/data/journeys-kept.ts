import type { Database } from '../../../platform/database.ts'
import type { Forgets, Gone } from '../../people/index.ts'

/** Files about a journey and what was written about them go after it; that they were there, and accepted, remains. */
export const journeysKept = ({ query }: Pick<Database, 'query'>): Forgets => ({
  documents: (activityIds) =>
    query<Gone>(
      `with held as (select id, person_id, activity_id from applications
           where activity_id = any(string_to_array($1, ',')::bigint[])),
         files as (delete from document_files f using held where f.application_id = held.id returning held.id),
         reasons as (
           update document_states d set reason = null from held
           where d.application_id = held.id and d.reason is not null returning held.id),
         gone as (select id from files union select id from reasons)
       select distinct held.person_id::int as "personId", held.activity_id::int as "activityId"
       from held join gone using (id)`,
      [activityIds.join(',')],
    ),
})
