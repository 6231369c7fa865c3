import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { inviteAndJoin } from '../actions/invite-and-join.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { FirmStore } from '../data/firm-store.ts'
import { displayName } from '../domain/person.ts'
import { decideJoin, inviteColleague } from './buttons.ts'
import type { MemberNews } from './member-news.ts'

export interface FirmsChatNeeds {
  persons: PersonStore
  firms: FirmStore
  joining: ReturnType<typeof inviteAndJoin>
  answerJoin: MemberNews['answerJoin']
  becomePerson(viewer: Chat['viewer']): Promise<number>
  botUsername: string
}

/** Who belongs to a firm: the questions to those who know, and the link for a colleague. */
export function firmsChat({
  persons,
  firms,
  joining,
  answerJoin,
  becomePerson,
  botUsername,
}: FirmsChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(decideJoin.pattern, async (chat) => {
    const { firmId, personId, answer } = decideJoin.unpack(chat.callbackQuery.data)
    const isAccepted = answer === 'yes'
    const by = await becomePerson(chat.viewer)
    const { firm, isNew } = await answerJoin(firmId, personId, by, isAccepted ? 'accept' : 'refuse')
    const asked = await persons.read(personId)
    if (!isNew) {
      chat.toast(chat.words.plain('people:join.already'), true)
      return chat.turn({ text: chat.words('people:join.already') })
    }
    const told = { name: asked ? displayName(asked) : '', firm: firm.name }
    chat.turn({ text: chat.words(isAccepted ? 'people:join.doneYes' : 'people:join.doneNo', told) })
  })

  composer.callbackQuery(inviteColleague.pattern, async (chat) => {
    const { firmId } = inviteColleague.unpack(chat.callbackQuery.data)
    const personId = await becomePerson(chat.viewer)
    await joining.mustNotPileUp(firmId, personId)
    const token = await joining.inviteToFirm(firmId, personId)
    const firm = await firms.read(firmId)
    const link = `https://t.me/${botUsername}?start=f_${token}`
    chat.tell({ text: chat.words('people:invite.link', { firm: firm?.name ?? '', link }) })
  })
  return composer
}
