import { personalTables } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { JourneyWords } from './journey-words.ts'
import { erasingPerson, type ErasingNeeds } from './erasing.ts'

export interface PersonalDataNeeds extends ErasingNeeds {
  clock: Clock
  words: Pick<JourneyWords, 'open'>
  /** A file of a response, opened. */
  readFile(id: number): Promise<{ content: Uint8Array | null; name: string | null } | undefined>
}

const theirResponses = '(person_id = $1 or submitted_by = $1)'
const form = `jsonb_build_object('form', (select form_id from questionnaires where id = t.questionnaire_id))`
const ofOwn = 'response_id in (select id from responses where person_id = $1 and firm_id is null)'

/** What this room keeps of people; what an anonymous questionnaire says is nobody's. */
export function questionnairesPersonalData(needs: PersonalDataNeeds): PersonalData {
  const { database, clock, words, readFile } = needs
  const erase = erasingPerson(needs)
  const corner = personalTables(database, clock, [
    { table: 'responses', whose: theirResponses, also: form, hides: ['seed'], erases: 'stays' },
    {
      table: 'answers',
      whose: `(said_by = $1 or ${ofOwn} or (said_by is null
        and response_id in (select id from responses where submitted_by = $1)))`,
      erases: 'stays',
    },
    { table: 'response_files', whose: ofOwn, hides: ['content'], erases: 'stays' },
    { table: 'questionnaire_requests', whose: 'person_id = $1', also: form, erases: 'stays' },
    { table: 'result_exports', whose: 'person_id = $1', also: form, erases: 'stays' },
    { table: 'section_links', whose: '$1 in (created_by, used_by)', hides: ['token_hash'], erases: 'stays' },
    { table: 'picked_people', whose: 'person_id = $1', hides: ['picked_by'], erases: 'stays' },
    { table: 'picture_orders', whose: 'person_id = $1', erases: 'stays' },
    { table: 'form_files', whose: 'person_id = $1', hides: ['content'], erases: 'stays' },
    { table: 'questionnaire_rounds', whose: 'started_by = $1', erases: 'stays' },
    { table: 'questionnaire_versions', whose: 'published_by = $1', hides: ['form'], erases: 'stays' },
  ])
  return {
    tables: corner.tables,
    shown: corner.shown,
    async show(personId) {
      const { rows } = await corner.show(personId)
      const kept = await database.query<{ id: number }>(
        `select id::int as id from response_files where ${ofOwn} and content is not null order by id`,
        [personId],
      )
      const files = []
      for (const { id } of kept) {
        const file = await readFile(id)
        if (file?.content) files.push({ name: `${id}-${file.name ?? 'file'}`, content: file.content })
      }
      return { rows: opened(rows, words.open) as typeof rows, files }
    },
    async erase(personId) {
      await erase(personId)
      // Who took which table of results stays, as a number; not the chat it went to.
      await database.query('update result_exports set chat_id = 0 where person_id = $1', [personId])
    },
  }
}

/** Every word in it, opened. */
function opened(shown: unknown, open: (words: string) => string): unknown {
  if (typeof shown === 'string') return open(shown)
  if (Array.isArray(shown)) return shown.map((one) => opened(one, open))
  if (typeof shown !== 'object' || shown === null) return shown
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, opened(value, open)]))
}
