import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { staleButton } from '../../../bot/callback-data.ts'
import type { inviteAndJoin, Joined, MeantFor } from '../actions/invite-and-join.ts'
import type { TellPerson } from '../actions/tell-person.ts'
import type { PersonStore } from '../data/person-store.ts'
import { displayName } from '../domain/person.ts'
import { takeLink } from './buttons.ts'

export interface FirmLinksNeeds {
  persons: PersonStore
  joining: ReturnType<typeof inviteAndJoin>
  tell: TellPerson
  becomePerson(viewer: Chat['viewer']): Promise<number>
  takeOver(chat: Chat, fromPersonId: number, toPersonId: number): Promise<boolean>
  openInvitedTo(chat: Chat, codes: readonly string[]): Promise<void>
  standingChanged(personId: number): Promise<void>
}

/** Links into a firm. One that was made for somebody asks first whether it is they who have opened it. */
export function firmLinks(needs: FirmLinksNeeds) {
  const { persons, joining, tell, becomePerson, takeOver, openInvitedTo } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(takeLink.pattern, async (chat) => {
    const { answer, token } = takeLink.unpack(chat.callbackQuery.data)
    const personId = await becomePerson(chat.viewer)
    const meant = await joining.meantFor(token, personId)
    if (answer === 'yes') {
      if (meant) chat.turn({ text: chat.words('people:meant.yes', { name: await nameOf(meant) }) })
      return join(chat, token, personId)
    }
    if (!meant) throw staleButton()
    chat.turn({ text: chat.words('people:meant.no', { name: await nameOf(meant) }) })
    await sayWhoOpened(meant)
  })

  async function open(chat: Chat, token: string): Promise<void> {
    const personId = await becomePerson(chat.viewer)
    const meant = await joining.meantFor(token, personId)
    if (!meant) return join(chat, token, personId)
    const key = (answer: 'yes' | 'no') => ({
      text: chat.words.plain(`bot:${answer}`),
      callback_data: takeLink.pack({ answer, token }),
    })
    chat.tell({
      text: chat.words('people:meant.ask', { name: await nameOf(meant) }),
      keyboard: [[key('yes'), key('no')]],
    })
  }

  async function join(chat: Chat, token: string, personId: number): Promise<void> {
    const joined = await joining.joinByLink(token, personId)
    await welcome(chat, joined, personId)
    if (joined.isNew && joined.firm) await needs.standingChanged(personId)
  }

  async function welcome(
    chat: Chat,
    { firm, invitedTo, forPersonId, isNew }: Joined,
    personId: number,
  ): Promise<void> {
    // Whoever was entered by a colleague reads the notice before anything else; the welcome follows it.
    const isReading = forPersonId !== null && (await takeOver(chat, forPersonId, personId))
    if (isReading) return
    const key = isNew ? 'people:join.byLink' : 'people:join.member'
    if (firm) chat.tell({ text: chat.words(key, { firm: firm.name }) })
    await openInvitedTo(chat, invitedTo)
  }

  /** Whoever made the link is told that it went astray; not to whom. */
  async function sayWhoOpened(meant: MeantFor): Promise<void> {
    const name = await nameOf(meant)
    if (meant.createdBy !== null)
      await tell(meant.createdBy, (words) => ({ text: words('people:meant.astray', { name }) }))
  }

  async function nameOf({ forPersonId }: MeantFor): Promise<string> {
    const person = await persons.read(forPersonId)
    return person ? displayName(person) : ''
  }

  return { chat: composer, open }
}
