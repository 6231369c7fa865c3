import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { lockKinds } from '../../../platform/session-locks.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Person } from '../domain/person.ts'
import { mayDo } from '../domain/rights.ts'
import type { Grant, Role } from '../domain/roles.ts'
import { roleInvitationStore } from './role-invitation-store.ts'
import { persons, roles } from './tables.ts'

export type RoleStore = ReturnType<typeof roleStore>

/** A role with the name of who has it. */
export type NamedGrant = Grant & Pick<Person, 'givenNames' | 'surname'>

type StoreNeeds = Pick<Database, 'db' | 'query' | 'remember' | 'forget' | 'keepInMind'>
const nameOf = (personId: number) => `roles of ${personId}`

/** Who may do what, and the links that give a role. */
export function roleStore(database: StoreNeeds, clock: Clock) {
  const { db, remember, forget, keepInMind } = database
  const inForce = isNull(roles.revokedAt)
  const { sweep: sweepLinks, ...links } = roleInvitationStore(database, clock)

  return {
    ...links,

    of: (personId: number): Promise<readonly Grant[]> =>
      remember(nameOf(personId), async () => {
        const rows = await db
          .select()
          .from(roles)
          .where(and(eq(roles.personId, personId), inForce))
        return rows.map(asGrant)
      }),

    /** Whoever sends something is asked for their roles all the time: they come with it. */
    knownOfSender: {
      sql: `(select coalesce(json_agg(json_build_object('id', r.id, 'personId', r.person_id, 'role', r.role,
        'activityCode', r.activity_code) order by r.id), '[]') from roles r where r.person_id = a.person_id and r.revoked_at is null)`,
      keepInMind: (personId: number, known: unknown) => keepInMind(nameOf(personId), known),
    },

    async all(): Promise<Grant[]> {
      const rows = await db.select().from(roles).where(inForce).orderBy(roles.grantedAt)
      return rows.map(asGrant)
    },

    /** Whose roles at an activity have all been taken away. */
    async putOutOf(activityCode: string): Promise<Set<number>> {
      const rows = await db
        .select({ personId: roles.personId, hasOne: sql<boolean>`bool_or(${roles.revokedAt} is null)` })
        .from(roles)
        .where(or(isNull(roles.activityCode), eq(roles.activityCode, activityCode)))
        .groupBy(roles.personId)
      return new Set(rows.flatMap(({ personId, hasOne }) => (hasOne ? [] : [personId])))
    },

    /** Everybody who coordinates an activity, whoever has had a role the longest first. */
    async coordinatorsOf(activityCode: string): Promise<number[]> {
      const grants = Map.groupBy(await this.all(), ({ personId }) => personId)
      return [...grants].flatMap(([personId, theirs]) =>
        mayDo(theirs, 'openDesk', activityCode) ? [personId] : [],
      )
    },

    /** A page of those who have a role, with their names, and how many there are; the oldest first. */
    async page(offset: number, limit: number): Promise<{ grants: NamedGrant[]; total: number }> {
      const total = sql<number>`(count(*) over ())::int`
      const rows = await db
        .select({ role: roles, givenNames: persons.givenNames, surname: persons.surname, total })
        .from(roles)
        .innerJoin(persons, eq(persons.id, roles.personId))
        .where(inForce)
        .orderBy(asc(roles.grantedAt), asc(roles.id))
        .offset(offset)
        .limit(limit)
      return {
        total: rows[0]?.total ?? (offset > 0 ? await db.$count(roles, inForce) : 0),
        grants: rows.map(({ role, givenNames, surname }) => ({ ...asGrant(role), givenNames, surname })),
      }
    },

    /** All of them, locked until the end of the transaction: two owners who take roles away do it one after the other. */
    async allLocked(): Promise<Grant[]> {
      const rows = await db.select().from(roles).where(inForce).orderBy(roles.id).for('update')
      return rows.map(asGrant)
    },

    async grant(personId: number, role: Role, activityCode: string | null): Promise<void> {
      forget(nameOf(personId))
      await db.insert(roles).values({ personId, role, activityCode, grantedAt: clock.now() })
    },

    /** One person's roles become another's; what both have, once. */
    async handOver(fromPersonId: number, toPersonId: number): Promise<void> {
      const has = (await this.of(toPersonId)).map(({ role, activityCode }) => `${role} ${activityCode}`)
      for (const { id, role, activityCode } of await this.of(fromPersonId))
        if (has.includes(`${role} ${activityCode}`)) await this.revoke(id)
        else await db.update(roles).set({ personId: toPersonId }).where(eq(roles.id, id))
      forget()
    },

    async revoke(grantId: number): Promise<void> {
      forget()
      await db
        .update(roles)
        .set({ revokedAt: clock.now() })
        .where(and(eq(roles.id, grantId), inForce))
    },

    /** Until the end of the transaction, whoever else makes the first owner's link waits. */
    async lockOwners(): Promise<void> {
      await db.execute(sql`select pg_advisory_xact_lock(${lockKinds.owners}::int, 1)`)
    },

    async hasOwner(): Promise<boolean> {
      const rows = await db
        .select({ id: roles.id })
        .from(roles)
        .where(and(eq(roles.role, 'owner'), inForce))
        .limit(1)
      return rows.length > 0
    },

    /** Links go 30 days after they have ended, roles three years after they were taken away. */
    sweeps: [
      sweepLinks,
      sweep(database, { table: 'roles', where: 'revoked_at < $1', afterHours: 24 * 365 * 3 }),
    ],
  }
}

const asGrant = (row: typeof roles.$inferSelect): Grant => ({
  id: row.id,
  personId: row.personId,
  role: row.role as Role,
  activityCode: row.activityCode,
})
