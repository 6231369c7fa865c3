import { and, asc, eq } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { ConsentPurpose, Decisions } from '../domain/consents.ts'
import type { Person } from '../domain/person.ts'
import { factDays, withFactDays } from './fact-days.ts'
import { consents, noticesRead } from './privacy-tables.ts'
import { persons } from './tables.ts'

export type PersonStore = ReturnType<typeof personStore>

/** Persons and what they have read and allowed. */
export function personStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  return {
    async read(id: number): Promise<Person | undefined> {
      const [person] = await db.select().from(persons).where(eq(persons.id, id))
      return person
    },

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
      await db
        .update(persons)
        .set({ ...changes, factsAt: withFactDays(persons.factsAt, changes, clock.now()) })
        .where(eq(persons.id, id))
    },

    /** What a colleague had told about somebody has become theirs: nothing of it stays with the one it stood for. */
    async empty(id: number): Promise<void> {
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
