import type { Database } from '../../../platform/database.ts'
import type { Language } from '../../../shared/localized-text.ts'

export type AlterationPlans = ReturnType<typeof alterationPlans>

/** Which messages are to be altered: one statement for everybody, however many they are. */
export function alterationPlans({ query }: Pick<Database, 'query'>) {
  return {
    /** Holds the broadcasts of these people, so that nobody corrects or takes them back meanwhile. */
    async hold(recipientIds: readonly number[]): Promise<void> {
      await query(
        `select 1 from broadcasts where id in (select broadcast_id from broadcast_recipients
           where id = any (string_to_array($1, ',')::bigint[])) order by id for no key update`,
        [recipientIds.join(',')],
      )
    },

    /** Everybody who has the words as they were in one of these languages gets those of a correction. */
    async correct(
      broadcastId: number,
      { languages, rings, revision }: { languages: readonly Language[]; rings: boolean; revision: number },
      now: Temporal.Instant,
    ): Promise<void> {
      const isMeant = `any (string_to_array($2, ','))`
      await query(
        `delete from broadcast_alterations where broadcast_id = $1 and act = 'correct' and state in ('waiting', 'failed')`,
        [broadcastId],
      )
      await query(
        `update broadcast_recipients set revision = $3 where broadcast_id = $1 and language is not null
           and language <> all (string_to_array($2, ','))`,
        [broadcastId, languages.join(','), revision],
      )
      await query(
        `insert into broadcast_alterations (${columns}, rings, at)
         select ${ofRecipient}, true, 'correct', $3::boolean, $4::timestamptz from broadcast_recipients r
           where r.broadcast_id = $1 and r.language = ${isMeant} and r.chat_id is not null
             and (r.message_id is not null or r.state = 'in_doubt')
         union all select ${ofCopy}, true, 'correct', $3::boolean, $4::timestamptz
           from broadcast_copies c join broadcast_recipients r on r.id = c.recipient_id
           where r.broadcast_id = $1 and c.what = 'words' and c.language = ${isMeant}`,
        [broadcastId, languages.join(','), rings, now.toString()],
      )
    },

    /** Everything that stands anywhere because of it goes. */
    async remove(broadcastId: number, now: Temporal.Instant): Promise<void> {
      await query(
        `delete from broadcast_alterations where broadcast_id = $1 and state in ('waiting', 'failed')`,
        [broadcastId],
      )
      await query(`insert into broadcast_alterations (${columns}, at) ${removals('r.broadcast_id = $1')}`, [
        broadcastId,
        now.toString(),
      ])
    },

    /** What has arrived while it was corrected or taken back is treated like the rest. */
    async catchUp(recipientIds: readonly number[], now: Temporal.Instant): Promise<void> {
      const isOne = `r.id = any (string_to_array($1, ',')::bigint[])`
      const isBehind = (table: string) =>
        `${isOne} and b.recalled_at is null and ${table}.revision < b.revision and ${isNew(table, true)}`
      await query(
        `insert into broadcast_alterations (${columns}, at)
         select ${ofRecipient}, true, 'correct', $2::timestamptz from broadcast_recipients r
           join broadcasts b on b.id = r.broadcast_id where ${isBehind('r')} and r.message_id is not null
         union all select ${ofCopy}, true, 'correct', $2 from broadcast_copies c
           join broadcast_recipients r on r.id = c.recipient_id join broadcasts b on b.id = r.broadcast_id
           where c.what = 'words' and ${isBehind('c')}
         union all ${removals(`${isOne} and r.recalled_at is null and exists (select 1 from broadcasts b
           where b.id = r.broadcast_id and b.recalled_at is not null)`)}`,
        [recipientIds.join(','), now.toString()],
      )
    },
  }
}

const columns =
  'broadcast_id, recipient_id, copy_id, chat_id, message_ids, language, is_caption, is_words, act'
const ofRecipient = `r.broadcast_id, r.id, null::bigint, r.chat_id,
  case when r.message_id is null then '{}' else array[r.message_id::bigint] end, r.language, r.is_caption`
const ofCopy = `r.broadcast_id, r.id, c.id, c.chat_id, array[c.message_id::bigint], c.language, c.is_caption`

/** Nothing is planned for this message yet; `table`: `r` or `c`. */
const isNew = (table: string, isWords: boolean) =>
  `not exists (select 1 from broadcast_alterations a where a.recipient_id = r.id and a.is_words = ${isWords}
     and a.copy_id is not distinct from ${table === 'c' ? 'c.id' : 'null'} and a.state = 'waiting')`

/** SQL: to take away all that stands because of these recipients `r`; `$2`: now. */
const removals = (where: string) => `
  select ${ofRecipient}, true, 'remove', $2::timestamptz from broadcast_recipients r
    where ${where} and r.chat_id is not null
             and (r.message_id is not null or r.state = 'in_doubt') and ${isNew('r', true)}
  union all select r.broadcast_id, r.id, null, r.chat_id, r.media_ids, r.language, false, false, 'remove', $2
    from broadcast_recipients r where ${where} and r.media_ids <> '{}' and r.chat_id is not null and ${isNew('r', false)}
  union all select ${ofCopy}, c.what <> 'media', 'remove', $2
    from broadcast_copies c join broadcast_recipients r on r.id = c.recipient_id
    where ${where} and ${isNew('c', false)} and ${isNew('c', true)}`
