import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Membership, MembershipState } from '../domain/firm.ts'
import { asFirm, firmColumns } from './firm-store.ts'
import { firmMembers, firms } from './tables.ts'

export type MemberStore = ReturnType<typeof memberStore>

/** Who belongs to which firm. */
export function memberStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  return {
    async membershipsOf(personId: number): Promise<Membership[]> {
      const rows = await db
        .select({ ...firmColumns, state: firmMembers.state })
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

    /** Answers a request that stands at one of these; of two answers at the same moment only one does. */
    async answerRequest(
      firmId: number,
      personId: number,
      { from, to, by }: { from: readonly MembershipState[]; to: MembershipState; by: number },
    ): Promise<boolean> {
      const answered = await db
        .update(firmMembers)
        .set({ state: to, decidedBy: by, since: clock.now() })
        .where(
          and(
            eq(firmMembers.firmId, firmId),
            eq(firmMembers.personId, personId),
            inArray(firmMembers.state, [...from]),
          ),
        )
        .returning({ personId: firmMembers.personId })
      return answered.length > 0
    },
  }
}
