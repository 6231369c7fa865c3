import { and, eq, like, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import type { PlanAnswers, PlanDraft } from '../../domain/planning/plan.ts'
import { activityDrafts } from '../desk-tables.ts'
import { activities } from '../tables.ts'

export type PlanDraftStore = ReturnType<typeof planDraftStore>

/** Workshops that are being planned, and edits of them. */
export function planDraftStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const drafts = activityDrafts

  return {
    async read(id: number): Promise<PlanDraft | undefined> {
      const [row] = await db.select().from(drafts).where(eq(drafts.id, id))
      return row
    },

    async readLocked(id: number): Promise<PlanDraft | undefined> {
      const [row] = await db.select().from(drafts).where(eq(drafts.id, id)).for('update')
      return row
    },

    openWhere: 'exists (select from activity_drafts d where d.person_id = viewer.id and not d.is_paused)',

    /** The draft whose question is open in this person's chat. */
    async openOne(personId: number): Promise<PlanDraft | undefined> {
      const [row] = await db
        .select()
        .from(drafts)
        .where(and(eq(drafts.personId, personId), eq(drafts.isPaused, false)))
      return row
    },

    /** Opens this person's draft for an activity, or for a new one; whatever else was open is paused. */
    async open(personId: number, activityId: number | null, first: PlanAnswers): Promise<PlanDraft> {
      const now = clock.now()
      await db
        .update(drafts)
        .set({ isPaused: true })
        .where(and(eq(drafts.personId, personId), eq(drafts.isPaused, false)))
      const [row] = await db
        .insert(drafts)
        .values({ personId, activityId, answers: { ...first }, createdAt: now, updatedAt: now })
        .onConflictDoUpdate({
          target: [drafts.personId, drafts.activityId],
          set: { isPaused: false, revision: sql`${drafts.revision} + 1`, updatedAt: now },
        })
        .returning()
      if (!row) throw new Error('a draft was not opened')
      return row
    },

    async update(
      id: number,
      { answers, ...changes }: { answers?: PlanAnswers; changing?: string | null; isPaused?: boolean },
    ): Promise<void> {
      await db
        .update(drafts)
        .set({
          ...changes,
          ...(answers ? { answers: { ...answers } } : {}),
          revision: sql`${drafts.revision} + 1`,
          updatedAt: clock.now(),
        })
        .where(eq(drafts.id, id))
    },

    /**
     * What one person plans is another's from here on, of whom one draft is open at a time; whether one had to give way,
     * because they are planning the same already.
     */
    async handOver(fromPersonId: number, toPersonId: number): Promise<boolean> {
      await db.execute(sql`update activity_drafts theirs set person_id = ${toPersonId}, revision = revision + 1,
          is_paused = is_paused or exists
            (select 1 from activity_drafts own where own.person_id = ${toPersonId} and not own.is_paused)
        where person_id = ${fromPersonId} and not exists (select 1 from activity_drafts own
          where own.person_id = ${toPersonId} and own.activity_id is not distinct from theirs.activity_id)`)
      const gone = await db
        .delete(drafts)
        .where(eq(drafts.personId, fromPersonId))
        .returning({ id: drafts.id })
      return gone.length > 0
    },

    async remove(id: number): Promise<void> {
      await db.delete(drafts).where(eq(drafts.id, id))
    },

    /** The codes with this stem; until the end of the transaction nobody else is told of them. */
    async takenCodes(stem: string): Promise<string[]> {
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('activities.code'))`)
      const rows = await db
        .select({ code: activities.code })
        .from(activities)
        .where(like(activities.code, `${stem}%`))
      return rows.map(({ code }) => code)
    },

    /** Drafts nobody has touched for 60 days go. */
    sweep: sweep(database, { table: 'activity_drafts', where: 'updated_at < $1', afterHours: 60 * 24 }),
  }
}
