import { personalTables } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { KeyRing } from '../../../platform/crypto.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { ParticipantWords } from './participants/participant-words.ts'
import { notesSealedFor } from './person/note-store.ts'
import { roommatesNamed } from './participants/roommates-named.ts'

const ofTheirs = 'application_id in (select id from applications where person_id = $1)'
const name = `(select trim(concat_ws(' ', given_names, surname)) from persons where id = $1)`
const code = `jsonb_build_object('activity', (select code from activities where id = t.activity_id))`
/** Of a list of the workbook: the rows that are not about them. */
const others = `coalesce((select jsonb_agg(row order by place) from jsonb_array_elements(t.rows) with ordinality as rows(row, place)
  where not (${isAbout('row')})), '[]'::jsonb)`

/** Whether something written down says their full name, their telephone or their address. */
function isAbout(column: string): string {
  return `exists (select 1 from persons p where p.id = $1 and (
    (p.given_names is not null and p.surname is not null
      and position(lower(p.given_names || ' ' || p.surname) in lower(${column}::text)) > 0)
    or (p.phone is not null and position(substr(p.phone, 2) in regexp_replace(${column}::text, '[^0-9]', '', 'g')) > 0)
    or (p.email is not null and position(lower(p.email) in lower(${column}::text)) > 0)))`
}

interface Sealed {
  keys: Pick<KeyRing, 'open'>
  words: Pick<ParticipantWords, 'openWord'>
}

/**
 * What this room keeps of people. A draft goes; an application that was sent stays as a number with its states and its
 * firm, without a word of theirs.
 */
export function activitiesPersonalData(
  database: Pick<Database, 'query'>,
  clock: Clock,
  { keys, words }: Sealed,
): PersonalData {
  const tables = tablesOf(database, clock)
  const roommates = roommatesNamed(database, words)
  /** Sealed words are of no use to anybody. */
  const noteOpened = (row: object): object => {
    const { words: noted } = row as { words?: string }
    return noted === undefined ? row : { ...row, words: keys.open(noted, notesSealedFor) }
  }
  const detailsOpened = (row: object): object =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]: [string, unknown]) => [
        column,
        typeof value === 'string' ? words.openWord(value) : value,
      ]),
    )
  return {
    ...tables,
    async show(personId) {
      const { rows, files } = await tables.show(personId)
      const { person_notes: notes, participant_details: details } = rows
      return {
        rows: {
          ...rows,
          ...(notes ? { person_notes: notes.map(noteOpened) } : {}),
          ...(details ? { participant_details: details.map(detailsOpened) } : {}),
        },
        files,
      }
    },
    async erase(personId) {
      await roommates.forget(personId)
      await tables.erase(personId)
    },
  }
}

const tablesOf = (database: Pick<Database, 'query'>, clock: Clock): PersonalData =>
  personalTables(database, clock, [
    { table: 'hand_entries', whose: 'person_id = $1', erases: 'delete' },
    { table: 'person_notes', whose: 'person_id = $1', also: code, erases: 'delete' },
    // What they have noted of others is those others'.
    { table: 'person_notes', whose: 'author_id = $1', shows: false, erases: 'stays' },
    { table: 'rejection_notes', whose: `person_id = $1 or ${ofTheirs}`, erases: 'delete' },
    { table: 'sending_back', whose: `person_id = $1 or ${ofTheirs}`, erases: 'delete' },
    { table: 'staged_decisions', whose: ofTheirs, shows: false, erases: 'delete' },
    { table: 'marked_applications', whose: `person_id = $1 or ${ofTheirs}`, shows: false, erases: 'delete' },
    { table: 'sent_back', whose: ofTheirs, erases: 'delete' },
    // Whoever has typed it, it may be the name of anybody; it would go within a day.
    { table: 'application_searches', whose: '$1::bigint is not null', shows: false, erases: 'delete' },
    { table: 'activity_drafts', whose: 'person_id = $1', erases: 'delete' },
    { table: 'coordinator_settings', whose: 'person_id = $1', erases: 'delete' },
    { table: 'closing_reminders', whose: 'person_id = $1', erases: 'delete' },
    { table: 'participant_details', whose: ofTheirs, erases: 'delete' },
    // Others' rows name them; who shares their room is sealed, and looked through in the code.
    {
      table: 'participant_details',
      whose: `interpreter is not null and lower(interpreter) = lower(${name})`,
      shows: false,
      erases: { set: 'interpreter = null' },
    },
    {
      table: 'activity_sheets',
      whose: `sheet in ('team', 'participants') and ${isAbout('t.rows')}`,
      shows: false,
      erases: { set: `rows = ${others}` },
    },
    { table: 'application_events', whose: ofTheirs, erases: { set: 'reason = null' } },
    { table: 'applications', whose: 'person_id = $1', also: code, erases: { set: anonymous() } },
    {
      table: 'applications',
      whose: `person_id = $1 and state = 'draft'
        and not exists (select 1 from application_events where application_id = t.id)`,
      shows: false,
      erases: 'delete',
    },
  ])

function anonymous(): string {
  return `answers = '{}', changing = null, is_paused = true, is_untold = false, revision = revision + 1`
}
