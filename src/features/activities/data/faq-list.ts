import { and, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { FaqEntry } from '../domain/workbook/activity-workbook.ts'
import { activitySheets } from './tables.ts'

/** The questions that an activity answers by itself, as its workbook has them. */
export function faqList({ db }: Pick<Database, 'db'>) {
  return {
    async of(activityId: number): Promise<FaqEntry[]> {
      const [found] = await db
        .select({ rows: activitySheets.rows })
        .from(activitySheets)
        .where(and(eq(activitySheets.activityId, activityId), eq(activitySheets.sheet, 'faq')))
      return (found?.rows ?? []) as FaqEntry[]
    },
  }
}
