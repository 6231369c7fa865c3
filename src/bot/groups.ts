import { Composer, type Context, type Middleware } from 'grammy'
import type { Message as GroupMessage, UserFromGetMe } from 'grammy/types'
import type { Texts } from '../platform/texts/open-texts.ts'
import { isLanguage } from '../shared/localized-text.ts'
import type { Chat } from './context.ts'
import type { Feature } from './feature.ts'
import type { Messenger } from './messenger.ts'

export interface GroupsNeeds {
  messenger: Messenger
  texts: Texts
  me: UserFromGetMe
  features: readonly Pick<Feature, 'takesGroup'>[]
}

/**
 * Groups and channels: a command in a group gets one sentence with a link to the private chat, everything else silence;
 * channels are left with a word; bots and anonymous administrators are not answered (ruling 11).
 */
export function outsidePrivateChats({ messenger, texts, me, features }: GroupsNeeds): Middleware<Chat> {
  const outside = new Composer<Chat>()

  outside.on('my_chat_member').filter(hasJoinedChannel, (chat) => {
    // Where it may not post, a refused word would only delay the leaving.
    if (mayPost(chat)) messenger.say(chat.chat.id, { ...sentence(chat, 'bot:group.leaving'), isSilent: true })
    messenger.call(chat.chat.id, 'leaveChat', {})
  })
  outside.on('message:entities:bot_command', (chat) => {
    if (chat.from.is_bot || chat.message.sender_chat || !isForMe(chat, me)) return
    messenger.say(chat.chat.id, {
      ...sentence(chat, 'bot:group.private'),
      isSilent: true,
      ...topicOf(chat.message),
    })
  })
  return async (chat, next) => {
    const isOutside = chat.chat !== undefined && chat.chat.type !== 'private'
    if (!isOutside) return next()
    for (const { takesGroup } of features) if (await takesGroup?.(chat)) return
    await outside.middleware()(chat, async () => {})
  }

  function sentence({ from }: Context, key: 'bot:group.private' | 'bot:group.leaving'): { text: string } {
    const language = from?.language_code?.slice(0, 2)
    const words = texts.words(isLanguage(language) ? language : 'en')
    return { text: words(key, { link: `https://t.me/${me.username}` }) }
  }
}

/** In a forum the answer belongs into the topic of the question; elsewhere a thread is only a chain of replies. */
const topicOf = (message: GroupMessage): { topic?: number } =>
  message.is_topic_message && message.message_thread_id !== undefined
    ? { topic: message.message_thread_id }
    : {}

const mayPost = ({ myChatMember }: Context): boolean => {
  const member = myChatMember?.new_chat_member
  return member?.status === 'administrator' && member.can_post_messages === true
}

const hasJoinedChannel = (chat: Context) =>
  chat.chat?.type === 'channel' &&
  ['administrator', 'member'].includes(chat.myChatMember?.new_chat_member.status ?? '')

/** In a group a command may be meant for another bot: `/start@other_bot`. */
function isForMe(chat: Context, me: UserFromGetMe): boolean {
  const text = chat.message?.text ?? ''
  const [command = ''] = text.split(/\s/, 1)
  const [, addressee] = command.split('@')
  return (
    command.startsWith('/') &&
    (addressee === undefined || addressee.toLowerCase() === me.username.toLowerCase())
  )
}
