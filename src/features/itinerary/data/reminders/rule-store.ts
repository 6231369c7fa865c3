import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { rulesWith, type PlanRules, type RuleName, type Setting } from '../../domain/rules/plan-rules.ts'
import { reminderRules } from './reminder-tables.ts'

export type RuleStore = ReturnType<typeof ruleStore>

/** How activities remind their people. */
export function ruleStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  async function write(
    activityId: number,
    change: Partial<typeof reminderRules.$inferInsert>,
  ): Promise<void> {
    const set = { ...change, updatedAt: clock.now() }
    await db
      .insert(reminderRules)
      .values({ activityId, ...set })
      .onConflictDoUpdate({ target: reminderRules.activityId, set })
  }

  return {
    async read(activityId: number): Promise<PlanRules & { pausedAt: Temporal.Instant | null }> {
      const [row] = await db.select().from(reminderRules).where(eq(reminderRules.activityId, activityId))
      return { ...rulesWith(row?.changed ?? {}), pausedAt: row?.pausedAt ?? null }
    },
    /** Another setting of a rule; `null`: the standard again, also one that later releases may bring. */
    async change(activityId: number, rule: RuleName, setting: Setting | null): Promise<void> {
      await write(activityId, {})
      await db
        .update(reminderRules)
        .set({
          changed:
            setting === null
              ? sql`${reminderRules.changed} - ${rule}::text`
              : sql`${reminderRules.changed} || ${JSON.stringify({ [rule]: setting })}::jsonb`,
        })
        .where(eq(reminderRules.activityId, activityId))
    },
    /** From now on nothing goes out, or everything again. */
    pause: (activityId: number, isPaused: boolean): Promise<void> =>
      write(activityId, { pausedAt: isPaused ? clock.now() : null }),
    /** Which of these activities are paused. */
    async paused(activityIds: readonly number[]): Promise<Set<number>> {
      if (activityIds.length === 0) return new Set()
      const rows = await db
        .select({ activityId: reminderRules.activityId })
        .from(reminderRules)
        .where(and(inArray(reminderRules.activityId, [...activityIds]), isNotNull(reminderRules.pausedAt)))
      return new Set(rows.map(({ activityId }) => activityId))
    },
  }
}
