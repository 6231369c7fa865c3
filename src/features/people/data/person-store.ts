import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { ConsentPurpose, Decisions } from '../domain/consents.ts'
import type { Person } from '../domain/person.ts'
import { factDays, withFactDays } from './fact-days.ts'
import { consents, noticesRead } from './privacy-tables.ts'
import { persons } from './tables.ts'

export type PersonStore = ReturnType<typeof personStore>

type StoreNeeds = Pick<Database, 'db' | 'remember' | 'forget' | 'keepInMind'>
const nameOf = (id: number) => `person ${id}`

/** Persons and what they have read and allowed. */
export function personStore({ db, remember, forget, keepInMind }: StoreNeeds, clock: Clock) {
  return {
    read: (id: number): Promise<Person | undefined> =>
      remember(nameOf(id), async () => {
        const [person] = await db.select().from(persons).where(eq(persons.id, id))
        return person
      }),

    /** What somebody else has read in this transaction. */
    keepInMind: (person: Person): void => keepInMind(nameOf(person.id), person),

    async create(person: Partial<Omit<Person, 'id'>>): Promise<number> {
      const [row] = await db
        .insert(persons)
        .values({ ...person, factsAt: factDays(person, clock.now()), createdAt: clock.now() })
        .returning({ id: persons.id })
      if (!row) throw new Error('a person was not created')
      return row.id
    },

    async update(id: number, changes: Partial<Omit<Person, 'id'>>): Promise<void> {
      if (Object.keys(changes).length === 0) return
      forget(nameOf(id))
      await db
        .update(persons)
        .set({ ...changes, factsAt: withFactDays(persons.factsAt, changes, clock.now()) })
        .where(eq(persons.id, id))
    },

    /** What a colleague had told about somebody has become theirs: nothing of it stays with the one it stood for. */
    async empty(id: number): Promise<void> {
      forget(nameOf(id))
      await db
        .update(persons)
        .set({
          givenNames: null,
          surname: null,
          passportGivenNames: null,
          passportSurname: null,
          position: null,
          phone: null,
          isPhoneVerified: false,
          email: null,
          spokenLanguages: null,
          homeZone: null,
          factsAt: null,
        })
        .where(eq(persons.id, id))
    },

    async hasReadNotice(personId: number, notice: string, version: string): Promise<boolean> {
      const rows = await db
        .select({ id: noticesRead.id })
        .from(noticesRead)
        .where(
          and(
            eq(noticesRead.personId, personId),
            eq(noticesRead.notice, notice),
            eq(noticesRead.version, version),
          ),
        )
      return rows.length > 0
    },

    async markNoticeRead(
      personId: number,
      notice: string,
      version: string,
      language: Language,
    ): Promise<void> {
      await db
        .insert(noticesRead)
        .values({ personId, notice, version, language, readAt: clock.now() })
        .onConflictDoNothing()
    },

    /** Whether this person has read any version of a notice. */
    async hasReadSomeNotice(personId: number): Promise<boolean> {
      const rows = await db
        .select({ id: noticesRead.id })
        .from(noticesRead)
        .where(eq(noticesRead.personId, personId))
        .limit(1)
      return rows.length > 0
    },

    /** Which notice this person has read last. */
    async lastNotice(personId: number): Promise<{ version: string; readAt: Temporal.Instant } | undefined> {
      const [row] = await db
        .select({ version: noticesRead.version, readAt: noticesRead.readAt })
        .from(noticesRead)
        .where(eq(noticesRead.personId, personId))
        .orderBy(desc(noticesRead.readAt))
        .limit(1)
      return row
    },

    /** The first few whose name contains these letters. */
    async named(letters: string, limit: number): Promise<Person[]> {
      const name = sql`concat_ws(' ', ${persons.givenNames}, ${persons.surname})`
      const pattern = `%${letters.trim().replace(/[\\%_]/g, '\\$&')}%`
      return db
        .select()
        .from(persons)
        .where(sql`${name} <> '' and ${name} ilike ${pattern}`)
        .orderBy(persons.id)
        .limit(limit)
    },

    /** The newest decision of each purpose. */
    async consentsOf(personId: number): Promise<Decisions> {
      const rows = await db
        .select()
        .from(consents)
        .where(eq(consents.personId, personId))
        .orderBy(asc(consents.decidedAt), asc(consents.id))
      return Object.fromEntries(rows.map(({ purpose, isGiven, id }) => [purpose, { isGiven, revision: id }]))
    },

    async decideConsent(
      personId: number,
      purpose: ConsentPurpose,
      isGiven: boolean,
      text: { version: string; language: Language },
    ): Promise<void> {
      await db.insert(consents).values({ personId, purpose, isGiven, ...text, decidedAt: clock.now() })
    },
  }
}
