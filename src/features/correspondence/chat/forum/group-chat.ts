import { Composer, type Context } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { titleOf } from '../../../activities/index.ts'
import { mayDo } from '../../../people/index.ts'
import type { Forum, ForumStore } from '../../data/forum-store.ts'
import { correspondenceErrors } from '../../domain/errors.ts'
import { askAboutGroupJob } from './ask-about-group.ts'
import type { Room } from '../../needs.ts'
import type { Carrying } from '../carrying-answers.ts'
import * as buttons from '../buttons.ts'
import type { ForumBringing } from './bringing.ts'

export interface GroupChatNeeds extends Room {
  forums: ForumStore
  carrying: Pick<Carrying, 'answerFrom'>
  lose: ForumBringing['lose']
}

/** Activities that the owner chooses from. */
const mostOffered = 8

/** A group with topics as the coordinators' place: an owner brings the bot there and says privately what it is for. */
export function groupChat(needs: GroupChatNeeds) {
  const { forums, people, activities, messenger, texts, clock, carrying } = needs
  const chat = new Composer<Chat>()

  const mayBind = async (personId: number | null): Promise<boolean> =>
    personId !== null && mayDo(await people.roles.of(personId), 'bindGroups')

  chat.callbackQuery(buttons.bindGroup.pattern, async (tapped) => {
    const { forumId, activityId } = buttons.bindGroup.unpack(tapped.callbackQuery.data)
    const forum = await forums.read(forumId)
    const activity = await activities.store.read(activityId)
    if (!(await mayBind(tapped.viewer.personId))) throw correspondenceErrors.ownersOnly()
    if (!forum || !activity || forum.state === 'gone') throw correspondenceErrors.gone()
    await forums.bind(forumId, activityId, clock.now())
    const activityTitle = titleOf(activity, tapped.words.language)
    tapped.turn({
      text: tapped.words('correspondence:group.bound', { title: forum.title, activity: activityTitle }),
    })
  })

  /** Asks the owner what a group is for, with its title and how many read there. */
  async function ask(
    forum: Forum,
    { members, hasTopics }: { members: number; hasTopics: boolean },
  ): Promise<void> {
    const today = clock.now().toZonedDateTimeISO(needs.homeTimeZone).toPlainDate()
    const page = await activities.store.onDesk('running', today, 'everywhere', {
      offset: 0,
      limit: mostOffered,
    })
    await people.tell(forum.ownerId, (words) =>
      hasTopics
        ? {
            text: words('correspondence:group.ask', { title: forum.title, count: members }),
            keyboard: page.activities.map((activity) => [
              {
                text: titleOf(activity, words.language),
                callback_data: buttons.bindGroup.pack({ forumId: forum.id, activityId: activity.id }),
              },
            ]),
          }
        : { text: words('correspondence:group.noTopics', { title: forum.title }) },
    )
  }

  async function takesMembership({ myChatMember: change, chat: group }: Context): Promise<boolean> {
    if (!change || !group || group.type === 'channel' || group.type === 'private') return false
    const { status } = change.new_chat_member
    if (status === 'left' || status === 'kicked') {
      await needs.lose(group.id)
      return true
    }
    // Without the right to manage topics none can be opened any more.
    const manages = status === 'administrator' && change.new_chat_member.can_manage_topics !== false
    if (!manages && (await forums.at(group.id))?.state === 'bound') {
      await needs.lose(group.id)
      return true
    }
    const who = await forums.whoIs(change.from.id)
    if (!who || !(await mayBind(who.personId))) return true
    const forumId = await forums.asked(group.id, group.title, who.personId, clock.now())
    await needs.sendJob(askAboutGroupJob, { forumId })
    return true
  }

  /** What a coordinator writes in somebody's topic goes to them; `//` begins a note among coordinators. */
  async function takesMessage({ message, chat: group, from, me }: Context): Promise<boolean> {
    const topicId = message?.is_topic_message ? message.message_thread_id : undefined
    if (!message || !group || topicId === undefined || !from || from.is_bot || message.sender_chat)
      return false
    const topic = await forums.topicAt(group.id, topicId)
    if (!topic || message.text?.startsWith('/'))
      return topic !== undefined && message.text?.startsWith('//') === true
    const who = await forums.whoIs(from.id)
    const words = texts.words((who?.language ?? 'en') as Language)
    const tell = (text: string) => messenger.say(group.id, { text, topic: topicId, isSilent: true })
    try {
      await carrying.answerFrom(
        {
          personId: who?.personId ?? null,
          chatId: group.id,
          firstName: from.first_name,
          message,
          botId: me.id,
          words,
          tell,
        },
        topic.threadId,
      )
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      tell(words(error))
    }
    return true
  }

  return {
    chat,
    ask,
    async takesGroup(context: Context): Promise<boolean> {
      const to = context.message?.migrate_to_chat_id
      if (to !== undefined && context.chat) {
        await forums.move(context.chat.id, to)
        return true
      }
      return (await takesMembership(context)) || takesMessage(context)
    },
  }
}
