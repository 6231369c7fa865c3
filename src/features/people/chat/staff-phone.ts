import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { RoleStore } from '../data/role-store.ts'
import { readSharedPhone } from '../domain/phone.ts'
import { mayDo } from '../domain/rights.ts'

/** Asks staff for the number by which the team of an activity knows them; only Telegram's own button vouches for it. */
export const phoneQuestion = (words: Words): Message => ({
  text: words('people:staff.askPhone'),
  replyKeyboard: {
    keyboard: [[{ text: words.plain('people:staff.sharePhone'), request_contact: true }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  },
})

export interface StaffPhoneNeeds {
  persons: Pick<PersonStore, 'update'>
  roles: Pick<RoleStore, 'of'>
  servingChanged(personId: number): Promise<void>
  showHome(chat: Chat): Promise<void>
}

/** Takes the number that somebody of the staff shares; another's is refused kindly. */
export function takesStaffPhone({ persons, roles, servingChanged, showHome }: StaffPhoneNeeds) {
  return async (chat: Chat): Promise<boolean> => {
    const { viewer, message, words } = chat
    if (!message?.contact || viewer.personId === null) return false
    if (!mayDo(await roles.of(viewer.personId), 'seeAgenda')) return false
    if (message.contact.user_id !== viewer.userId) {
      chat.tell({ ...phoneQuestion(words), text: words('people:staff.ownPhone') })
      return true
    }
    const { e164 } = readSharedPhone(message.contact.phone_number)
    await persons.update(viewer.personId, { phone: e164, isPhoneVerified: true })
    await servingChanged(viewer.personId)
    chat.tell({ text: words('people:staff.phoneKept'), replyKeyboard: 'remove' })
    await showHome(chat)
    return true
  }
}
