import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { sectionLinks } from './section-tables.ts'

export type SectionLinkStore = ReturnType<typeof sectionLinkStore>
export type SectionLink = typeof sectionLinks.$inferSelect

/** The links by which colleagues answer sections of a firm's draft. */
export function sectionLinkStore(database: Pick<Database, 'db' | 'query' | 'forget'>, clock: Clock) {
  const { db, forget } = database
  return {
    async make(link: {
      responseId: number
      section: string
      tokenHash: string
      createdBy: number
      expiresAt: Temporal.Instant
    }): Promise<void> {
      forget()
      await db.insert(sectionLinks).values({ ...link, createdAt: clock.now() })
    },

    async byHash(tokenHash: string): Promise<SectionLink | undefined> {
      const [link] = await db.select().from(sectionLinks).where(eq(sectionLinks.tokenHash, tokenHash))
      return link
    },

    /** All of a draft, the last of each section last. */
    async ofResponse(responseId: number): Promise<SectionLink[]> {
      return db
        .select()
        .from(sectionLinks)
        .where(eq(sectionLinks.responseId, responseId))
        .orderBy(sectionLinks.id)
    },

    /** Uses a link up; only one of two taps at the same moment gets it. */
    async redeem(id: number, personId: number): Promise<boolean> {
      const used = await db
        .update(sectionLinks)
        .set({ usedAt: clock.now(), usedBy: personId })
        .where(
          and(
            eq(sectionLinks.id, id),
            isNull(sectionLinks.usedAt),
            isNull(sectionLinks.endedAt),
            sql`${sectionLinks.expiresAt} > ${clock.now().toString()}`,
          ),
        )
        .returning({ id: sectionLinks.id })
      return used.length > 0
    },

    /** A section, or all of them, is with colleagues no longer: answered, or taken back. Resolves with the hashes of the links. */
    async end(
      responseId: number,
      { section, isAnswered }: { section: string | undefined; isAnswered: boolean },
    ): Promise<string[]> {
      forget()
      const ended = await db
        .update(sectionLinks)
        .set({ endedAt: clock.now(), isAnswered })
        .where(
          and(
            eq(sectionLinks.responseId, responseId),
            section === undefined ? undefined : eq(sectionLinks.section, section),
            isNull(sectionLinks.endedAt),
          ),
        )
        .returning({ tokenHash: sectionLinks.tokenHash })
      return ended.map(({ tokenHash }) => tokenHash)
    },

    /** Links that ended 30 days ago. */
    sweep: sweep(database, { table: 'section_links', where: 'expires_at < $1', afterHours: 30 * 24 }),
  }
}
