import { GrammyError } from 'grammy'
import type { Database } from '../../../../platform/database.ts'
import type { Job } from '../../../../platform/jobs.ts'
import type { ForumStore } from '../../data/forum-store.ts'
import type { ThreadStore } from '../../data/thread-store.ts'
import type { Thread } from '../../domain/letter.ts'
import type { Groups } from '../../needs.ts'

export const openTopicJob = 'correspondence.open-topic'

export interface OpenTopicNeeds {
  api: Pick<Groups, 'createForumTopic'>
  database: Pick<Database, 'transaction'>
  threads: Pick<ThreadStore, 'read' | 'readLocked'>
  forums: ForumStore
  nameOf(thread: Thread): Promise<string>
  /** Puts what waits in a thread into its topic. */
  bringWaiting(thread: Thread): Promise<void>
  /** The bot may not write there: whoever waits is brought to private chats, and the owner is told. */
  lose(chatId: number): Promise<void>
}

/** Opens the topic of a thread, once, and puts there what waits. */
export function openTopic(needs: OpenTopicNeeds): Job {
  const { api, database, threads, forums, nameOf, bringWaiting, lose } = needs
  return {
    name: openTopicJob,
    async work({ threadId }) {
      const thread = await threads.read(Number(threadId))
      const forum = thread && (await forums.of(thread.activityId))
      if (!thread || !forum || (await forums.topicOf(thread.id, forum.chatId))) return
      const name = await nameOf(thread)
      try {
        const { message_thread_id: topicId } = await api.createForumTopic(forum.chatId, name)
        await database.transaction(async () => {
          // Who has been faster has brought it already; the empty topic harms nobody.
          if (await forums.keepTopic({ threadId: thread.id, chatId: forum.chatId, topicId, name }))
            await bringWaiting(thread)
        })
      } catch (error) {
        const movedTo = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined
        if (movedTo !== undefined) {
          await database.transaction(() => forums.move(forum.chatId, movedTo))
          throw error
        }
        const isRefused = error instanceof GrammyError && [400, 403].includes(error.error_code)
        if (!isRefused) throw error
        await database.transaction(() => lose(forum.chatId))
      }
    },
    async giveUp({ threadId }) {
      const thread = await threads.read(Number(threadId))
      const forum = thread && (await forums.of(thread.activityId))
      if (forum) await database.transaction(() => lose(forum.chatId))
    },
  }
}
