import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { firmInvitations } from './tables.ts'

export type FirmInvitationStore = ReturnType<typeof firmInvitationStore>

const redeemed = {
  firmId: firmInvitations.firmId,
  invitedTo: firmInvitations.invitedTo,
  forPersonId: firmInvitations.forPersonId,
}

/** What an invitation was for. */
export interface Redeemed {
  firmId: number
  invitedTo: string[]
  forPersonId: number | null
}

/** The links that make somebody belong to a firm. */
export function firmInvitationStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    async invite(invitation: {
      firmId: number
      tokenHash: string
      invitedTo: string[]
      forPersonId: number | null
      createdBy: number | null
      expiresAt: Temporal.Instant
    }): Promise<void> {
      await db.insert(firmInvitations).values({ ...invitation, createdAt: clock.now() })
    },

    /** Uses an invitation up; only one of two taps at the same moment gets it. */
    async redeem(tokenHash: string, personId: number): Promise<Redeemed | undefined> {
      const [row] = await db
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
        .returning(redeemed)
      return row
    },

    /** Whom a link that can still be used was made for, and by whom; `undefined` where it is for whoever comes first. */
    async meantFor(
      tokenHash: string,
    ): Promise<{ forPersonId: number; firmId: number; createdBy: number | null } | undefined> {
      const [row] = await db
        .select({
          forPersonId: firmInvitations.forPersonId,
          firmId: firmInvitations.firmId,
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

    /** Links that ended 30 days ago. */
    sweep: sweep(database, { table: 'firm_invitations', where: 'expires_at < $1', afterHours: 24 * 30 }),

    /** Whether this person has made this very link, which is for somebody else then. */
    async hasMade(tokenHash: string, personId: number): Promise<boolean> {
      const rows = await db
        .select({ id: firmInvitations.id })
        .from(firmInvitations)
        .where(and(eq(firmInvitations.tokenHash, tokenHash), eq(firmInvitations.createdBy, personId)))
      return rows.length > 0
    },

    /** Whether this person has used this very link before: a second tap on it is no mistake of theirs. */
    async hasRedeemed(tokenHash: string, personId: number): Promise<Redeemed | undefined> {
      const [row] = await db
        .select(redeemed)
        .from(firmInvitations)
        .where(and(eq(firmInvitations.tokenHash, tokenHash), eq(firmInvitations.usedBy, personId)))
      return row
    },
  }
}
