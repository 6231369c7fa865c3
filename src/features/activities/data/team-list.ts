import { and, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { isOnDuty, teamPerson, type TeamPerson } from '../domain/participants/team.ts'
import type { TeamMember } from '../domain/workbook/activity-workbook.ts'
import { activities, activitySheets } from './tables.ts'

export type TeamList = ReturnType<typeof teamList>

/** The team of an activity, as its workbook has it. */
export function teamList({ db }: Pick<Database, 'db'>) {
  async function of(activityId: number): Promise<TeamPerson[]> {
    const [found] = await db
      .select({ rows: activitySheets.rows, timeZone: activities.timeZone })
      .from(activitySheets)
      .innerJoin(activities, eq(activities.id, activitySheets.activityId))
      .where(and(eq(activitySheets.activityId, activityId), eq(activitySheets.sheet, 'team')))
    return found ? (found.rows as TeamMember[]).map((member) => teamPerson(member, found.timeZone)) : []
  }

  return {
    of,
    /** Whom people can call at this moment. */
    onDuty: async (activityId: number, at: Temporal.Instant): Promise<TeamPerson[]> =>
      (await of(activityId)).filter((member) => isOnDuty(member, at)),
  }
}
