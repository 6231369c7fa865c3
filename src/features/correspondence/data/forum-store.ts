import type { Database } from '../../../platform/database.ts'
import type { Raw } from './moments.ts'

export type ForumStore = ReturnType<typeof forumStore>

/** A group with topics. */
export interface Forum {
  id: number
  chatId: number
  title: string
  state: 'asked' | 'bound' | 'gone'
  activityId: number | null
  ownerId: number
}

export interface Topic {
  threadId: number
  chatId: number
  topicId: number
  name: string
  isClosed: boolean
}

/** The groups in which coordinators answer, and the topic of each thread. */
export function forumStore({ query }: Pick<Database, 'query'>) {
  const one = async (text: string, parameters: unknown[]) => {
    const [row] = await query<Raw>(text, parameters)
    return row && asForum(row)
  }
  return {
    /** The bot was brought into a group; asked anew each time. */
    async asked(chatId: number, title: string, ownerId: number, now: Temporal.Instant): Promise<number> {
      const [row] = await query<Raw>(
        `insert into forum_groups (chat_id, title, state, owner_id, updated_at) values ($1, $2, 'asked', $3, $4)
         on conflict (chat_id) do update set title = excluded.title, owner_id = excluded.owner_id,
           updated_at = excluded.updated_at,
           state = case when forum_groups.state = 'bound' then 'bound' else 'asked' end returning id`,
        [chatId, title, ownerId, now.toString()],
      )
      return Number(row?.['id'])
    },

    read: (id: number): Promise<Forum | undefined> => one('select * from forum_groups where id = $1', [id]),

    at: (chatId: number): Promise<Forum | undefined> =>
      one('select * from forum_groups where chat_id = $1', [chatId]),

    /** The group of an activity, if it has one. */
    of: (activityId: number | null): Promise<Forum | undefined> =>
      one(`select * from forum_groups where activity_id = $1::bigint and state = 'bound'`, [activityId]),

    /** The letters of an activity go there from now on; the group that they went to before is none any more. */
    async bind(id: number, activityId: number, now: Temporal.Instant): Promise<void> {
      await query(
        `update forum_groups set state = 'gone' where activity_id = $1 and state = 'bound' and id <> $2`,
        [activityId, id],
      )
      await query(
        `update forum_groups set state = 'bound', activity_id = $2, updated_at = $3 where id = $1`,
        [id, activityId, now.toString()],
      )
    },

    /** Nothing can be said there any more; its topics are forgotten. Resolves with whether that is news. */
    async lose(chatId: number): Promise<boolean> {
      await query(`delete from forum_topics where chat_id = $1`, [chatId])
      const rows = await query(
        `update forum_groups set state = 'gone' where chat_id = $1 and state = 'bound' returning id`,
        [chatId],
      )
      return rows.length > 0
    },

    /** The group has become a supergroup, with another id. */
    async move(from: number, to: number): Promise<void> {
      await query(`update forum_groups set chat_id = $2 where chat_id = $1`, [from, to])
      await query(`delete from forum_topics where chat_id = $1`, [from])
    },

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

    /** Threads of an activity in which somebody waits. */
    async waitingOf(activityId: number | null): Promise<number[]> {
      const rows = await query<{ id: number }>(
        `select id::int from threads where activity_id = $1::bigint and waiting_since is not null order by id`,
        [activityId],
      )
      return rows.map(({ id }) => id)
    },

    /** Who writes from this account, and in which language they read. */
    async whoIs(userId: number): Promise<{ personId: number; language: string } | undefined> {
      const [row] = await query<{ personId: number; language: string }>(
        `select person_id::int as "personId", language from accounts where user_id = $1 and person_id is not null`,
        [userId],
      )
      return row
    },
  }
}

const asForum = (row: Raw): Forum => ({
  id: Number(row['id']),
  chatId: Number(row['chat_id']),
  title: row['title'] as string,
  state: row['state'] as Forum['state'],
  activityId: row['activity_id'] === null ? null : Number(row['activity_id']),
  ownerId: Number(row['owner_id']),
})

const asTopic = (row: Raw): Topic => ({
  threadId: Number(row['thread_id']),
  chatId: Number(row['chat_id']),
  topicId: Number(row['topic_id']),
  name: row['name'] as string,
  isClosed: row['closed_at'] !== null,
})
