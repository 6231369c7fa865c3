import { eq, inArray, isNotNull, and } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { defaultRules, type PlanRules } from '../domain/fire.ts'
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
      const overviewAt = row?.overviewAt ? Temporal.PlainTime.from(row.overviewAt) : defaultRules.overviewAt
      return {
        minutesBefore: row?.minutesBefore ?? defaultRules.minutesBefore,
        overviewAt: row?.hasOverview === false ? null : overviewAt,
        pausedAt: row?.pausedAt ?? null,
      }
    },
    save: (activityId: number, { minutesBefore, overviewAt }: PlanRules): Promise<void> =>
      write(activityId, {
        minutesBefore,
        hasOverview: overviewAt !== null,
        ...(overviewAt === null ? {} : { overviewAt: overviewAt.toString() }),
      }),
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
