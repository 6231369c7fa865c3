import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { lockKinds } from '../../../platform/session-locks.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Person } from '../domain/person.ts'
import { mayDo } from '../domain/rights.ts'
import type { Grant, Role } from '../domain/roles.ts'
import { persons, roleInvitations, roles } from './tables.ts'

export type RoleStore = ReturnType<typeof roleStore>

/** A role with the name of who has it. */
export type NamedGrant = Grant & Pick<Person, 'givenNames' | 'surname'>

/** What a link gives, and whether it still gives it. */
export interface RoleInvitation extends Pick<Grant, 'role' | 'activityCode'> {
  isOpen: boolean
  usedBy: number | null
}

/** Who may do what, and the links that give a role. */
export function roleStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const inForce = isNull(roles.revokedAt)

  return {
    async of(personId: number): Promise<Grant[]> {
      const rows = await db
        .select()
        .from(roles)
        .where(and(eq(roles.personId, personId), inForce))
      return rows.map(asGrant)
    },

    async all(): Promise<Grant[]> {
      const rows = await db.select().from(roles).where(inForce).orderBy(roles.grantedAt)
      return rows.map(asGrant)
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
      const [counted] = await db.select({ total: count() }).from(roles).where(inForce)
      const rows = await db
        .select({ role: roles, givenNames: persons.givenNames, surname: persons.surname })
        .from(roles)
        .innerJoin(persons, eq(persons.id, roles.personId))
        .where(inForce)
        .orderBy(asc(roles.grantedAt), asc(roles.id))
        .offset(offset)
        .limit(limit)
      return {
        total: counted?.total ?? 0,
        grants: rows.map(({ role, ...name }) => ({ ...asGrant(role), ...name })),
      }
    },

    /** All of them, locked until the end of the transaction: two owners who take roles away do it one after the other. */
    async allLocked(): Promise<Grant[]> {
      const rows = await db.select().from(roles).where(inForce).orderBy(roles.id).for('update')
      return rows.map(asGrant)
    },

    async grant(personId: number, role: Role, activityCode: string | null): Promise<void> {
      await db.insert(roles).values({ personId, role, activityCode, grantedAt: clock.now() })
    },

    /** One person's roles become another's; what both have, once. */
    async handOver(fromPersonId: number, toPersonId: number): Promise<void> {
      const has = (await this.of(toPersonId)).map(({ role, activityCode }) => `${role} ${activityCode}`)
      for (const { id, role, activityCode } of await this.of(fromPersonId))
        if (has.includes(`${role} ${activityCode}`)) await this.revoke(id)
        else await db.update(roles).set({ personId: toPersonId }).where(eq(roles.id, id))
    },

    async revoke(grantId: number): Promise<void> {
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

    async invite(tokenHash: string, role: Role, activityCode: string | null, hours: number): Promise<void> {
      const now = clock.now()
      await db
        .insert(roleInvitations)
        .values({ tokenHash, role, activityCode, createdAt: now, expiresAt: now.add({ hours }) })
    },

    /** While there is no owner, each start makes a new link and the former ones end. */
    async voidOwnerInvitations(): Promise<void> {
      await db
        .update(roleInvitations)
        .set({ voidedAt: clock.now() })
        .where(
          and(
            eq(roleInvitations.role, 'owner'),
            isNull(roleInvitations.usedAt),
            isNull(roleInvitations.voidedAt),
          ),
        )
    },

    async readInvitation(tokenHash: string): Promise<RoleInvitation | undefined> {
      const [row] = await db.select().from(roleInvitations).where(eq(roleInvitations.tokenHash, tokenHash))
      if (!row) return undefined
      const { role, activityCode, usedBy, usedAt, voidedAt, expiresAt } = row
      const isOpen = !usedAt && !voidedAt && Temporal.Instant.compare(expiresAt, clock.now()) > 0
      return { role: role as Role, activityCode, usedBy, isOpen }
    },

    /** Uses a link up; only one of two taps at the same moment gets it. */
    async redeem(
      tokenHash: string,
      personId: number,
    ): Promise<{ role: Role; activityCode: string | null } | undefined> {
      const [row] = await db
        .update(roleInvitations)
        .set({ usedAt: clock.now(), usedBy: personId })
        .where(
          and(
            eq(roleInvitations.tokenHash, tokenHash),
            isNull(roleInvitations.usedAt),
            isNull(roleInvitations.voidedAt),
            sql`${roleInvitations.expiresAt} > ${clock.now().toString()}`,
          ),
        )
        .returning({ role: roleInvitations.role, activityCode: roleInvitations.activityCode })
      return row && { role: row.role as Role, activityCode: row.activityCode }
    },

    /** Links go 30 days after they have ended, roles three years after they were taken away. */
    sweeps: [
      sweep(database, { table: 'role_invitations', where: 'expires_at < $1', afterHours: 24 * 30 }),
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
