import type { Chat } from '../../../bot/context.ts'
import type { Feature } from '../../../bot/feature.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { AcceptedRole, giveRoles } from '../actions/give-roles.ts'
import type { movingPerson } from '../actions/move-person.ts'
import type { PersonStore } from '../data/person-store.ts'
import { roleWelcome } from './role-words.ts'
import { phoneQuestion } from './staff-phone.ts'

export interface PeopleLinksNeeds {
  giving: ReturnType<typeof giveRoles>
  moving: ReturnType<typeof movingPerson>
  persons: Pick<PersonStore, 'read'>
  messenger: Messenger
  texts: Texts
  becomePerson(viewer: Chat['viewer']): Promise<number>
  /** Somebody's roles have changed: their menu of commands follows. */
  rolesChanged(personId: number): Promise<void>
  /** Where somebody works has changed, or by which number they are known there. */
  servingChanged(personId: number): Promise<void>
  /** Whoever gave a link away learns who has used it. */
  tellOwners(personId: number, accepted: AcceptedRole): Promise<void>
  /** An account stands for nobody any more: its menu of commands is everybody's. */
  accountLeft(userId: number, language: Language): void
  showHome(chat: Chat): Promise<void>
  catchUp(personId: number): Promise<void>
  /** Whatever other rooms keep about a person becomes another's. */
  handOver(chat: Chat, fromPersonId: number, toPersonId: number): Promise<void>
  /** Nobody passes anything on to them any more. */
  leaveHand(chat: Chat, personId: number): Promise<void>
  openFirmLink(chat: Chat, token: string): Promise<void>
}

/** The links that this room opens: `c_` gives a role, `f_` leads into a firm, `m_` moves a person to this account. */
export function peopleLinks(needs: PeopleLinksNeeds): NonNullable<Feature['links']> {
  const { giving, moving, messenger, texts, becomePerson, rolesChanged } = needs
  return {
    async c(chat, token) {
      const personId = await becomePerson(chat.viewer)
      const accepted = await giving.acceptRole(token, personId)
      await rolesChanged(personId)
      if (accepted.isNew) await needs.tellOwners(personId, accepted)
      await needs.servingChanged(personId)
      chat.tell({ text: roleWelcome(chat.words, accepted) })
      if (accepted.role === 'staff' && !(await needs.persons.read(personId))?.isPhoneVerified)
        chat.tell(phoneQuestion(chat.words))
      else if (!accepted.isNew || accepted.role === 'staff') await needs.showHome(chat)
    },
    f: needs.openFirmLink,
    async m(chat, token) {
      const { personId, former, alsoPersonId } = await moving.follow(token, chat.viewer)
      for (const { userId, language } of former) {
        messenger.say(userId, { text: texts.words(language)('people:member.movedAway') })
        needs.accountLeft(userId, language)
      }
      await rolesChanged(personId)
      await needs.servingChanged(personId)
      chat.tell({ text: chat.words('people:member.moved') })
      await needs.leaveHand(chat, personId)
      if (alsoPersonId !== null) await needs.handOver(chat, alsoPersonId, personId)
      await needs.showHome(chat)
      await needs.catchUp(personId)
    },
  }
}
