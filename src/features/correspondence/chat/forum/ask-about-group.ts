import { GrammyError } from 'grammy'
import type { Database } from '../../../../platform/database.ts'
import type { Job } from '../../../../platform/jobs.ts'
import type { Forum, ForumStore } from '../../data/forum-store.ts'
import type { Groups } from '../../needs.ts'

export const askAboutGroupJob = 'correspondence.ask-about-group'

export interface AskAboutGroupNeeds {
  api: Pick<Groups, 'getChat' | 'getChatMemberCount'>
  database: Pick<Database, 'transaction'>
  forums: Pick<ForumStore, 'read'>
  ask(forum: Forum, group: { members: number; hasTopics: boolean }): Promise<void>
}

/** Looks at a group that an owner has brought the bot into, and asks them privately what it is for. */
export function askAboutGroup({ api, database, forums, ask }: AskAboutGroupNeeds): Job {
  return {
    name: askAboutGroupJob,
    async work({ forumId }) {
      const forum = await forums.read(Number(forumId))
      if (!forum) return
      try {
        const group = await api.getChat(forum.chatId)
        const members = await api.getChatMemberCount(forum.chatId)
        const hasTopics = group.is_forum === true
        await database.transaction(() => ask(forum, { members, hasTopics }))
      } catch (error) {
        // Already out again.
        if (!(error instanceof GrammyError) || ![400, 403].includes(error.error_code)) throw error
      }
    },
  }
}
