import { and, eq, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { activities } from '../../activities/data/tables.ts'

export type ActivitiesNaming = ReturnType<typeof activitiesNaming>

/** Which activities name a form in their workbook. */
export function activitiesNaming({ db }: Pick<Database, 'db'>) {
  const keys = ['applicationForm', 'logisticsForm', 'surveyForm', 'resultsForm']
  return {
    async ofForm(formId: string): Promise<number[]> {
      const named = keys.map((key) => eq(sql`lower(${activities.details}->>${key})`, formId.toLowerCase()))
      const rows = await db
        .select({ id: activities.id })
        .from(activities)
        .where(and(ne(activities.state, 'cancelled'), or(...named)))
        .orderBy(activities.startsOn)
        .limit(20)
      return rows.map(({ id }) => id)
    },
  }
}
