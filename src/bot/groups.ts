import { Composer, type Context, type Middleware } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Texts } from '../platform/texts/open-texts.ts'
import { isLanguage } from '../shared/localized-text.ts'
import type { Chat } from './context.ts'
import type { Messenger } from './messenger.ts'

export interface GroupsNeeds {
  messenger: Messenger
  texts: Texts
  me: UserFromGetMe
}

/**
 * Groups and channels: a command in a group gets one sentence with a link to the private chat, everything else silence;
 * channels are left with a word; bots and anonymous administrators are not answered (ruling 11).
 */
export function outsidePrivateChats({ messenger, texts, me }: GroupsNeeds): Middleware<Chat> {
  const composer = new Composer<Chat>()
  const outside = composer.filter((chat) => chat.chat !== undefined && chat.chat.type !== 'private')

  outside.on('my_chat_member').filter(hasJoinedChannel, (chat) => {
    messenger.call(chat.chat.id, 'leaveChat', {})
  })
  outside.on('message:entities:bot_command', (chat) => {
    if (chat.from.is_bot || chat.message.sender_chat || !isForMe(chat, me)) return
    const language = chat.from.language_code?.slice(0, 2)
    const words = texts.words(isLanguage(language) ? language : 'en')
    messenger.say(chat.chat.id, {
      text: words('bot:group.private', { link: `https://t.me/${me.username}` }),
      isSilent: true,
    })
  })
  outside.use(() => {})
  return composer.middleware()
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
