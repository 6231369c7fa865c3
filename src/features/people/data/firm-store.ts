import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { foldForSearch } from '../../../shared/search-folding.ts'
import type { Cluster } from '../domain/cluster.ts'
import type { Firm, FirmDetails, Membership, MembershipState, NewFirm } from '../domain/firm.ts'
import { firmInvitations, firmMembers, firms } from './tables.ts'

export type FirmStore = ReturnType<typeof firmStore>

const columns = {
  id: firms.id,
  name: firms.name,
  country: firms.country,
  city: firms.city,
  cluster: firms.cluster,
  taxNumber: firms.taxNumber,
}

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

type Row = Omit<Firm, 'cluster'> & { cluster: string | null }
const asFirm = (row: Row): Firm => ({ ...row, cluster: row.cluster as Cluster | null })

/** Firms, who belongs to them, and the links that make somebody belong. */
export function firmStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  return {
    async read(id: number): Promise<Firm | undefined> {
      const [row] = await db.select(columns).from(firms).where(eq(firms.id, id))
      return row && asFirm(row)
    },

    /** Forgives typing: `celik` finds `Çelik Dış Ticaret A.Ş.`, so does `celk dis ticaret`. Best first. */
    async search(text: string, atMost = 6): Promise<Firm[]> {
      const folded = foldForSearch(text)
      if (folded.length < 2) return []
      const closeness = sql<number>`greatest(word_similarity(${folded}, ${firms.foldedName}),
        similarity(${folded}, ${firms.foldedName}))`
      const rows = await db
        .select(columns)
        .from(firms)
        .where(sql`${firms.foldedName} %> ${folded} or ${firms.foldedName} like ${`%${folded}%`}`)
        .orderBy(
          sql`(${firms.foldedName} like ${`${folded}%`}) desc`,
          sql`${closeness} desc`,
          asc(firms.name),
        )
        .limit(atMost)
      return rows.map(asFirm)
    },

    async create(firm: NewFirm): Promise<number> {
      const [row] = await db
        .insert(firms)
        .values({ ...firm, foldedName: foldForSearch(firm.name), createdAt: clock.now() })
        .returning({ id: firms.id })
      if (!row) throw new Error('a firm was not created')
      return row.id
    },

    async update(id: number, changes: Partial<NewFirm>): Promise<void> {
      const folded = changes.name === undefined ? {} : { foldedName: foldForSearch(changes.name) }
      await db
        .update(firms)
        .set({ ...changes, ...folded })
        .where(eq(firms.id, id))
    },

    /** Firms a row of the firm list may mean: the same tax number, or the same folded name. */
    async alike(row: { name: string; taxNumber: string | null }): Promise<(Firm & FirmDetails)[]> {
      const folded = foldForSearch(row.name)
      const rows = await db
        .select()
        .from(firms)
        .where(
          row.taxNumber
            ? sql`${firms.taxNumber} = ${row.taxNumber} or ${firms.foldedName} = ${folded}`
            : eq(firms.foldedName, folded),
        )
      return rows.map((found) => ({ ...found, cluster: found.cluster as Cluster | null }))
    },

    async membershipsOf(personId: number): Promise<Membership[]> {
      const rows = await db
        .select({ ...columns, state: firmMembers.state })
        .from(firmMembers)
        .innerJoin(firms, eq(firms.id, firmMembers.firmId))
        .where(and(eq(firmMembers.personId, personId), inArray(firmMembers.state, ['requested', 'member'])))
        .orderBy(asc(firmMembers.since))
      return rows.map(({ state, ...firm }) => ({ firm: asFirm(firm), state: state as MembershipState }))
    },

    async membersOf(firmId: number, state: MembershipState): Promise<number[]> {
      const rows = await db
        .select({ personId: firmMembers.personId })
        .from(firmMembers)
        .where(and(eq(firmMembers.firmId, firmId), eq(firmMembers.state, state)))
      return rows.map(({ personId }) => personId)
    },

    async stateOf(firmId: number, personId: number): Promise<MembershipState | undefined> {
      const [row] = await db
        .select({ state: firmMembers.state })
        .from(firmMembers)
        .where(and(eq(firmMembers.firmId, firmId), eq(firmMembers.personId, personId)))
      return row?.state as MembershipState | undefined
    },

    async setMember(
      firmId: number,
      personId: number,
      state: MembershipState,
      decidedBy: number | null,
    ): Promise<void> {
      await db
        .insert(firmMembers)
        .values({ firmId, personId, state, decidedBy, since: clock.now() })
        .onConflictDoUpdate({
          target: [firmMembers.firmId, firmMembers.personId],
          set: { state, decidedBy, since: clock.now() },
        })
    },

    /** Answers a request; of two answers at the same moment only one does. */
    async answerRequest(
      firmId: number,
      personId: number,
      state: 'member' | 'refused',
      decidedBy: number,
    ): Promise<boolean> {
      const answered = await db
        .update(firmMembers)
        .set({ state, decidedBy, since: clock.now() })
        .where(
          and(
            eq(firmMembers.firmId, firmId),
            eq(firmMembers.personId, personId),
            eq(firmMembers.state, 'requested'),
          ),
        )
        .returning({ personId: firmMembers.personId })
      return answered.length > 0
    },

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

    /** Links that ended 30 days ago. */
    async cleanUp(now: Temporal.Instant): Promise<void> {
      await db
        .delete(firmInvitations)
        .where(sql`${firmInvitations.expiresAt} < ${now.subtract({ hours: 24 * 30 }).toString()}`)
    },

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
