import { conversations, createConversation, type ConversationData } from '@grammyjs/conversations'
import { Composer, Context, type Api, type Middleware } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Database } from '../platform/database.ts'
import type { Texts } from '../platform/texts/open-texts.ts'
import type { Accounts } from './data/accounts.ts'
import type { Chat, Viewer } from './context.ts'
import { conversationStore, layOut, sittingVersion } from './conversation-store.ts'
import type { ClaimedUpdate } from './data/claimed-updates.ts'
import { isRestOfAlbum } from './receiving/albums.ts'
import { explainRefusals } from './explain-refusals.ts'
import type { Feature } from './feature.ts'
import { outsidePrivateChats } from './groups.ts'
import type { HandledUpdate } from './receiving/handling.ts'
import { homeCard } from './home.ts'
import { lost } from './lost.ts'
import type { Messenger } from './messenger.ts'
import { openInRooms, showingAgain } from './open-in-rooms.ts'
import { isServiceMessage } from './receiving/service-messages.ts'
import { startLinks } from './start.ts'
import type { AnswerButton, ButtonNote } from './answer-buttons.ts'
import { chatTools } from './tools.ts'

export interface OpenChatNeeds {
  me: UserFromGetMe
  api: Api
  answer: AnswerButton
  database: Database
  texts: Texts
  messenger: Messenger
  accounts: Accounts
  features: readonly Feature[]
  /** The version of the sittings; tests deploy another one in the middle of a sitting. */
  version?: number
}

/**
 * The way of every update, top to bottom. Who takes a message is this order: membership → an active sitting that expects
 * this kind → button → command → link → the open question of a room → a useful word when nobody understands.
 */
export function openChat(needs: OpenChatNeeds) {
  const { me, api, answer, database, texts, messenger, accounts, features, version = sittingVersion } = needs
  const bot = new Composer<Chat>()
  const knowing = features.flatMap(({ knownOfSender }) => knownOfSender ?? [])

  bot.use(outsidePrivateChats({ messenger, texts, me, features }))
  // Plain conditions, because grammY makes a composer anew for each filter that an update passes.
  bot.use(async (chat, next) => {
    if (!chat.myChatMember) return next()
    const isReachable = chat.myChatMember.new_chat_member.status === 'member'
    await accounts.setReachable(chat.myChatMember.from.id, isReachable)
    // Somebody who has never written has no account, and nothing waits for them.
    const viewer = chat.viewer as Viewer | undefined
    if (isReachable && viewer) await catchUp(viewer)
  })
  const catchUp = async ({ personId }: Viewer) => {
    for (const { catchesUp } of features) if (personId !== null) await catchesUp?.(personId)
  }
  const openIn = openInRooms(database, features)
  const showsAgain = showingAgain(openIn)
  bot.use(async (chat, next) => {
    const isSomebody = chat.chat?.type === 'private' && chat.from !== undefined && !chat.from.is_bot
    if (!isSomebody || isReport(chat)) return
    await next()
    if (chat.viewer.isBack) await catchUp(chat.viewer)
  })
  bot.use(explainRefusals(database))
  bot.use(conversations<Chat, Context>({ storage: conversationStore<Chat>(version) }))
  for (const { sittings = [] } of features)
    for (const { name, builder } of sittings)
      bot.use(createConversation<Chat, Context>(builder, { id: name, parallel: true }))
  bot.use(
    explainRefusals(database, async (chat) => {
      if (await showsAgain(chat)) return
      // A link that leads nowhere any more ends at the home card.
      if (chat.hasCommand('start')) chat.tell(await homeCard(chat, features))
    }),
  )
  bot.use(thenTheOpenQuestion(showsAgain, buttonsAndCommands(features)))
  bot.use(startLinks(features, openIn))
  bot.on('message', async (chat, next) => {
    const open = await openIn(chat)
    for (const room of features) if (await room.takesOver?.(chat, open.includes(room))) return
    for (const { takesLast } of features)
      if (await takesLast?.(chat)) return void (isRestOfAlbum(chat.message) || (await showsAgain(chat)))
    await next()
  })
  bot.use(lost(features, showsAgain))

  return async function handle(claimed: ClaimedUpdate): Promise<HandledUpdate> {
    const { update } = claimed
    const context = new Context(update, api, me)
    const note: ButtonNote = {}
    const { personId = null } = claimed.account ?? {}
    if (personId !== null) knowing.forEach(({ keepInMind }, at) => keepInMind(personId, claimed.known?.[at]))
    const viewer = await accounts.recognise(context, claimed.account)
    if (viewer) {
      const beneathFirstWords = () =>
        features.flatMap((room) => room.beneathFirstWords?.(context as Chat) ?? [])
      const tools = chatTools(context, { messenger, texts, viewer, note, beneathFirstWords })
      Object.assign(context, tools)
    }
    const slot = layOut(context, claimed.conversation)
    await bot.middleware()(context as Chat, async () => {})
    const query = update.callback_query
    // No button does nothing: where all stands as it was, a note says so.
    if (query && viewer && !note.isSeen) note.text ??= texts.words(viewer.language).plain('bot:asItStands')
    return {
      conversation: slot.after,
      ...(query ? { afterwards: () => void answer(query.id, note) } : {}),
    }
  }
}

/** A pinned message or a new timer is no answer to the question of an open sitting either. */
const isReport = ({ message }: Chat): boolean => message !== undefined && isServiceMessage(message)

export type { ConversationData }

/** A command beats an open question; what it has to say is followed by that question, so that nobody loses it. */
function thenTheOpenQuestion(
  showsAgain: (chat: Chat) => Promise<boolean>,
  rooms: Composer<Chat>,
): Middleware<Chat> {
  return async (chat, next) => {
    let isTheirs = true
    await rooms.middleware()(chat, async () => {
      isTheirs = false
      await next()
    })
    if (isTheirs && chat.message?.text?.startsWith('/')) await showsAgain(chat)
  }
}

function buttonsAndCommands(features: readonly Feature[]): Composer<Chat> {
  const composer = new Composer<Chat>()
  for (const { chat } of features) if (chat) composer.use(chat)
  return composer
}
