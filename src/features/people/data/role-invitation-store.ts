import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Grant, Role } from '../domain/roles.ts'
import { roleInvitations } from './tables.ts'

/** What a link gives, and whether it still gives it. */
export interface RoleInvitation extends Pick<Grant, 'role' | 'activityCode'> {
  isOpen: boolean
  usedBy: number | null
}

/** A link that nobody has used yet. */
export interface OpenInvitation extends Pick<Grant, 'id' | 'role' | 'activityCode'> {
  expiresAt: Temporal.Instant
}

/** The links that give a role. */
export function roleInvitationStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const isOpen = () =>
    and(
      isNull(roleInvitations.usedAt),
      isNull(roleInvitations.voidedAt),
      sql`${roleInvitations.expiresAt} > ${clock.now().toString()}`,
    )

  return {
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

    /** A page of the links that still give a role, those that end first on top, and how many there are. */
    async openInvitations(
      offset: number,
      limit: number,
    ): Promise<{ links: OpenInvitation[]; total: number }> {
      const rows = await db
        .select({
          id: roleInvitations.id,
          role: roleInvitations.role,
          activityCode: roleInvitations.activityCode,
          expiresAt: roleInvitations.expiresAt,
          total: sql<number>`(count(*) over ())::int`,
        })
        .from(roleInvitations)
        .where(isOpen())
        .orderBy(asc(roleInvitations.expiresAt), asc(roleInvitations.id))
        .offset(offset)
        .limit(limit)
      return {
        total: rows[0]?.total ?? (offset > 0 ? await db.$count(roleInvitations, isOpen()) : 0),
        links: rows.map(({ total: _total, ...link }) => ({ ...link, role: link.role as Role })),
      }
    },

    /** A link gives nothing from here on. Resolves with what it would have given; undefined: it has ended already. */
    async voidInvitation(id: number): Promise<Pick<Grant, 'role' | 'activityCode'> | undefined> {
      const [row] = await db
        .update(roleInvitations)
        .set({ voidedAt: clock.now() })
        .where(and(eq(roleInvitations.id, id), isOpen()))
        .returning({ role: roleInvitations.role, activityCode: roleInvitations.activityCode })
      return row && { role: row.role as Role, activityCode: row.activityCode }
    },

    /** Uses a link up; only one of two taps at the same moment gets it. */
    async redeem(
      tokenHash: string,
      personId: number,
    ): Promise<{ role: Role; activityCode: string | null } | undefined> {
      const [row] = await db
        .update(roleInvitations)
        .set({ usedAt: clock.now(), usedBy: personId })
        .where(and(eq(roleInvitations.tokenHash, tokenHash), isOpen()))
        .returning({ role: roleInvitations.role, activityCode: roleInvitations.activityCode })
      return row && { role: row.role as Role, activityCode: row.activityCode }
    },

    /** Links go 30 days after they have ended. */
    sweep: sweep(database, { table: 'role_invitations', where: 'expires_at < $1', afterHours: 24 * 30 }),
  }
}
