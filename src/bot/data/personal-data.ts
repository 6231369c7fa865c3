import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { PersonalData } from '../personal-data.ts'
import type { HandMessages } from './hand-messages.ts'
import { personalTables } from './personal-tables.ts'

const ofTheirs = (column: string) => `${column} in (select user_id from accounts where person_id = $1)`

/** What the front door keeps of somebody: their accounts, and what hangs on their chats. The accounts go last. */
export function doorPersonalData(
  database: Pick<Database, 'query'>,
  clock: Clock,
  { openWords }: Pick<HandMessages, 'openWords'>,
): PersonalData {
  const tables = personalTables(database, clock, [
    // An update that is being handled is written off by whoever handles it; what was set aside is words.
    {
      table: 'inbox',
      whose: `${ofTheirs('lane')} and set_aside_at is not null`,
      shows: false,
      erases: 'delete',
    },
    { table: 'conversations', whose: ofTheirs('lane'), hides: ['state'], erases: 'delete' },
    { table: 'screens', whose: ofTheirs('chat_id'), shows: false, erases: 'delete' },
    {
      table: 'outbox_files',
      whose: `id in (select file_id from outbox where ${ofTheirs('chat_id')})`,
      shows: false,
      erases: 'delete',
    },
    { table: 'outbox', whose: ofTheirs('chat_id'), shows: false, erases: 'delete' },
    { table: 'hand_messages', whose: 'person_id = $1', hides: ['outbox_id', 'screen'], erases: 'delete' },
    { table: 'accounts', whose: 'person_id = $1', erases: 'delete' },
  ])
  return {
    ...tables,
    async show(personId) {
      const { rows, files } = await tables.show(personId)
      const { hand_messages: byHand } = rows
      return { rows: { ...rows, ...(byHand ? { hand_messages: byHand.map(openWords) } : {}) }, files }
    },
  }
}
