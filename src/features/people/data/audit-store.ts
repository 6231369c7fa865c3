import { and, arrayContains, desc, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
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
    aboutOne: Pick<Person, 'id' | 'givenNames' | 'surname'> | null
  }

type Seen = Audited & { aboutPersonIds: readonly number[] }

/** Whom a row is about, where it is about one. */
const concerned = alias(persons, 'concerned')

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
      if (done.act !== 'saw') await db.insert(audit).values({ ...row, at: clock.now() })
      else await noteUnlessJustSeen(row)
    },

    /** A page of the record, the newest first; with a person, what they did and what concerns them. */
    async page(asked: {
      personId?: number | undefined
      offset: number
      limit: number
    }): Promise<{ entries: AuditEntry[]; total: number }> {
      const where = asked.personId === undefined ? undefined : concerns(asked.personId)
      const rows = await db
        .select({
          audit,
          givenNames: persons.givenNames,
          surname: persons.surname,
          aboutOne: { id: concerned.id, givenNames: concerned.givenNames, surname: concerned.surname },
          total: sql<number>`(select count(*)::int from ${audit} where ${where ?? sql`true`})`,
        })
        .from(audit)
        .leftJoin(persons, eq(persons.id, audit.byPersonId))
        .leftJoin(
          concerned,
          and(
            sql`cardinality(${audit.aboutPersonIds}) = 1`,
            eq(concerned.id, sql`${audit.aboutPersonIds}[1]`),
          ),
        )
        .where(where)
        .orderBy(desc(audit.at), desc(audit.id))
        .offset(asked.offset)
        .limit(asked.limit)
      const entries = rows.map(({ audit: { aboutPersonIds, ...entry }, total: _total, ...names }) => ({
        ...entry,
        ...names,
        about: aboutPersonIds.length,
      }))
      return { entries, total: rows[0]?.total ?? (asked.offset > 0 ? await db.$count(audit, where) : 0) }
    },

    sweep: sweep(database, { table: 'audit', where: 'at < $1', afterHours: 24 * 365 * 3 }),
  }

  async function noteUnlessJustSeen({
    byPersonId,
    act,
    what,
    activityId,
    aboutPersonIds,
  }: Seen): Promise<void> {
    const now = clock.now()
    await database.query(
      `insert into audit (by_person_id, act, what, activity_id, about_person_ids, at)
       select $1, $2, $3, $4, string_to_array($5, ',')::bigint[], $6
       where not exists (select from audit where by_person_id = $1 and act = $2 and what = $3
         and about_person_ids @> string_to_array($5, ',')::bigint[] and at > $7)`,
      [
        ...[byPersonId, act, what, activityId ?? null, aboutPersonIds.join(',')],
        ...[now.toString(), now.subtract({ minutes: oneLookMinutes }).toString()],
      ],
    )
  }
}
