import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { pageKeys, pageSize } from '../../../bot/page-keys.ts'
import { formatClock, formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { OpenInvitation } from '../data/role-invitation-store.ts'
import { endRoleLink, listRoleLinks, listRoles } from './buttons.ts'
import { roleWords } from './role-words.ts'
import type { RolesChatNeeds } from './roles.ts'

type RoleLinksNeeds = Pick<RolesChatNeeds, 'roles' | 'giving' | 'ownersOnly' | 'homeTimeZone'>

/** The links that still give a role: what they give, until when, and ending them. */
export function roleLinksChat({ roles, giving, ownersOnly, homeTimeZone }: RoleLinksNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(listRoleLinks.pattern, (chat) =>
    show(chat, Math.max(listRoleLinks.unpack(chat.callbackQuery.data).offset, 0)),
  )
  composer.callbackQuery(endRoleLink.pattern, async (chat) => {
    const { invitationId } = endRoleLink.unpack(chat.callbackQuery.data)
    await giving.endLink(invitationId, chat.viewer.personId ?? 0)
    chat.toast(chat.words.plain('people:role.linkEnded'))
    await show(chat, 0)
  })
  return composer

  async function show(chat: Chat, offset: number): Promise<void> {
    await ownersOnly(chat, 'giveRoles')
    const { words } = chat
    const { links, total } = await roles.openInvitations(offset, pageSize)
    chat.turn({
      text: words(total === 0 ? 'people:role.noLinks' : 'people:role.links'),
      keyboard: [
        ...links.map((link) => [
          { text: lineOf(words, link), callback_data: endRoleLink.pack({ invitationId: link.id }) },
        ]),
        ...pageKeys(words, { offset, limit: pageSize, total }, (at) => listRoleLinks.pack({ offset: at })),
        [{ text: words.plain('bot:back'), callback_data: listRoles.pack({}) }],
      ],
    })
  }

  function lineOf(words: Words, link: OpenInvitation): string {
    const at = link.expiresAt.toZonedDateTimeISO(homeTimeZone)
    return words.plain('people:role.link', {
      ...roleWords(words, link),
      until: `${formatDate(at.toPlainDate(), words.language)}, ${formatClock(at)}`,
    })
  }
}
