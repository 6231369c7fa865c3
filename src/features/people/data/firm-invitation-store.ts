import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { firmInvitations } from './tables.ts'

export type FirmInvitationStore = ReturnType<typeof firmInvitationStore>

/** What an invitation is for, who made it, and whether it has been used. */
export interface FirmInvitation {
  /** Null: it leads into no firm. */
  firmId: number | null
  invitedTo: string[]
  forPersonId: number | null
  createdBy: number | null
  usedBy: number | null
  isOpen: boolean
}

/** The links that make somebody belong to a firm. */
export function firmInvitationStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    async invite(invitation: {
      firmId: number | null
      tokenHash: string
      invitedTo: string[]
      forPersonId: number | null
      createdBy: number | null
      expiresAt: Temporal.Instant
    }): Promise<void> {
      await db.insert(firmInvitations).values({ ...invitation, createdAt: clock.now() })
    },

    /** Uses an invitation up; only one of two taps at the same moment gets it. */
    async redeem(tokenHash: string, personId: number): Promise<boolean> {
      const used = await db
        .update(firmInvitations)
        .set({ usedAt: clock.now(), usedBy: personId })
        .where(
          and(
            eq(firmInvitations.tokenHash, tokenHash),
            isNull(firmInvitations.usedAt),
            sql`${firmInvitations.createdBy} is distinct from ${personId}`,
            sql`${firmInvitations.expiresAt} > ${clock.now().toString()}`,
          ),
        )
        .returning({ id: firmInvitations.id })
      return used.length > 0
    },

    /** Whom a link that can still be used was made for, and by whom; `undefined` where it is for whoever comes first. */
    async meantFor(
      tokenHash: string,
    ): Promise<{ forPersonId: number; createdBy: number | null } | undefined> {
      const [row] = await db
        .select({
          forPersonId: firmInvitations.forPersonId,
          createdBy: firmInvitations.createdBy,
        })
        .from(firmInvitations)
        .where(
          and(
            eq(firmInvitations.tokenHash, tokenHash),
            isNull(firmInvitations.usedAt),
            sql`${firmInvitations.expiresAt} > ${clock.now().toString()}`,
          ),
        )
      return row && row.forPersonId !== null ? { ...row, forPersonId: row.forPersonId } : undefined
    },

    /** Whether this person has used the link that was made for somebody a colleague had entered. */
    async hasTakenOver(forPersonId: number, personId: number): Promise<boolean> {
      const rows = await db
        .select({ id: firmInvitations.id })
        .from(firmInvitations)
        .where(and(eq(firmInvitations.forPersonId, forPersonId), eq(firmInvitations.usedBy, personId)))
        .limit(1)
      return rows.length > 0
    },

    /** How many links this person has made for the firm that can still be used. */
    async openOf(firmId: number, personId: number): Promise<number> {
      const [row] = await db
        .select({ open: count() })
        .from(firmInvitations)
        .where(
          and(
            eq(firmInvitations.firmId, firmId),
            eq(firmInvitations.createdBy, personId),
            isNull(firmInvitations.usedAt),
            isNull(firmInvitations.forPersonId),
            sql`${firmInvitations.expiresAt} > ${clock.now().toString()}`,
          ),
        )
      return row?.open ?? 0
    },

    /** A link that has not been used makes nobody a member any more. */
    async endOne(tokenHash: string): Promise<void> {
      await db
        .update(firmInvitations)
        .set({ expiresAt: clock.now() })
        .where(
          and(
            eq(firmInvitations.tokenHash, tokenHash),
            isNull(firmInvitations.usedAt),
            sql`${firmInvitations.expiresAt} > ${clock.now().toString()}`,
          ),
        )
    },

    /** Who has left a firm brings nobody into it any more. */
    async endThoseOf(firmId: number, personId: number): Promise<void> {
      await db
        .update(firmInvitations)
        .set({ expiresAt: clock.now() })
        .where(
          and(
            eq(firmInvitations.firmId, firmId),
            eq(firmInvitations.createdBy, personId),
            isNull(firmInvitations.usedAt),
            isNull(firmInvitations.forPersonId),
            sql`${firmInvitations.expiresAt} > ${clock.now().toString()}`,
          ),
        )
    },

    /** Links that ended 30 days ago; that a firm was invited to something is remembered a year longer. */
    sweep: sweep(database, {
      table: 'firm_invitations',
      where:
        "expires_at < $1::timestamptz - case when invited_to = '{}' then interval '0' else interval '365 days' end",
      afterHours: 24 * 30,
    }),

    async read(tokenHash: string): Promise<FirmInvitation | undefined> {
      const [row] = await db.select().from(firmInvitations).where(eq(firmInvitations.tokenHash, tokenHash))
      if (!row) return undefined
      const { firmId, invitedTo, forPersonId, createdBy, usedBy, usedAt, expiresAt } = row
      const isOpen = !usedAt && Temporal.Instant.compare(expiresAt, clock.now()) > 0
      return { firmId, invitedTo, forPersonId, createdBy, usedBy, isOpen }
    },
  }
}
