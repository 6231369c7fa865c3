import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { People } from '../../people/index.ts'
import { firmMembers, firms, persons } from '../../people/data/tables.ts'
import type { ActivityStore } from './activity-store.ts'
import type { ApplicationStore } from './application-store.ts'
import { activities, applications } from './tables.ts'

export interface ApplicationLookNeeds {
  database: Pick<Database, 'lookups' | 'remember'>
  activities: Pick<ActivityStore, 'keepInMind'>
  applications: Pick<ApplicationStore, 'keepInMind'>
  people: Pick<People, 'persons' | 'firms' | 'members'>
}

/** What is read of the firm of an application, and of how whoever applies stands with it. */
const firmColumns = {
  id: firms.id,
  name: firms.name,
  country: firms.country,
  city: firms.city,
  cluster: firms.cluster,
  taxNumber: firms.taxNumber,
}
const memberColumns = { state: firmMembers.state, decidedBy: firmMembers.decidedBy }

export type LookAtApplication = ReturnType<typeof applicationLook>

/**
 * Reads an application with its activity, whoever applies, their firm and how they stand with it, in one statement:
 * whoever asks the stores for one of them finds it in the transaction's memory.
 */
export function applicationLook({ database, people, ...stores }: ApplicationLookNeeds) {
  const statement = database.lookups
    .select({
      application: applications,
      activity: activities,
      person: persons,
      firm: firmColumns,
      member: memberColumns,
    })
    .from(applications)
    .innerJoin(activities, eq(activities.id, applications.activityId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .leftJoin(firms, eq(firms.id, applications.firmId))
    .leftJoin(
      firmMembers,
      and(eq(firmMembers.firmId, applications.firmId), eq(firmMembers.personId, applications.personId)),
    )
    .where(eq(applications.id, sql.placeholder('id')))
    .prepare('look_at_application')

  return (id: number): Promise<boolean> =>
    database.remember(`look at application ${id}`, async () => {
      const [found] = await statement.execute({ id })
      if (!found) return false
      const { application, activity, person, firm, member } = found
      stores.applications.keepInMind(application)
      stores.activities.keepInMind(activity)
      people.persons.keepInMind(person)
      if (firm) {
        people.firms.keepInMind(firm)
        people.members.keepInMind(firm.id, person.id, member)
      }
      return true
    })
}
