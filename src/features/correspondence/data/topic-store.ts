import type { Database } from '../../../platform/database.ts'
import type { Raw } from './moments.ts'

/** The place of a thread in a group with topics. */
export interface Topic {
  threadId: number
  chatId: number
  topicId: number
  name: string
  isClosed: boolean
}

/** The topic of each thread. */
export function topicStore({ query }: Pick<Database, 'query'>) {
  return {
    async topicOf(threadId: number, chatId: number): Promise<Topic | undefined> {
      const [row] = await query<Raw>(
        'select * from forum_topics where thread_id = $1 and chat_id = $2 and topic_id > 0',
        [threadId, chatId],
      )
      return row && asTopic(row)
    },

    async topicAt(chatId: number, topicId: number): Promise<Topic | undefined> {
      const [row] = await query<Raw>('select * from forum_topics where chat_id = $1 and topic_id = $2', [
        chatId,
        topicId,
      ])
      return row && asTopic(row)
    },

    /** Resolves with false where another process was faster. */
    async keepTopic({ threadId, chatId, topicId, name }: Omit<Topic, 'isClosed'>): Promise<boolean> {
      const rows = await query(
        `insert into forum_topics (thread_id, chat_id, topic_id, name) values ($1, $2, $3, $4)
         on conflict (thread_id) do update set chat_id = excluded.chat_id, topic_id = excluded.topic_id, name = excluded.name,
           closed_at = null
         where forum_topics.chat_id <> excluded.chat_id or forum_topics.topic_id < 0 returning thread_id`,
        [threadId, chatId, topicId, name],
      )
      return rows.length > 0
    },

    /**
     * A letter has not arrived in a topic, most likely because somebody has deleted it: `remake` once; `waits` while that
     * is under way; `lost` where it did not help.
     */
    async missTopic(
      threadId: number,
      chatId: number,
      now: Temporal.Instant,
    ): Promise<'remake' | 'waits' | 'lost'> {
      const [row] = await query<{ topic: number; remade: boolean }>(
        `select topic_id::int as topic, remade_at is not null as remade from forum_topics
         where thread_id = $1 and chat_id = $2 for update`,
        [threadId, chatId],
      )
      if (!row) return 'lost'
      if (row.topic < 0) return 'waits'
      if (row.remade) return 'lost'
      await query(`update forum_topics set topic_id = -thread_id, remade_at = $2 where thread_id = $1`, [
        threadId,
        now.toString(),
      ])
      return 'remake'
    },

    /** A letter has arrived in the topic of its thread. */
    async arrived(threadId: number): Promise<void> {
      await query(
        `update forum_topics set remade_at = null where thread_id = $1 and remade_at is not null and topic_id > 0`,
        [threadId],
      )
    },

    /** Closes the topics in which nobody waits and whose application or activity is over; resolves with them. */
    async closeOver(now: Temporal.Instant, overSince: Temporal.PlainDate): Promise<Topic[]> {
      const rows = await query<Raw>(
        `update forum_topics t set closed_at = $1 from threads h join activities a on a.id = h.activity_id
         where h.id = t.thread_id and t.closed_at is null and t.topic_id > 0 and h.waiting_since is null
           and (a.state = 'cancelled' or a.ends_on < $2::date or not exists (
             select from applications p where p.activity_id = h.activity_id and p.person_id = h.person_id
               and p.state not in ('draft', 'rejected', 'declined', 'withdrawn', 'replaced', 'cancelled_by_organiser')))
         returning t.*`,
        [now.toString(), overSince.toString()],
      )
      return rows.map(asTopic)
    },

    async reopen(threadId: number): Promise<void> {
      await query(`update forum_topics set closed_at = null where thread_id = $1`, [threadId])
    },

    /** The topics in which somebody's letters stand. */
    async topicsOf(personId: number): Promise<Topic[]> {
      const rows = await query<Raw>(
        `select t.* from forum_topics t join threads h on h.id = t.thread_id where h.person_id = $1 and t.topic_id > 0`,
        [personId],
      )
      return rows.map(asTopic)
    },

    async rename(threadId: number, name: string): Promise<void> {
      await query(`update forum_topics set name = $2 where thread_id = $1`, [threadId, name])
    },
  }
}

const asTopic = (row: Raw): Topic => ({
  threadId: Number(row['thread_id']),
  chatId: Number(row['chat_id']),
  topicId: Number(row['topic_id']),
  name: row['name'] as string,
  isClosed: row['closed_at'] !== null,
})
