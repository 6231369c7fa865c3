import { titleOf } from '../../../activities/index.ts'
import type { WhoAnswers } from '../../actions/who-answers.ts'
import type { ForumStore } from '../../data/forum-store.ts'
import { openTopicJob } from './open-topic.ts'
import type { Letter, Thread } from '../../domain/letter.ts'
import type { Room } from '../../needs.ts'
import { groupCardView } from '../card-view.ts'
import type { PassingOn } from '../passing-on.ts'
import type { Scenes } from '../scenes.ts'

export interface BringingNeeds extends Room {
  forums: ForumStore
  scenes: Scenes
  whoAnswers: WhoAnswers
  bringTo: PassingOn['bringTo']
  bring: PassingOn['bring']
}

/** Days for which a topic stays open after its activity. */
const daysOpenAfter = 7

export type ForumBringing = ReturnType<typeof forumBringing>

/** Letters in the topic of whoever writes them, where the coordinators of an activity have a group for that. */
export function forumBringing(needs: BringingNeeds) {
  const { forums, threads, letters, people, messenger, activities, writers } = needs

  const nameOf = async ({
    personId,
    activityId,
  }: Pick<Thread, 'personId' | 'activityId'>): Promise<string> => {
    const writer = (await writers([{ personId, activityId }])).get(personId)
    const parts = [writer?.firm, writer?.name ?? `#${personId}`]
    return parts
      .filter((part) => part)
      .join(' · ')
      .slice(0, 128)
  }

  /** Brings a letter into the topic of its thread, which is opened first where there is none; false: there is no group. */
  async function bring(letter: Letter, thread: Thread): Promise<boolean> {
    const forum = await forums.of(thread.activityId)
    if (!forum) return false
    const topic = await forums.topicOf(thread.id, forum.chatId)
    if (!topic) {
      await needs.sendJob(openTopicJob, { threadId: thread.id })
      return true
    }
    if (topic.isClosed) {
      await forums.reopen(thread.id)
      messenger.call(forum.chatId, 'reopenForumTopic', { message_thread_id: topic.topicId })
    }
    const name = await nameOf(thread)
    if (name !== topic.name) {
      await forums.rename(thread.id, name)
      messenger.call(forum.chatId, 'editForumTopic', { message_thread_id: topic.topicId, name })
    }
    await bringThere(letter, thread, { chatId: forum.chatId, topic: topic.topicId })
    return true
  }

  async function bringThere(
    letter: Letter,
    thread: Thread,
    to: { chatId: number; topic: number },
  ): Promise<void> {
    const words = needs.texts.words(await needs.scenes.groupLanguage(thread))
    const scene = await (await needs.scenes.of(thread))(words, letter)
    await needs.bringTo(letter, { personId: null, ...to }, groupCardView(words, scene))
  }

  /** Puts everything that waits in a thread into its topic, which has just been opened. */
  async function bringWaiting(thread: Thread): Promise<void> {
    for (const letter of await letters.unsettledOf(thread.id)) await bring(letter, thread)
  }

  /** The bot may not write there any more: whoever waits is brought to private chats, and the owner hears of it. */
  async function lose(chatId: number): Promise<void> {
    const forum = await forums.at(chatId)
    if (!forum || !(await forums.lose(chatId))) return
    for (const threadId of await forums.waitingOf(forum.activityId)) {
      const thread = await threads.read(threadId)
      if (!thread) continue
      const { now } = await needs.whoAnswers(thread.activityId, thread.personId)
      for (const letter of await letters.unsettledOf(threadId)) await needs.bring(letter, thread, now)
    }
    const activity = forum.activityId === null ? undefined : await activities.store.read(forum.activityId)
    const coordinators = activity ? await people.roles.coordinatorsOf(activity.code) : []
    for (const personId of new Set([forum.ownerId, ...coordinators]))
      await people.tell(personId, (words) => ({
        text: words('correspondence:group.lost', {
          title: forum.title,
          activity: activity ? titleOf(activity, words.language) : '—',
        }),
      }))
  }

  /** A letter has not arrived in the group: its topic is made anew once; else nothing can be said there any more. */
  async function miss(chatId: number, threadId: number): Promise<void> {
    const missed = await forums.missTopic(threadId, chatId, needs.clock.now())
    if (missed === 'remake') await needs.sendJob(openTopicJob, { threadId })
    if (missed === 'lost') await lose(chatId)
  }

  /** Closes the topics of those whose application has ended, or whose activity is over for some days. */
  async function closeOver(): Promise<void> {
    const now = needs.clock.now()
    const today = now.toZonedDateTimeISO(needs.homeTimeZone).toPlainDate()
    for (const { chatId, topicId } of await forums.closeOver(now, today.subtract({ days: daysOpenAfter })))
      messenger.call(chatId, 'closeForumTopic', { message_thread_id: topicId })
  }

  return { bring, bringWaiting, lose, miss, closeOver, nameOf }
}
