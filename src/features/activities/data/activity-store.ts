import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Activity } from '../domain/activity.ts'
import type { DocumentRule } from '../domain/workbook/activity-workbook.ts'
import { activityLists } from './activity-lists.ts'
import { asActivity } from './as-activity.ts'
import { activities, activitySheets } from './tables.ts'

export type ActivityStore = ReturnType<typeof activityStore>
export type NewActivity = Omit<Activity, 'id'>

type StoreNeeds = Pick<Database, 'db' | 'remember' | 'forget' | 'keepInMind'>
const nameOf = (id: number) => `activity ${id}`

/** Activities and the sheets of their workbooks. */
export function activityStore({ db, remember, forget, keepInMind }: StoreNeeds, clock: Clock) {
  return {
    ...activityLists({ db }),

    read: (id: number): Promise<Activity | undefined> =>
      remember(nameOf(id), async () => {
        const [row] = await db.select().from(activities).where(eq(activities.id, id))
        return row && asActivity(row)
      }),

    /** What has been read together with something else in this transaction. */
    keepInMind: (row: typeof activities.$inferSelect): void => keepInMind(nameOf(row.id), asActivity(row)),

    async byCode(code: string): Promise<Activity | undefined> {
      const [row] = await db.select().from(activities).where(eq(activities.code, code.toUpperCase()))
      return row && asActivity(row)
    },

    /**
     * Locks the activity until the end of the transaction: seats are given out by one at a time. Rows that point at it may
     * be written meanwhile, or whoever tells people something would wait, with what this transaction wants to change.
     */
    async readLocked(id: number): Promise<Activity | undefined> {
      const [row] = await db.select().from(activities).where(eq(activities.id, id)).for('no key update')
      const activity = row && asActivity(row)
      forget(nameOf(id), activity)
      return activity
    },

    async byIds(ids: readonly number[]): Promise<Map<number, Activity>> {
      const rows =
        ids.length === 0
          ? []
          : await db
              .select()
              .from(activities)
              .where(inArray(activities.id, [...ids]))
      return new Map(rows.map((row) => [row.id, asActivity(row)]))
    },

    async save(activity: NewActivity): Promise<Activity> {
      forget()
      const now = clock.now()
      const [row] = await db
        .insert(activities)
        .values({ ...activity, createdAt: now, updatedAt: now })
        .onConflictDoUpdate({ target: activities.code, set: { ...activity, updatedAt: now } })
        .returning()
      if (!row) throw new Error('an activity was not saved')
      return asActivity(row)
    },

    async update(id: number, changes: Partial<NewActivity>): Promise<void> {
      forget(nameOf(id))
      await db
        .update(activities)
        .set({ ...changes, updatedAt: clock.now() })
        .where(eq(activities.id, id))
    },

    /** Makes a questionnaire a form of this activity that its workbook does not name. */
    async chooseForm(id: number, formId: string): Promise<void> {
      forget()
      await db.execute(sql`update activities set updated_at = ${clock.now().toString()},
        details = details || jsonb_build_object('chosenForms', coalesce(details->'chosenForms', '[]'::jsonb)
          || jsonb_build_array(${formId}::text))
        where id = ${id} and not coalesce(details->'chosenForms', '[]'::jsonb) ? ${formId}::text`)
    },

    /** Takes that back; false where it was not chosen (any more). */
    async dropForm(id: number, formId: string): Promise<boolean> {
      forget()
      const dropped = await db.execute(sql`update activities set updated_at = ${clock.now().toString()},
        details = details || jsonb_build_object('chosenForms', (details->'chosenForms') - ${formId}::text)
        where id = ${id} and coalesce(details->'chosenForms', '[]'::jsonb) ? ${formId}::text returning id`)
      return dropped.length > 0
    },

    /** The next application number; the activity is locked by whoever asks. */
    async nextNumber(id: number): Promise<number> {
      const [row] = await db
        .update(activities)
        .set({ lastNumber: sql`${activities.lastNumber} + 1` })
        .where(eq(activities.id, id))
        .returning({ number: activities.lastNumber })
      if (!row) throw new Error('an application got no number')
      return row.number
    },

    async saveSheet(activityId: number, sheet: string, rows: readonly unknown[]): Promise<void> {
      await db
        .insert(activitySheets)
        .values({ activityId, sheet, rows: [...rows] })
        .onConflictDoUpdate({
          target: [activitySheets.activityId, activitySheets.sheet],
          set: { rows: [...rows] },
        })
    },

    /** The rows of the sheet `documents`, as they were read. */
    async documentsOf(activityId: number): Promise<DocumentRule[]> {
      const isTheirs = and(eq(activitySheets.activityId, activityId), eq(activitySheets.sheet, 'documents'))
      const [row] = await db.select().from(activitySheets).where(isTheirs)
      return (row?.rows ?? []) as DocumentRule[]
    },

    /** Every document is due that many days later, as the whole activity is. */
    async putDocumentsOff(activityId: number, days: number): Promise<void> {
      const rules = await this.documentsOf(activityId)
      const later = (day: string) => Temporal.PlainDate.from(day).add({ days }).toString()
      const moved = rules.map((rule) => ({ ...rule, dueOn: rule.dueOn === null ? null : later(rule.dueOn) }))
      if (moved.length > 0) await this.saveSheet(activityId, 'documents', moved)
    },

    async sheetsOf(activityId: number): Promise<Record<string, unknown[]>> {
      const rows = await db.select().from(activitySheets).where(eq(activitySheets.activityId, activityId))
      return Object.fromEntries(rows.map(({ sheet, rows: kept }) => [sheet, kept]))
    },
  }
}
