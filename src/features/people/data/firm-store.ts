import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { foldForSearch } from '../../../shared/search-folding.ts'
import type { Cluster } from '../domain/cluster.ts'
import type { Firm, FirmDetails, LikeFirm, NewFirm } from '../domain/firm.ts'
import { hasEveryWord } from '../domain/firm-words.ts'
import { foldTaxNumber } from '../domain/tax-number.ts'
import { factDays, withFactDays } from './fact-days.ts'
import { firms } from './tables.ts'

export type FirmStore = ReturnType<typeof firmStore>

/** What a firm is read from. */
export const firmColumns = {
  id: firms.id,
  name: firms.name,
  country: firms.country,
  city: firms.city,
  cluster: firms.cluster,
  taxNumber: firms.taxNumber,
}

type StoreNeeds = Pick<Database, 'db' | 'remember' | 'forget' | 'keepInMind'>
const nameOf = (id: number) => `firm ${id}`

/** What a row of the firm list says of a firm. */
type FirmLook = Pick<NewFirm, 'name' | 'taxNumber'> & { country: string | null }

type SameFirm = Pick<NewFirm, 'name' | 'country' | 'taxNumber'>
type Row = Omit<Firm, 'cluster'> & { cluster: string | null }
export const asFirm = (row: Row): Firm => ({ ...row, cluster: row.cluster as Cluster | null })

/** The firms. */
export function firmStore({ db, remember, forget, keepInMind }: StoreNeeds, clock: Clock) {
  async function createUnlessKnown(firm: NewFirm): Promise<number | undefined> {
    const folded = {
      foldedName: foldForSearch(firm.name),
      foldedTaxNumber: foldTaxNumber(firm.taxNumber, firm.country),
    }
    const [row] = await db
      .insert(firms)
      .values({ ...firm, ...folded, factsAt: factDays(firm, clock.now()), createdAt: clock.now() })
      .onConflictDoNothing()
      .returning({ id: firms.id })
    return row?.id
  }

  /** Just as it was typed, somewhere in the name: what begins so first, then the shortest. */
  async function searchAsTyped(folded: string, atMost: number): Promise<Firm[]> {
    const rows = await db
      .select(firmColumns)
      .from(firms)
      .where(sql`${firms.foldedName} like ${`%${folded}%`}`)
      .orderBy(
        sql`(${firms.foldedName} like ${`${folded}%`}) desc`,
        sql`length(${firms.foldedName})`,
        asc(firms.name),
      )
      .limit(atMost)
    return rows.map(asFirm)
  }

  /** In any order, begun or mistyped: `ronne signal` finds `Signalisation du Rhône SAS`. */
  async function searchWordByWord(folded: string, atMost: number): Promise<Firm[]> {
    const words = folded.split(' ').filter((word) => word.length >= 4)
    if (words.length === 0) return []
    const anyWord = words.map(
      (word) => sql`${firms.foldedName} like ${`%${word}%`} or ${word} <% ${firms.foldedName}`,
    )
    const rows = await db
      .select({ ...firmColumns, foldedName: firms.foldedName })
      .from(firms)
      .where(sql.join(anyWord, sql` or `))
      .orderBy(asc(firms.name))
      .limit(200)
    return rows
      .filter(({ foldedName }) => hasEveryWord(foldedName, folded))
      .slice(0, atMost)
      .map(({ foldedName: _folded, ...row }) => asFirm(row))
  }

  return {
    /** A new firm; `undefined` when another one of its country has the same tax number. */
    createUnlessKnown,

    read: (id: number): Promise<Firm | undefined> =>
      remember(nameOf(id), async () => {
        const [row] = await db.select(firmColumns).from(firms).where(eq(firms.id, id))
        return row && asFirm(row)
      }),

    /** What somebody else has read in this transaction. */
    keepInMind: (row: Row): void => keepInMind(nameOf(row.id), asFirm(row)),

    /** Forgives typing: `celik` finds `Çelik Dış Ticaret A.Ş.`, so does `celk dis ticaret`. Best first. */
    async search(text: string, atMost = 6): Promise<Firm[]> {
      const folded = foldForSearch(text)
      if (folded.length < 2) return []
      // How close thousands of names come is worked out only where too few have it as it was typed.
      const asTyped = await searchAsTyped(folded, atMost)
      if (asTyped.length === atMost) return asTyped
      const closeness = sql<number>`greatest(word_similarity(${folded}, ${firms.foldedName}),
        similarity(${folded}, ${firms.foldedName}))`
      const rows = await db
        .select(firmColumns)
        .from(firms)
        .where(sql`${firms.foldedName} %> ${folded} or ${firms.foldedName} like ${`%${folded}%`}`)
        .orderBy(
          sql`(${firms.foldedName} like ${`${folded}%`}) desc`,
          sql`${closeness} desc`,
          asc(firms.name),
        )
        .limit(atMost)
      const found = rows.map(asFirm)
      return found.length > 0 ? found : searchWordByWord(folded, atMost)
    },

    /** A page of all firms by name, and how many there are. */
    async page(offset: number, limit: number): Promise<{ firms: Firm[]; total: number }> {
      // Not counted over the rows: those would all be put in order first.
      const rows = await db
        .select({ ...firmColumns, total: sql<number>`(select count(*)::int from ${firms})` })
        .from(firms)
        .orderBy(asc(firms.foldedName), asc(firms.id))
        .offset(offset)
        .limit(limit)
      return {
        firms: rows.map(({ total: _total, ...row }) => asFirm(row)),
        total: rows[0]?.total ?? (offset > 0 ? await db.$count(firms) : 0),
      }
    },

    async create(firm: NewFirm): Promise<number> {
      const id = await createUnlessKnown(firm)
      if (id === undefined) throw new Error('a firm has the tax number of a known one')
      return id
    },

    async update(id: number, changes: Partial<NewFirm>): Promise<void> {
      forget(nameOf(id))
      const [known] = await db.select(firmColumns).from(firms).where(eq(firms.id, id))
      if (!known) return
      const { name, taxNumber, country } = { ...known, ...changes }
      const folded = {
        foldedName: foldForSearch(name),
        foldedTaxNumber: foldTaxNumber(taxNumber, country),
      }
      await db
        .update(firms)
        .set({ ...changes, ...folded, factsAt: withFactDays(firms.factsAt, changes, clock.now()) })
        .where(eq(firms.id, id))
    },

    /** Known firms that a new one is or may be, in the same country: the one with its tax number, then its namesakes. */
    async same({ name, country, taxNumber }: SameFirm): Promise<LikeFirm[]> {
      const folded = foldForSearch(name)
      const number = foldTaxNumber(taxNumber, country)
      const hasNumber = number === null ? undefined : eq(firms.foldedTaxNumber, number)
      const rows = await db
        .select({ firmId: firms.id, foldedTaxNumber: firms.foldedTaxNumber })
        .from(firms)
        .where(and(eq(firms.country, country), or(eq(firms.foldedName, folded), hasNumber)))
        .orderBy(asc(firms.id))
      return rows
        .map(({ firmId, foldedTaxNumber }): LikeFirm => ({
          firmId,
          because: number !== null && foldedTaxNumber === number ? 'tax' : 'name',
        }))
        .toSorted((one, other) => Number(other.because === 'tax') - Number(one.because === 'tax'))
    },

    /** Firms of one name in one country are taken in one after the other, until the end of the transaction. */
    async lockName({ name, country }: Pick<SameFirm, 'name' | 'country'>): Promise<void> {
      const lock = `firm ${country} ${foldForSearch(name)}`
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
    },

    /** Firms a row of the firm list may mean: the same tax number, or the same folded name. */
    async alike(row: FirmLook): Promise<(Firm & FirmDetails)[]> {
      const folded = foldForSearch(row.name)
      const number = foldTaxNumber(row.taxNumber, row.country ?? '')
      const isThere = row.country === null ? undefined : eq(firms.country, row.country)
      const rows = await db
        .select()
        .from(firms)
        .where(
          or(
            eq(firms.foldedName, folded),
            number === null ? undefined : and(eq(firms.foldedTaxNumber, number), isThere),
          ),
        )
      return rows.map((found) => ({ ...found, cluster: found.cluster as Cluster | null }))
    },
  }
}
