import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Menu } from '../../../bot/publish-profile.ts'
import type { Database } from '../../../platform/database.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import { isLanguage, type Language } from '../../../shared/localized-text.ts'
import type { TellPerson } from '../actions/tell-person.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { RoleStore } from '../data/role-store.ts'
import { displayName } from '../domain/person.ts'
import { mayDo, type Action } from '../domain/rights.ts'
import { isOwner, type Grant } from '../domain/roles.ts'
import { linkUsed } from './role-words.ts'

export interface RoleNewsNeeds {
  database: Pick<Database, 'current'>
  accounts: Pick<Accounts, 'ofPerson'>
  persons: Pick<PersonStore, 'read'>
  roles: Pick<RoleStore, 'of' | 'all'>
  tell: TellPerson
  publishCommands(userId: number, language: Language, menu: Menu): void
  defaultLanguage: Language
}

/** What follows from a role: the menu of commands, word to the owners, and what only owners may. */
export function roleNews(needs: RoleNewsNeeds) {
  const { database, accounts, persons, roles, tell, publishCommands, defaultLanguage } = needs

  /** The menu of commands that fits their roles now, on each of their phones. */
  async function rolesChanged(personId: number): Promise<void> {
    const menuNow = (await isCoordinator(personId)) ? 'coordinator' : 'person'
    const reached = await accounts.ofPerson(personId)
    database.current()?.afterCommit(() => {
      for (const { userId, language } of reached) publishCommands(userId, language, menuNow)
    })
  }

  const isCoordinator = async (personId: number | null) =>
    personId !== null && mayDo(await roles.of(personId), 'openDesk')

  /** The menu in the language that is spoken from here on. */
  async function languageChanged({ userId, personId }: Chat['viewer'], language: Language): Promise<void> {
    if (personId !== null) await rolesChanged(personId)
    else database.current()?.afterCommit(() => publishCommands(userId, language, 'person'))
  }

  const menu = new Composer<Chat>()
  // Telegram takes a menu only for chats that have begun, and knows no other language than the phone's.
  menu.command('start', async ({ viewer, from }, next) => {
    const ofPhone = from?.language_code?.slice(0, 2).toLowerCase()
    const shown = isLanguage(ofPhone) ? ofPhone : defaultLanguage
    if (shown !== viewer.language || (await isCoordinator(viewer.personId)))
      await languageChanged(viewer, viewer.language)
    await next()
  })

  return {
    menu,
    rolesChanged,
    languageChanged,

    /** Whoever gave a link away learns who has used it. */
    async tellOwners(personId: number, accepted: Pick<Grant, 'role' | 'activityCode'>): Promise<void> {
      const owners = (await roles.all()).filter((grant) => isOwner([grant]) && grant.personId !== personId)
      const person = await persons.read(personId)
      for (const owner of new Set(owners.map((grant) => grant.personId)))
        await tell(owner, (words) => linkUsed(words, person ? displayName(person) : '', accepted))
    },

    /** Refuses whoever may not do one of those things that only owners may. */
    async ownersOnly({ viewer }: Chat, action: Action): Promise<void> {
      if (viewer.personId === null || !mayDo(await roles.of(viewer.personId), action))
        throw new DomainError('people:errors.ownersOnly')
    },

    /** The accounts whose menu of commands is a coordinator's. */
    async coordinatorAccounts(): Promise<{ userId: number; language: Language }[]> {
      const ids = new Set(
        (await roles.all()).filter((grant) => mayDo([grant], 'openDesk')).map(({ personId }) => personId),
      )
      return (await Promise.all([...ids].map((personId) => accounts.ofPerson(personId)))).flat()
    },
  }
}
