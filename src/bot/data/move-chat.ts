import type { Database } from '../../platform/database.ts'

/**
 * A group has become a supergroup, with another id: what is owed to it is owed to that one now, in the same order and by
 * this process. New rows, because the old ones end with the answer that brought the news.
 */
export function moveChat({ query, transaction }: Pick<Database, 'query' | 'transaction'>) {
  return (from: number, to: number, processNumber: number): Promise<void> =>
    transaction(async () => {
      await query(
        `insert into outbox (chat_id, method, payload, priority, screen, is_fresh, file_id, about, is_once, claimed_by,
           created_at)
         select $2, method, payload, priority, screen, true, file_id, about, is_once, $3, created_at
         from outbox where chat_id = $1 order by id`,
        [from, to, processNumber],
      )
      await query(`delete from outbox where chat_id = $1`, [from])
    })
}
