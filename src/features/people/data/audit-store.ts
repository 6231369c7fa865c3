import { and, arrayContains, count, desc, eq, gt, or } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Audited } from '../domain/audited.ts'
import type { Person } from '../domain/person.ts'
import { audit } from './audit-tables.ts'
import { persons } from './tables.ts'

export type AuditStore = ReturnType<typeof auditStore>

/** A row of the record, with the name of whoever did it. */
export type AuditEntry = Omit<typeof audit.$inferSelect, 'aboutPersonIds' | 'language'> &
  Pick<Person, 'givenNames' | 'surname'> & {
    /** How many it concerns; where it is one, who that is. */
    about: number
    aboutOne: number | null
  }

/** Minutes in which looking at the same thing again is no second look. */
const oneLookMinutes = 10

/** The record of who has seen, changed and exported what. */
export function auditStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const concerns = (personId: number) =>
    or(eq(audit.byPersonId, personId), arrayContains(audit.aboutPersonIds, [personId]))

  return {
    /** Notes it, in the transaction in which it happens. */
    async note({ aboutPersonIds = [], ...done }: Audited): Promise<void> {
      const row = { ...done, aboutPersonIds: [...new Set(aboutPersonIds)] }
      if (done.act === 'saw' && (await hasJustSeen(row))) return
      await db.insert(audit).values({ ...row, at: clock.now() })
    },

    /** A page of the record, the newest first; with a person, what they did and what concerns them. */
    async page(asked: {
      personId?: number | undefined
      offset: number
      limit: number
    }): Promise<{ entries: AuditEntry[]; total: number }> {
      const where = asked.personId === undefined ? undefined : concerns(asked.personId)
      const [counted] = await db.select({ total: count() }).from(audit).where(where)
      const rows = await db
        .select({ audit, givenNames: persons.givenNames, surname: persons.surname })
        .from(audit)
        .leftJoin(persons, eq(persons.id, audit.byPersonId))
        .where(where)
        .orderBy(desc(audit.at), desc(audit.id))
        .offset(asked.offset)
        .limit(asked.limit)
      const entries = rows.map(({ audit: { aboutPersonIds, ...entry }, givenNames, surname }) => ({
        ...entry,
        about: aboutPersonIds.length,
        aboutOne: aboutPersonIds.length === 1 ? Number(aboutPersonIds[0]) : null,
        givenNames,
        surname,
      }))
      return { entries, total: counted?.total ?? 0 }
    },

    sweep: sweep(database, { table: 'audit', where: 'at < $1', afterHours: 24 * 365 * 3 }),
  }

  async function hasJustSeen({ byPersonId, act, what, aboutPersonIds }: Audited): Promise<boolean> {
    const rows = await db
      .select({ id: audit.id })
      .from(audit)
      .where(
        and(
          eq(audit.byPersonId, byPersonId),
          eq(audit.act, act),
          eq(audit.what, what),
          arrayContains(audit.aboutPersonIds, [...(aboutPersonIds ?? [])]),
          gt(audit.at, clock.now().subtract({ minutes: oneLookMinutes })),
        ),
      )
      .limit(1)
    return rows.length > 0
  }
}
