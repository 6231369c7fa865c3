import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import { persons } from '../../../people/data/tables.ts'

export type PhonesOfPersons = ReturnType<typeof phonesOfPersons>

/** Who can be called under which number. */
export function phonesOfPersons({ db }: Pick<Database, 'db'>) {
  return {
    /** E.164, by person; whoever has told none is not in it. */
    async of(personIds: readonly number[]): Promise<Map<number, string>> {
      if (personIds.length === 0) return new Map()
      const rows = await db
        .select({ id: persons.id, phone: persons.phone })
        .from(persons)
        .where(and(inArray(persons.id, [...personIds]), isNotNull(persons.phone)))
      return new Map(rows.flatMap(({ id, phone }) => (phone === null ? [] : [[id, phone]])))
    },

    /** Whose number it is, by number. Only a number that Telegram vouches for opens anything. */
    async owners(phones: readonly string[]): Promise<Map<string, number[]>> {
      if (phones.length === 0) return new Map()
      const rows = await db
        .select({ id: persons.id, phone: persons.phone })
        .from(persons)
        .where(and(inArray(persons.phone, [...phones]), eq(persons.isPhoneVerified, true)))
      return new Map(
        [...Map.groupBy(rows, ({ phone }) => phone ?? '')].map(([phone, theirs]) => [
          phone,
          theirs.map(({ id }) => id),
        ]),
      )
    },
  }
}
