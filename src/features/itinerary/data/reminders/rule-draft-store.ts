import { and, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import type { RuleName } from '../../domain/rules/plan-rules.ts'
import type { RuleDraft } from '../../domain/rules/rule-draft.ts'
import { ruleDrafts } from './rule-draft-tables.ts'

export type RuleDraftStore = ReturnType<typeof ruleDraftStore>

/** Changes of reminder rules that are being made on phones; somebody has one at a time. */
export function ruleDraftStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const next = () => ({ revision: sql`${ruleDrafts.revision} + 1`, updatedAt: clock.now() })

  return {
    async read(id: number): Promise<RuleDraft | undefined> {
      const [row] = await db.select().from(ruleDrafts).where(eq(ruleDrafts.id, id))
      return row && asDraft(row)
    },

    async readLocked(id: number): Promise<RuleDraft | undefined> {
      const [row] = await db.select().from(ruleDrafts).where(eq(ruleDrafts.id, id)).for('update')
      return row && asDraft(row)
    },

    openWhere: 'exists (select from rule_drafts d where d.person_id = viewer.id and not d.is_paused)',

    /** The draft whose question is open in this person's chat. */
    async openOne(personId: number): Promise<RuleDraft | undefined> {
      const [row] = await db
        .select()
        .from(ruleDrafts)
        .where(and(eq(ruleDrafts.personId, personId), eq(ruleDrafts.isPaused, false)))
      return row && asDraft(row)
    },

    /** Opens the question about a rule, in place of whatever was open. */
    async open(draft: Pick<RuleDraft, 'personId' | 'activityId' | 'rule'>): Promise<RuleDraft> {
      const now = clock.now()
      const [row] = await db
        .insert(ruleDrafts)
        .values({ ...draft, createdAt: now, updatedAt: now })
        .onConflictDoUpdate({
          target: ruleDrafts.personId,
          set: { ...draft, ...next(), answer: null, seen: null, isPaused: false },
        })
        .returning()
      if (!row) throw new Error('a draft was not opened')
      return asDraft(row)
    },

    async update(id: number, changes: Partial<Pick<RuleDraft, 'answer' | 'seen' | 'isPaused'>>) {
      await db
        .update(ruleDrafts)
        .set({ ...changes, ...next() })
        .where(eq(ruleDrafts.id, id))
    },

    async remove(id: number): Promise<void> {
      await db.delete(ruleDrafts).where(eq(ruleDrafts.id, id))
    },

    /** Nobody comes back to a rule that was laid aside for days. */
    sweep: sweep(database, { table: 'rule_drafts', where: 'updated_at < $1', afterHours: 24 * 3 }),
  }
}

const asDraft = ({ createdAt: _, ...row }: typeof ruleDrafts.$inferSelect): RuleDraft => ({
  ...row,
  rule: row.rule as RuleName,
})
