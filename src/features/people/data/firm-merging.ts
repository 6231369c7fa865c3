import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { firmInvitations, firmMembers, firms } from './tables.ts'

export type FirmMerging = ReturnType<typeof firmMerging>

/** Making two firms one in the tables of this room. */
export function firmMerging({ db, forget }: Pick<Database, 'db' | 'forget'>) {
  return {
    /** Locks both until the end of the transaction; whether both are there. */
    async lock(firmIds: readonly [number, number]): Promise<boolean> {
      const rows = await db
        .select({ id: firms.id })
        .from(firms)
        .where(inArray(firms.id, [...firmIds]))
        .orderBy(firms.id)
        .for('update')
      return rows.length === 2
    },

    /** People and links go over; what the one that stays does not say is taken from the one that goes. */
    async merge(fromId: number, intoId: number): Promise<void> {
      await db.execute(sql`insert into ${firmMembers} (firm_id, person_id, state, since, decided_by)
        select ${intoId}::bigint, person_id, state, since, decided_by from ${firmMembers} where firm_id = ${fromId}
        on conflict (firm_id, person_id) do update set state =
          case when excluded.state = 'member' then 'member' else firm_members.state end`)
      await db.delete(firmMembers).where(eq(firmMembers.firmId, fromId))
      await db.update(firmInvitations).set({ firmId: intoId }).where(eq(firmInvitations.firmId, fromId))
      forget()
      const [gone] = await db.delete(firms).where(eq(firms.id, fromId)).returning()
      const [kept] = await db.select().from(firms).where(eq(firms.id, intoId))
      if (!gone || !kept) return
      const isSameCountry = gone.country === kept.country
      const hasTax = kept.taxNumber !== null || !isSameCountry
      await db
        .update(firms)
        .set({
          city: kept.city ?? (isSameCountry ? gone.city : null),
          cluster: kept.cluster ?? gone.cluster,
          taxNumber: hasTax ? kept.taxNumber : gone.taxNumber,
          foldedTaxNumber: hasTax ? kept.foldedTaxNumber : gone.foldedTaxNumber,
          registerNumber: kept.registerNumber ?? gone.registerNumber,
          nace: kept.nace ?? gone.nace,
          employees: kept.employees ?? gone.employees,
          contactName: kept.contactName ?? gone.contactName,
          contactPhone: kept.contactPhone ?? gone.contactPhone,
          contactEmail: kept.contactEmail ?? gone.contactEmail,
        })
        .where(eq(firms.id, intoId))
    },
  }
}
