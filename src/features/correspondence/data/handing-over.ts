import type { Database } from '../../../platform/database.ts'

/**
 * One person's correspondence becomes another's: two accounts were one human. Threads about the same activity become one, in
 * which somebody waits since the earlier letter; of two topics of a group the one they have stays.
 */
export function handingOver({ query }: Pick<Database, 'query'>) {
  return async (fromPersonId: number, toPersonId: number): Promise<void> => {
    const both = [fromPersonId, toPersonId]
    const twins = await query<{ gone: string; stays: string }>(
      `select f.id::text as gone, t.id::text as stays from threads f
       join threads t on t.person_id = $2 and t.activity_id is not distinct from f.activity_id
       where f.person_id = $1 for update`,
      both,
    )
    for (const { gone, stays } of twins) {
      await query(`update letters set thread_id = $2 where thread_id = $1`, [gone, stays])
      await query(
        `update threads t set waiting_since = least(t.waiting_since, f.waiting_since),
           escalate_at = least(t.escalate_at, f.escalate_at), updated_at = greatest(t.updated_at, f.updated_at)
         from threads f where f.id = $1 and t.id = $2`,
        [gone, stays],
      )
      await query(
        `update forum_topics set thread_id = $2 where thread_id = $1
         and not exists (select from forum_topics where thread_id = $2)`,
        [gone, stays],
      )
      await query(`delete from threads where id = $1`, [gone])
    }
    await query(`update threads set person_id = $2 where person_id = $1`, both)
    await query(`update letters set person_id = $2 where person_id = $1`, both)
    await query(`update letters set author_id = $2 where author_id = $1`, both)
    await query(`update letters set settled_by = $2 where settled_by = $1`, both)
    await query(`update threads set taken_by = $2 where taken_by = $1`, both)
    await query(`update letter_messages set person_id = $2 where person_id = $1`, both)
    await query(`update forum_groups set owner_id = $2 where owner_id = $1`, both)
    await query(`delete from answers_begun where person_id = $1`, [fromPersonId])
  }
}
