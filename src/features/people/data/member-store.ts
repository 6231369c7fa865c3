import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Membership, MembershipState } from '../domain/firm.ts'
import type { Person } from '../domain/person.ts'
import { asFirm, firmColumns } from './firm-store.ts'
import { firmMembers, firms, persons } from './tables.ts'

/** Somebody of a firm, by name. */
export type NamedMember = Pick<Person, 'id' | 'givenNames' | 'surname'> & { state: MembershipState }

/** How somebody stands with a firm, and who has decided that. */
type MemberRow = Pick<typeof firmMembers.$inferSelect, 'state' | 'decidedBy'>

type StoreNeeds = Pick<Database, 'db' | 'remember' | 'forget' | 'keepInMind'>
const nameOf = (firmId: number, personId: number) => `member ${firmId} ${personId}`

export type MemberStore = ReturnType<typeof memberStore>

/** Who belongs to which firm. */
export function memberStore({ db, remember, forget, keepInMind }: StoreNeeds, clock: Clock) {
  const read = (firmId: number, personId: number): Promise<MemberRow | undefined> =>
    remember(nameOf(firmId, personId), async () => {
      const [row] = await db
        .select({ state: firmMembers.state, decidedBy: firmMembers.decidedBy })
        .from(firmMembers)
        .where(and(eq(firmMembers.firmId, firmId), eq(firmMembers.personId, personId)))
      return row
    })

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

    /** Those who belong to a firm or have asked to, with their names; the first ones. */
    async peopleOf(firmId: number, limit: number): Promise<NamedMember[]> {
      const rows = await db
        .select({
          id: persons.id,
          givenNames: persons.givenNames,
          surname: persons.surname,
          state: firmMembers.state,
        })
        .from(firmMembers)
        .innerJoin(persons, eq(persons.id, firmMembers.personId))
        .where(and(eq(firmMembers.firmId, firmId), inArray(firmMembers.state, ['requested', 'member'])))
        .orderBy(asc(firmMembers.since), asc(persons.id))
        .limit(limit)
      return rows.map((row) => ({ ...row, state: row.state as MembershipState }))
    },

    /** Everything one person is in firms becomes another's, who keeps the stronger of two. */
    async handOver(fromPersonId: number, toPersonId: number): Promise<void> {
      await db.execute(sql`insert into ${firmMembers} (firm_id, person_id, state, since, decided_by)
        select firm_id, ${toPersonId}::bigint, state, since, decided_by
        from ${firmMembers} where person_id = ${fromPersonId}
        on conflict (firm_id, person_id) do update set state =
          case when excluded.state = 'member' then 'member' else firm_members.state end`)
      await db.delete(firmMembers).where(eq(firmMembers.personId, fromPersonId))
      forget()
    },

    async stateOf(firmId: number, personId: number): Promise<MembershipState | undefined> {
      return (await read(firmId, personId))?.state as MembershipState | undefined
    },

    /** Whether this person has told about the firm themselves and nobody has confirmed it since. */
    async hasFounded(firmId: number, personId: number): Promise<boolean> {
      return (await read(firmId, personId))?.decidedBy === personId
    },

    /** Whoever told about the firm themselves is to be confirmed again: it has turned out to be another one. */
    async doubtFounders(firmId: number): Promise<void> {
      const doubted = await db
        .update(firmMembers)
        .set({ state: 'requested', since: clock.now() })
        .where(
          and(
            eq(firmMembers.firmId, firmId),
            eq(firmMembers.state, 'member'),
            sql`${firmMembers.decidedBy} = ${firmMembers.personId}`,
          ),
        )
        .returning({ personId: firmMembers.personId })
      for (const { personId } of doubted) forget(nameOf(firmId, personId))
    },

    /** What somebody else has read in this transaction; `null`: they have nothing to do with the firm. */
    keepInMind: (firmId: number, personId: number, row: MemberRow | null): void =>
      keepInMind(nameOf(firmId, personId), row ?? undefined),

    async setMember(
      firmId: number,
      personId: number,
      state: MembershipState,
      decidedBy: number | null,
    ): Promise<void> {
      forget(nameOf(firmId, personId))
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
      forget(nameOf(firmId, personId))
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
