import { and, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { isAmong } from '../../../platform/is-among.ts'
import { knownTravellers } from './changes/change-tables.ts'

export type KnownTravellers = ReturnType<typeof knownTravellerStore>

/** Somebody who takes part, as the programme knew them last. */
export interface KnownTraveller {
  applicationId: number
  personId: number
  groups: readonly string[]
  bus: string | null
}

/** Whom the programme knows. */
export function knownTravellerStore({ db, query }: Pick<Database, 'db' | 'query'>) {
  return {
    async of(activityId: number, applicationIds: readonly number[] | 'all'): Promise<KnownTraveller[]> {
      const { applicationId, personId, groups, bus } = knownTravellers
      const among = applicationIds === 'all' ? undefined : isAmong(applicationId, applicationIds)
      return db
        .select({ applicationId, personId, groups, bus })
        .from(knownTravellers)
        .where(and(eq(knownTravellers.activityId, activityId), among))
    },

    async keep(activityId: number, travellers: readonly KnownTraveller[]): Promise<void> {
      if (travellers.length === 0) return
      await query(
        `insert into known_travellers (application_id, activity_id, person_id, groups, bus)
         select a, $1::bigint, p, array(select jsonb_array_elements_text(g)), b
         from jsonb_to_recordset($2::jsonb) as t(a bigint, p bigint, g jsonb, b text)
         on conflict (application_id) do update
           set groups = excluded.groups, bus = excluded.bus, person_id = excluded.person_id`,
        [
          activityId,
          JSON.stringify(
            travellers.map(({ applicationId: a, personId: p, groups: g, bus: b }) => ({ a, p, g, b })),
          ),
        ],
      )
    },

    async forget(applicationIds: readonly number[]): Promise<void> {
      if (applicationIds.length === 0) return
      await db.delete(knownTravellers).where(isAmong(knownTravellers.applicationId, applicationIds))
    },
  }
}
