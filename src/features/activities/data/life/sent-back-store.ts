import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import type { SendingBack, SentBack } from '../../domain/sent-back.ts'
import { sendingBack, sentBack } from './life-tables.ts'
import { applications } from '../tables.ts'

export type SentBackStore = ReturnType<typeof sentBackStore>

/** Hours a coordinator's choice of questions stays. */
const choosingHours = 24

/** Questions that are open again, and what coordinators are about to ask again. */
export function sentBackStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database

  async function change(applicationId: number, changes: Partial<SentBack>): Promise<void> {
    await db
      .update(sentBack)
      .set({
        ...changes,
        revision: sql`${sentBack.revision} + 1`,
        updatedAt: clock.now(),
      } as never)
      .where(eq(sentBack.applicationId, applicationId))
  }

  return {
    async of(applicationId: number): Promise<SentBack | undefined> {
      const [row] = await db.select().from(sentBack).where(eq(sentBack.applicationId, applicationId))
      return row && asSentBack(row)
    },

    /** Opens questions; what was asked and answered before is over. */
    async open(
      one: Pick<SentBack, 'applicationId' | 'asked' | 'before' | 'formBefore' | 'dueAt' | 'sentence'>,
    ): Promise<void> {
      await db.delete(sentBack).where(eq(sentBack.applicationId, one.applicationId))
      await db.insert(sentBack).values({
        ...one,
        before: { ...one.before },
        answers: { ...one.before },
        updatedAt: clock.now(),
      })
    },

    change,

    openWhere: `exists (select from sent_back s join applications a on a.id = s.application_id
      where s.returned_at is null and not s.is_paused and viewer.id in (a.person_id, a.filled_by))`,

    /** One of a person is asked at a time. */
    async sitDown(applicationId: number): Promise<void> {
      await change(applicationId, { isPaused: false })
    },

    async remove(applicationId: number): Promise<void> {
      await db.delete(sentBack).where(eq(sentBack.applicationId, applicationId))
    },

    /** What stands open in this person's chat: their own, or of a colleague for whom they have applied. */
    async openBy(personId: number): Promise<{ id: number; updatedAt: Temporal.Instant } | undefined> {
      const [row] = await db
        .select({ id: sentBack.applicationId, updatedAt: sentBack.updatedAt })
        .from(sentBack)
        .innerJoin(applications, eq(applications.id, sentBack.applicationId))
        .where(
          and(
            isNull(sentBack.returnedAt),
            eq(sentBack.isPaused, false),
            sql`${personId} in (${applications.personId}, ${applications.filledBy})`,
          ),
        )
        .orderBy(desc(sentBack.updatedAt))
        .limit(1)
      return row
    },

    /** What this coordinator has chosen so far for an application. */
    async chosenBy(personId: number, applicationId: number): Promise<SendingBack> {
      const [row] = await db
        .select()
        .from(sendingBack)
        .where(and(eq(sendingBack.personId, personId), eq(sendingBack.applicationId, applicationId)))
      return row ?? { applicationId, asked: [], dueOn: null, sentence: null }
    },

    async choose(personId: number, chosen: SendingBack): Promise<void> {
      const { applicationId, asked, dueOn, sentence } = chosen
      const kept = { applicationId, asked, dueOn, sentence, askedAt: clock.now() }
      await db
        .insert(sendingBack)
        .values({ personId, ...kept })
        .onConflictDoUpdate({ target: sendingBack.personId, set: kept })
    },

    async closeChoice(personId: number): Promise<void> {
      await db.delete(sendingBack).where(eq(sendingBack.personId, personId))
    },

    sweep: sweep(database, { table: 'sending_back', where: 'asked_at < $1', afterHours: choosingHours }),
  }
}

const asSentBack = (row: typeof sentBack.$inferSelect): SentBack => ({
  ...row,
  before: row.before,
  answers: row.answers,
})
