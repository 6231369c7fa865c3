import type { Chat } from '../../../../bot/context.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import type { People } from '../../../people/index.ts'
import type { CoordinatorList } from '../../data/coordinator-list.ts'
import type { ShownCards, ShownMessage } from '../../data/shown-cards.ts'
import { messageKey, type CameFrom } from '../../data/desk/came-from.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import type { Cards } from './cards.ts'

export interface CardCopiesNeeds {
  cards: Cards
  coordinatorList: CoordinatorList
  shownCards: ShownCards
  cameFrom: CameFrom
  people: People
  messenger: Messenger
}

export type CardCopies = ReturnType<typeof cardCopies>

/** One application's card stands in several chats: what becomes of it is seen in all of them. */
export function cardCopies(needs: CardCopiesNeeds) {
  const { cards, coordinatorList, shownCards, cameFrom, people, messenger } = needs

  /** Shows the card in the message that was tapped, and knows from here on that it stands there. */
  async function show(chat: Chat, application: Application, activity: Activity): Promise<void> {
    const tapped = tappedIn(chat)
    const back = tapped && (await cameFrom.of([tapped])).get(messageKey(tapped))
    chat.turn(await cards.forReader(chat.viewer.personId, chat.words, application, activity, back))
    if (tapped) await shownCards.keep(tapped, application.id)
  }

  /** Writes the other copies anew; a message that is not there any more is not sent again. */
  async function refresh(application: Application, activity: Activity, except?: ShownMessage): Promise<void> {
    const phones = await coordinatorList.of(activity.code, application.personId)
    const shown = await shownCards.of(
      application.id,
      phones.map(({ userId }) => userId),
    )
    const others = shown.filter(
      ({ chatId, messageId }) => chatId !== except?.chatId || messageId !== except.messageId,
    )
    if (others.length === 0) return
    const card = await cards.of(application, activity)
    const backs = await cameFrom.of(others)
    for (const other of others) {
      const { chatId, messageId } = other
      const phone = phones.find(({ userId }) => userId === chatId)
      if (!phone) continue
      const words = people.wordsIn(phone.language)
      messenger.refresh(chatId, messageId, card(words, phone.isEverywhere, backs.get(messageKey(other))))
    }
  }

  return {
    show,
    refresh,

    /** A new message with the card goes to these chats: the older ones are not forgotten for it. */
    makeRoom: shownCards.makeRoom,

    /** Something has changed by this tap: the other copies say so, and the message that was tapped. */
    async showChanged(chat: Chat, application: Application, activity: Activity): Promise<void> {
      await refresh(application, activity, tappedIn(chat))
      await show(chat, application, activity)
    },

    /** The message that was tapped shows something else from here on. */
    async leave(chat: Chat): Promise<void> {
      const tapped = tappedIn(chat)
      if (tapped) await shownCards.forget(tapped)
    },

    /** The card is opened from a list: `back` is the button that shows it again. */
    async openedFrom(chat: Chat, back: string): Promise<void> {
      const tapped = tappedIn(chat)
      if (tapped) await cameFrom.keep(tapped, back)
    },
  }
}

function tappedIn({ callbackQuery, viewer }: Chat): ShownMessage | undefined {
  const message = callbackQuery?.message
  return message && { chatId: viewer.userId, messageId: message.message_id }
}
