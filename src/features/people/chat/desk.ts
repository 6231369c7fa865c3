import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { HomePart } from '../../../bot/feature.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { missingField } from '../domain/controller.ts'
import { mayDo } from '../domain/rights.ts'
import type { Grant } from '../domain/roles.ts'
import { listFirms, listRequests, listRoles, showAudit, showController } from './buttons.ts'
import { controllerChat, type ControllerChatNeeds } from './controller.ts'
import { firmPages, type FirmPagesNeeds } from './firm-pages.ts'
import { memberPages, type MemberPagesNeeds } from './member-pages.ts'
import { rolesChat, type RolesChatNeeds } from './roles.ts'

export type PeopleDeskNeeds = ControllerChatNeeds &
  FirmPagesNeeds &
  Omit<MemberPagesNeeds, 'firmCard'> &
  RolesChatNeeds & {
    /** How many requests under data protection are open, in words. */
    openRequests(words: Words): Promise<string>
  }

/** What the desk has to do with people: firms and who is in them, the notice's controller, roles. */
export function peopleDesk(needs: PeopleDeskNeeds) {
  const { controllers } = needs
  const chat = new Composer<Chat>()
  const pages = firmPages(needs)
  chat.use(pages.chat)
  chat.use(memberPages({ ...needs, firmCard: pages.firmCard }))
  chat.use(controllerChat(needs))
  chat.use(rolesChat(needs))

  /** What is said on the desk of whoever has these roles, and the ways that lead on from there. */
  async function part(words: Words, grants: readonly Grant[]): Promise<HomePart> {
    const row = (text: string, callback_data: string) => [{ text, callback_data }]
    const isMissing = missingField(await controllers.read()) !== undefined
    return {
      lines: isMissing ? [words('people:controller.missing')] : [],
      buttons: [
        ...(mayDo(grants, 'tendFirms')
          ? [row(words.plain('people:firms.open'), listFirms.pack({ offset: 0 }))]
          : []),
        ...(mayDo(grants, 'nameController')
          ? [row(words.plain('people:controller.open'), showController.pack({}))]
          : []),
        ...(mayDo(grants, 'giveRoles')
          ? [row(words.plain('activities:desk.roles'), listRoles.pack({}))]
          : []),
        ...(mayDo(grants, 'keepRequests')
          ? [row(await needs.openRequests(words), listRequests.pack({}))]
          : []),
        ...(mayDo(grants, 'readAudit')
          ? [row(words.plain('audit:button'), showAudit.pack({ personId: 0, offset: 0 }))]
          : []),
      ],
    }
  }

  return { chat, part }
}
