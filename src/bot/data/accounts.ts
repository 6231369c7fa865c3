import { eq } from 'drizzle-orm'
import type { Context } from 'grammy'
import type { User } from 'grammy/types'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { isAmong } from '../../platform/is-among.ts'
import { isLanguage, type Language } from '../../shared/localized-text.ts'
import { accountByHand } from '../../shared/by-hand.ts'
import type { Viewer } from '../context.ts'
import type { AccountRow } from './claimed-updates.ts'
import { conversations, accounts as table } from './tables.ts'

export interface AccountsNeeds {
  database: Database
  clock: Clock
  defaultLanguage: Language
}

/** An account that stands for a person. */
export interface PersonsAccount {
  userId: number
  username: string | null
  language: Language
  isReachable: boolean
}

export type Accounts = ReturnType<typeof accounts>

/** The Telegram accounts that have written to the bot: language, reachability, and the person behind each. */
export function accounts({ database: { db }, clock, defaultLanguage }: AccountsNeeds) {
  async function meet(user: User): Promise<AccountRow> {
    const row: AccountRow = {
      ...namesOf(user),
      userId: user.id,
      personId: null,
      language: guessLanguage(user.language_code, defaultLanguage),
      isLanguageChosen: false,
      isReachable: true,
    }
    await db
      .insert(table)
      .values({ ...row, firstSeenAt: clock.now() })
      .onConflictDoUpdate({ target: table.userId, set: namesOf(user) })
    return row
  }

  /** A name or a phone's language may have changed, and whoever writes can be written to again. */
  async function refresh(user: User, known: AccountRow): Promise<AccountRow> {
    const now = { ...known, ...namesOf(user), isReachable: true }
    if (!known.isLanguageChosen) now.language = guessLanguage(user.language_code, defaultLanguage)
    if (Object.keys(now).every((key) => now[key as keyof AccountRow] === known[key as keyof AccountRow]))
      return known
    const { userId, personId: _kept, ...changes } = now
    await db.update(table).set(changes).where(eq(table.userId, userId))
    return now
  }

  return {
    /** The viewer of a private chat; `undefined` for everything that does not come from one. */
    async recognise(context: Context, known: AccountRow | null): Promise<Viewer | undefined> {
      const user = context.from
      if (!user || user.is_bot || context.chat?.id !== user.id) return undefined
      if (context.myChatMember) return known ? viewerOf(known) : undefined
      if (!known) return { ...viewerOf(await meet(user)), isNew: true }
      return { ...viewerOf(await refresh(user, known)), isBack: !known.isReachable }
    },

    /** Makes an account known before it has written, as the sandbox does for its coordinator. */
    async introduce(
      account: Pick<AccountRow, 'userId' | 'personId' | 'language' | 'firstName' | 'lastName'>,
    ): Promise<void> {
      await db
        .insert(table)
        .values({ ...account, isLanguageChosen: true, firstSeenAt: clock.now() })
        .onConflictDoNothing()
    },

    /** Somebody without Telegram can be spoken to all the same, in this language. */
    async enterByHand(personId: number, language: Language, firstName: string): Promise<void> {
      await db
        .insert(table)
        .values({
          ...{ userId: accountByHand(personId), personId, language, firstName },
          ...{ isLanguageChosen: true, firstSeenAt: clock.now() },
        })
        .onConflictDoUpdate({ target: table.userId, set: { language, firstName, personId } })
    },

    /** They have come to Telegram: nobody passes anything on to them any more. False where nobody did. */
    async leaveHand(personId: number): Promise<boolean> {
      const gone = await db
        .delete(table)
        .where(eq(table.userId, accountByHand(personId)))
        .returning({ userId: table.userId })
      return gone.length > 0
    },

    async setReachable(userId: number, isReachable: boolean): Promise<void> {
      await db.update(table).set({ isReachable }).where(eq(table.userId, userId))
    },

    async chooseLanguage(userId: number, language: Language): Promise<void> {
      await db.update(table).set({ language, isLanguageChosen: true }).where(eq(table.userId, userId))
    },

    async linkPerson(userId: number, personId: number): Promise<void> {
      await db.update(table).set({ personId }).where(eq(table.userId, userId))
    },

    /** The account stands for nobody any more, so what it was in the middle of is over; its language stays. */
    async unlink(userId: number): Promise<void> {
      await db.delete(conversations).where(eq(conversations.lane, userId))
      await db.update(table).set({ personId: null }).where(eq(table.userId, userId))
    },

    /** Everybody who can be told something: the accounts behind a person. */
    async ofPerson(personId: number): Promise<PersonsAccount[]> {
      const rows = await db.select().from(table).where(eq(table.personId, personId))
      return rows.map(personsAccount)
    },

    /** The same of many persons at once; whoever has no account is not in it. */
    async ofPersons(personIds: readonly number[]): Promise<Map<number, PersonsAccount[]>> {
      if (personIds.length === 0) return new Map()
      const rows = await db.select().from(table).where(isAmong(table.personId, personIds))
      return Map.groupBy(rows.map(personsAccount), (_, at) => rows[at]?.personId ?? 0)
    },
  }
}

const namesOf = (user: User) => ({
  firstName: user.first_name,
  lastName: user.last_name ?? null,
  username: user.username ?? null,
  phoneLanguage: user.language_code ?? null,
})

const personsAccount = (row: typeof table.$inferSelect): PersonsAccount => ({
  userId: row.userId,
  username: row.username,
  isReachable: row.isReachable,
  language: asLanguage(row.language),
})

const asLanguage = (language: string): Language => (isLanguage(language) ? language : 'en')

const viewerOf = (account: AccountRow): Viewer => ({
  isNew: false,
  isBack: false,
  userId: account.userId,
  personId: account.personId,
  language: asLanguage(account.language),
  isLanguageChosen: account.isLanguageChosen,
  firstName: account.firstName,
  lastName: account.lastName,
})

/** Ruling 25: one of ours is taken; a phone that says nothing gets the house's language, any other English. */
function guessLanguage(phoneLanguage: string | undefined, fallback: Language): Language {
  if (phoneLanguage === undefined) return fallback
  const language = phoneLanguage.slice(0, 2).toLowerCase()
  return isLanguage(language) ? language : 'en'
}
