import type { Database } from '../../../platform/database.ts'
import type { Raw } from './moments.ts'
import { topicStore } from './topic-store.ts'

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

/** The groups in which coordinators answer, and the topic of each thread. */
export function forumStore(database: Pick<Database, 'query'>) {
  const { query } = database
  const one = async (text: string, parameters: unknown[]) => {
    const [row] = await query<Raw>(text, parameters)
    return row && asForum(row)
  }
  return {
    ...topicStore(database),

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

    /** The group has become a supergroup, with another id; of what is known under both, what it is bound to counts. */
    async move(from: number, to: number): Promise<void> {
      await query(
        `delete from forum_groups where chat_id in ($1, $2) and id <> (
           select id from forum_groups where chat_id in ($1, $2) order by state <> 'bound', chat_id <> $2, id limit 1)`,
        [from, to],
      )
      await query(`update forum_groups set chat_id = $2 where chat_id = $1`, [from, to])
      await query(`delete from forum_topics where chat_id = $1`, [from])
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
