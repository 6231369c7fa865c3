import { personalTables } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'

const ofTheirs = 'recipient_id in (select id from broadcast_recipients where person_id = $1)'

/** What this room keeps of people: that they were told something stays a number; where it stands in their chat goes. */
export const broadcastsPersonalData = (database: Pick<Database, 'query'>, clock: Clock): PersonalData =>
  personalTables(database, clock, [
    { table: 'broadcast_opt_outs', whose: 'person_id = $1', erases: 'delete' },
    // Where a broadcast stands in their chat, besides its first message.
    {
      table: 'broadcast_alterations',
      whose: `chat_id in (select user_id from accounts where person_id = $1)
        or copy_id in (select id from broadcast_copies where ${ofTheirs})`,
      shows: false,
      erases: 'delete',
    },
    { table: 'broadcast_copies', whose: ofTheirs, hides: ['chat_id'], erases: 'delete' },
    { table: 'broadcast_watchers', whose: 'person_id = $1', erases: 'delete' },
    { table: 'broadcast_corrections', whose: 'person_id = $1 and made_at is null', erases: 'delete' },
    { table: 'broadcast_corrections', whose: 'person_id = $1 and made_at is not null', erases: 'stays' },
    {
      table: 'broadcast_recipients',
      whose: 'person_id = $1',
      also: `(select jsonb_build_object('texts', content -> 'texts', 'priority', priority) from broadcasts
        where id = t.broadcast_id)`,
      erases: {
        set: `chat_id = null, message_id = null, media_ids = '{}', ask_again_at = null,
          state = case when state in ('waiting', 'quiet') then 'stopped' else state end`,
      },
    },
    { table: 'broadcasts', whose: `author_id = $1 and state in ('draft', 'undone')`, erases: 'delete' },
    { table: 'broadcasts', whose: `author_id = $1 and state not in ('draft', 'undone')`, erases: 'stays' },
  ])
