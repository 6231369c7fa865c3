import { personalTables } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { UploadStore } from './upload-store.ts'

interface Told {
  givenNames: string | null
  surname: string | null
  phone: string | null
  email: string | null
}

/**
 * What this room keeps of people: the spreadsheets they have sent, and those of others that name them and still wait for a
 * tap. What is sealed is opened to look; such a file is given up, and whoever sent it sends it again.
 */
export function uploadsPersonalData(
  database: Pick<Database, 'query'>,
  clock: Clock,
  uploads: Pick<UploadStore, 'read' | 'finish'>,
): PersonalData {
  const own = personalTables(database, clock, [
    { table: 'uploads', whose: 'person_id = $1', hides: ['sealed', 'content'], erases: 'delete' },
  ])
  return {
    ...own,
    async erase(personId) {
      await own.erase(personId)
      const [person] = await database.query<Told>(
        `select given_names as "givenNames", surname, phone, email from persons where id = $1`,
        [personId],
      )
      const told = person ? wordsOf(person) : []
      if (told.length === 0) return
      const waiting = await database.query<{ id: number }>(
        'select id::int as id from uploads where sealed is not null or content is not null',
        [],
      )
      for (const { id } of waiting) {
        const written = JSON.stringify((await uploads.read(id))?.content ?? null).toLocaleLowerCase('tr')
        if (told.some((word) => written.includes(word))) await uploads.finish(id, 'discarded')
      }
    },
  }
}

const wordsOf = ({ givenNames, surname, phone, email }: Told): string[] =>
  [givenNames && surname ? `${givenNames} ${surname}` : null, phone?.slice(-9), email].flatMap((word) =>
    word ? [word.toLocaleLowerCase('tr')] : [],
  )
