import { personalTables } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { DocumentStore } from './document-store.ts'

/** What this room keeps of people: how their documents stand, and the files themselves. */
export function documentsPersonalData(
  database: Pick<Database, 'query'>,
  clock: Clock,
  documents: Pick<DocumentStore, 'filesOfPerson' | 'opened'>,
): PersonalData {
  const theirs = {
    whose: 'application_id in (select id from applications where person_id = $1)',
    erases: 'delete',
  } as const
  const tables = personalTables(database, clock, [
    { table: 'document_states', ...theirs },
    { table: 'document_files', ...theirs, hides: ['content'] },
    { table: 'document_nudges', ...theirs },
    { table: 'document_waits', whose: 'person_id = $1', erases: 'delete' },
    // Who has judged somebody's document: a number only.
    { table: 'document_states', whose: 'by_person_id = $1', shows: false, erases: 'stays' },
  ])
  return {
    ...tables,
    async show(personId) {
      const { rows } = await tables.show(personId)
      return {
        rows: Object.fromEntries(
          Object.entries(rows).map(([table, all]) => [table, all.map(documents.opened)]),
        ),
        files: await documents.filesOfPerson(personId),
      }
    },
  }
}
