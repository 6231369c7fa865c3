import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { movingPerson } from '../actions/move-person.ts'
import type { tendingFirms } from '../actions/tend-firms.ts'
import type { TellPerson } from '../actions/tell-person.ts'
import type { MemberStore } from '../data/member-store.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { Firm } from '../domain/firm.ts'
import { displayName, type Person } from '../domain/person.ts'
import { formatPhone } from '../domain/phone.ts'
import * as buttons from './buttons.ts'

export interface MemberPagesNeeds {
  persons: PersonStore
  accounts: Accounts
  members: MemberStore
  tending: ReturnType<typeof tendingFirms>
  moving: ReturnType<typeof movingPerson>
  tell: TellPerson
  botUsername: string
  firmCard(words: Words, firm: Firm): Promise<Message>
}

const key = (text: string, callback_data: string) => [{ text, callback_data }]

/** Somebody of a firm, from the desk: leaving the firm, and another Telegram account. */
export function memberPages(needs: MemberPagesNeeds): Composer<Chat> {
  const { persons, accounts, members, tending, moving, tell, botUsername, firmCard } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.openMember.pattern, async (chat) => {
    const { firmId, personId } = buttons.openMember.unpack(chat.callbackQuery.data)
    const { firm, person } = await member(chat, firmId, personId)
    chat.turn(await memberCard(chat.words, firm, person))
  })
  composer.callbackQuery(buttons.askLeaving.pattern, async (chat) => {
    const { firmId, personId } = buttons.askLeaving.unpack(chat.callbackQuery.data)
    const { firm, person } = await member(chat, firmId, personId)
    chat.turn({
      text: chat.words('people:member.askLeaving', { name: displayName(person), firm: firm.name }),
      keyboard: [
        key(chat.words.plain('people:member.leavingYes'), buttons.memberLeaves.pack({ firmId, personId })),
        key(chat.words.plain('bot:back'), buttons.openMember.pack({ firmId, personId })),
      ],
    })
  })
  composer.callbackQuery(buttons.memberLeaves.pattern, async (chat) => {
    const { firmId, personId } = buttons.memberLeaves.unpack(chat.callbackQuery.data)
    const by = await tending.mustRunTheHouse(chat.viewer.personId)
    const firm = await tending.leave(firmId, personId, by)
    await tell(personId, (words) => ({ text: words('people:member.leftTold', { firm: firm.name }) }))
    chat.toast(chat.words.plain('people:member.left'))
    chat.turn(await firmCard(chat.words, firm))
  })
  composer.callbackQuery(buttons.movePerson.pattern, async (chat) => {
    const { firmId, personId } = buttons.movePerson.unpack(chat.callbackQuery.data)
    const { person } = await member(chat, firmId, personId)
    const token = await moving.invite(personId, chat.viewer.personId ?? 0)
    chat.tell({
      text: chat.words('people:member.moveLink', {
        name: displayName(person),
        link: `https://t.me/${botUsername}?start=m_${token}`,
      }),
    })
  })
  return composer

  async function member(chat: Chat, firmId: number, personId: number) {
    await tending.mustRunTheHouse(chat.viewer.personId)
    const firm = await tending.known(firmId)
    const person = await persons.read(personId)
    if (!person || !(await members.stateOf(firmId, personId))) throw staleButton()
    return { firm, person }
  }

  async function memberCard(words: Words, firm: Firm, person: Person): Promise<Message> {
    const reached = await accounts.ofPerson(person.id)
    const telegram = reached.map(({ username }) =>
      username ? `@${username}` : words.plain('people:member.noUsername'),
    )
    const ids = { firmId: firm.id, personId: person.id }
    return {
      text: words('people:member.card', {
        name: displayName(person),
        firm: firm.name,
        position: person.position ?? '–',
        phone: person.phone ? formatPhone(person.phone) : '–',
        email: person.email ?? '–',
        telegram: telegram.join(', ') || words.plain('people:member.noAccount'),
      }),
      keyboard: [
        key(words.plain('people:member.move'), buttons.movePerson.pack(ids)),
        key(words.plain('people:member.leave'), buttons.askLeaving.pack(ids)),
        key(words.plain('bot:back'), buttons.openFirm.pack({ firmId: firm.id })),
      ],
    }
  }
}
