import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { People } from '../../people/index.ts'
import { firmMembers, firms } from '../../people/data/tables.ts'
import type { ActivityStore } from './activity-store.ts'
import type { ApplicationStore } from './application-store.ts'
import { activities, applications } from './tables.ts'

export interface DraftLookNeeds {
  database: Pick<Database, 'lookups' | 'remember'>
  activities: ActivityStore
  applications: ApplicationStore
  people: People
}

/** What is read of the firm of an application, and of how whoever applies stands with it. */
export const firmColumns = {
  id: firms.id,
  name: firms.name,
  country: firms.country,
  city: firms.city,
  cluster: firms.cluster,
  taxNumber: firms.taxNumber,
}
export const memberColumns = { state: firmMembers.state, decidedBy: firmMembers.decidedBy }

export type LookAtDraft = ReturnType<typeof draftLook>

/**
 * Reads a draft together with all that its questions and its summary are about, in one statement: whoever asks the stores
 * for its activity, its firm or who belongs to that firm finds it in the transaction's memory.
 */
export function draftLook({ database, people, ...stores }: DraftLookNeeds) {
  const statement = database.lookups
    .select({
      application: applications,
      activity: activities,
      firm: firmColumns,
      member: memberColumns,
    })
    .from(applications)
    .innerJoin(activities, eq(activities.id, applications.activityId))
    .leftJoin(firms, eq(firms.id, applications.firmId))
    .leftJoin(
      firmMembers,
      and(eq(firmMembers.firmId, applications.firmId), eq(firmMembers.personId, applications.personId)),
    )
    .where(eq(applications.id, sql.placeholder('id')))
    .prepare('look_at_draft')

  return (id: number): Promise<boolean> =>
    database.remember(`look at draft ${id}`, async () => {
      const [found] = await statement.execute({ id })
      if (!found) return false
      const { application, activity, firm, member } = found
      stores.applications.keepInMind(application)
      stores.activities.keepInMind(activity)
      if (firm) {
        people.firms.keepInMind(firm)
        people.members.keepInMind(firm.id, application.personId, member)
      }
      return true
    })
}
