import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import { pageKeys } from '../../../bot/page-keys.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { giveRoles } from '../actions/give-roles.ts'
import type { TellPerson } from '../actions/tell-person.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { NamedGrant, RoleStore } from '../data/role-store.ts'
import { displayName } from '../domain/person.ts'
import type { Action } from '../domain/rights.ts'
import { roleNames, type Role } from '../domain/roles.ts'
import {
  askRevoke,
  chooseScope,
  deskRow,
  inviteRole,
  listRoleLinks,
  listRoles,
  pageOfScopes,
  pageRoles,
  revokeRole,
} from './buttons.ts'
import { roleLinksChat } from './role-links.ts'
import { roleWords } from './role-words.ts'

/** Activities by code and title, and where in their list this page is. */
export interface PageOfScopes {
  activities: { code: string; title: string }[]
  offset: number
  limit: number
  total: number
}

export interface RolesChatNeeds {
  persons: PersonStore
  roles: RoleStore
  giving: ReturnType<typeof giveRoles>
  tell: TellPerson
  botUsername: string
  homeTimeZone: string
  /** Throws for anybody but an owner. */
  ownersOnly(chat: Chat, action: Action): Promise<void>
  /** What a role can be limited to, a page of it. */
  runningActivities(language: Language, offset: number): Promise<PageOfScopes>
  isRunning(activityCode: string): Promise<boolean>
  /** Somebody's roles have changed: their menu of commands follows. */
  rolesChanged(personId: number): Promise<void>
}

/** Who may do what: seen, given and taken by owners, from the desk. */
export function rolesChat(needs: RolesChatNeeds): Composer<Chat> {
  const { persons, roles, giving, tell, botUsername, rolesChanged, ownersOnly } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(listRoles.pattern, (chat) => showRoles(chat, 0))
  composer.callbackQuery(pageRoles.pattern, (chat) =>
    showRoles(chat, Math.max(pageRoles.unpack(chat.callbackQuery.data).offset, 0)),
  )

  composer.callbackQuery(chooseScope.pattern, (chat) =>
    showScopes(chat, { ...chooseScope.unpack(chat.callbackQuery.data), offset: 0 }),
  )
  composer.callbackQuery(pageOfScopes.pattern, (chat) =>
    showScopes(chat, pageOfScopes.unpack(chat.callbackQuery.data)),
  )

  async function showScopes(chat: Chat, asked: { role: string; offset: number }): Promise<void> {
    await ownersOnly(chat, 'giveRoles')
    const role = roleOf(asked.role)
    const scope = (text: string, activityCode: string) => [
      { text, callback_data: inviteRole.pack({ role, activityCode }) },
    ]
    const running = await needs.runningActivities(chat.viewer.language, Math.max(asked.offset, 0))
    const mayChoose = role !== 'partner' || running.activities.length > 0
    chat.turn({
      text: chat.words(mayChoose ? 'people:role.whichActivity' : 'people:role.noActivity'),
      keyboard: [
        // A partner runs the activities of its own chamber, never the whole house.
        ...(role === 'partner' ? [] : [scope(chat.words.plain('people:role.everywhere'), '')]),
        ...running.activities.map(({ code, title }) => scope(title, code)),
        ...pageKeys(chat.words, running, (offset) => pageOfScopes.pack({ role, offset })),
        [{ text: chat.words.plain('bot:back'), callback_data: listRoles.pack({}) }],
      ],
    })
  }

  composer.callbackQuery(inviteRole.pattern, async (chat) => {
    await ownersOnly(chat, 'giveRoles')
    const { role: name, activityCode } = inviteRole.unpack(chat.callbackQuery.data)
    const role = roleOf(name)
    if (activityCode !== '' && !(await needs.isRunning(activityCode))) throw staleButton()
    const token = await giving.invite(role, activityCode || null)
    const link = `https://t.me/${botUsername}?start=c_${token}`
    chat.tell({
      text: chat.words('people:role.inviteLink', {
        ...roleWords(chat.words, { role, activityCode: activityCode || null }),
        link,
      }),
    })
  })

  composer.callbackQuery(askRevoke.pattern, async (chat) => {
    await ownersOnly(chat, 'giveRoles')
    const { grantId } = askRevoke.unpack(chat.callbackQuery.data)
    const grant = (await roles.all()).find(({ id }) => id === grantId)
    if (!grant) throw staleButton()
    const person = await persons.read(grant.personId)
    const line = roleLine(chat.words, { givenNames: null, surname: null, ...person, ...grant })
    chat.turn({
      text: chat.words('people:role.confirmRevoke', { line }),
      keyboard: [
        [{ text: chat.words.plain('bot:yes'), callback_data: revokeRole.pack({ grantId }) }],
        [{ text: chat.words.plain('bot:back'), callback_data: listRoles.pack({}) }],
      ],
    })
  })

  composer.callbackQuery(revokeRole.pattern, async (chat) => {
    const { grantId } = revokeRole.unpack(chat.callbackQuery.data)
    const grant = await giving.revoke(grantId, chat.viewer.personId ?? 0)
    await rolesChanged(grant.personId)
    await tell(grant.personId, (words) => ({
      text: words('people:role.revokedTold', roleWords(words, grant)),
    }))
    chat.turn({
      text: chat.words('people:role.revoked'),
      keyboard: [[{ text: chat.words.plain('bot:back'), callback_data: listRoles.pack({}) }]],
    })
  })
  composer.use(roleLinksChat(needs))
  return composer

  async function showRoles(chat: Chat, offset: number): Promise<void> {
    await ownersOnly(chat, 'giveRoles')
    const { words } = chat
    const { grants, total } = await roles.page(offset, pageSize)
    const { total: open } = await roles.openInvitations(0, 1)
    const invite = (role: 'coordinator' | 'partner' | 'staff', text: string) => [
      { text, callback_data: chooseScope.pack({ role }) },
    ]
    chat.turn({
      text: words('people:role.list'),
      keyboard: [
        ...grants.map((grant) => [
          { text: roleLine(words, grant), callback_data: askRevoke.pack({ grantId: grant.id }) },
        ]),
        ...pageKeys(words, { offset, limit: pageSize, total }, (at) => pageRoles.pack({ offset: at })),
        invite('coordinator', words.plain('people:role.inviteCoordinator')),
        invite('partner', words.plain('people:role.invitePartner')),
        invite('staff', words.plain('people:role.inviteStaff')),
        open === 0
          ? []
          : [
              {
                text: words.plain('people:role.openLinks', { count: open }),
                callback_data: listRoleLinks.pack({ offset: 0 }),
              },
            ],
        deskRow(words),
      ].filter((keys) => keys.length > 0),
    })
  }
}

const pageSize = 10

const roleLine = (words: Words, grant: NamedGrant) =>
  words.plain('people:role.line', {
    name: displayName({ ...grant, id: grant.personId }),
    ...roleWords(words, grant),
  })

function roleOf(name: string): Role {
  const role = roleNames.find((known) => known === name)
  if (!role) throw staleButton()
  return role
}
