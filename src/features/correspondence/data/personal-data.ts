import { personalTables } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { erasingPerson } from './erasing.ts'

/** What this room keeps of people: what they have written, and what was written to them. */
export function correspondencePersonalData(database: Pick<Database, 'query'>, clock: Clock): PersonalData {
  const theirs = { whose: 'person_id = $1', erases: 'stays' } as const
  return {
    ...personalTables(database, clock, [
      { table: 'threads', ...theirs },
      { table: 'letters', ...theirs, whose: '(person_id = $1 or author_id = $1)', shows: 'person_id = $1' },
      { table: 'letter_messages', ...theirs, shows: false },
      { table: 'answers_begun', ...theirs },
    ]),
    erase: erasingPerson(database),
  }
}
