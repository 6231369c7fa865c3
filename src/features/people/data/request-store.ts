import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { daysToAnswer, type RequestKind, type RequestWay } from '../domain/privacy-requests.ts'
import { privacyRequests } from './request-tables.ts'

export type RequestStore = ReturnType<typeof requestStore>

export type PrivacyRequest = typeof privacyRequests.$inferSelect

/** The register of what people have asked for under data protection. */
export function requestStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const isOpen = isNull(privacyRequests.doneAt)
  const received = () => ({
    receivedAt: clock.now(),
    dueAt: clock.now().add({ hours: 24 * daysToAnswer }),
  })

  return {
    /** Done at once, in the chat. */
    async noteDone(personId: number, kind: RequestKind): Promise<void> {
      const done = { doneAt: clock.now(), doneBy: personId }
      await db.insert(privacyRequests).values({ personId, kind, via: 'chat', ...received(), ...done })
    },

    /** Somebody has written to the chamber. */
    async enter(request: { kind: RequestKind; via: RequestWay; who: string }): Promise<void> {
      await db.insert(privacyRequests).values({ ...request, ...received() })
    },

    /** The open ones, the most urgent first, and how many have been answered. */
    async open(): Promise<{ open: PrivacyRequest[]; done: number }> {
      const open = await db.select().from(privacyRequests).where(isOpen).orderBy(asc(privacyRequests.dueAt))
      const [all] = await db.select({ total: count() }).from(privacyRequests)
      return { open, done: (all?.total ?? 0) - open.length }
    },

    async countOpen(): Promise<number> {
      const [row] = await db.select({ count: count() }).from(privacyRequests).where(isOpen)
      return row?.count ?? 0
    },

    async read(id: number): Promise<PrivacyRequest | undefined> {
      const [row] = await db
        .select()
        .from(privacyRequests)
        .where(and(eq(privacyRequests.id, id), isOpen))
      return row
    },

    /** Answered; whether it was open. */
    async tick(id: number, doneBy: number): Promise<boolean> {
      const rows = await db
        .update(privacyRequests)
        .set({ doneAt: clock.now(), doneBy, who: null })
        .where(and(eq(privacyRequests.id, id), isOpen))
        .returning({ id: privacyRequests.id })
      return rows.length > 0
    },

    sweep: sweep(database, { table: 'privacy_requests', where: 'done_at < $1', afterHours: 24 * 365 * 3 }),
  }
}
