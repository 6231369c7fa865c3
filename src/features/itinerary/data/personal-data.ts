import { personalTables, type PersonalTable } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'

const theirs = (table: string, more: Partial<PersonalTable> = {}): PersonalTable => ({
  table,
  whose: 'person_id = $1',
  erases: 'delete',
  ...more,
})

const name = `(select lower(concat_ws(' ', given_names, surname)) from persons where id = $1 and surname is not null)`
const named = (column: string): PersonalTable => ({
  table: 'itinerary_items',
  whose: `lower(${column}) = ${name}`,
  shows: false,
  erases: { set: `${column} = null` },
})

/** What this room keeps of people. Who was there stays: "#17", with the firm of the application. */
export const itineraryPersonalData = (database: Pick<Database, 'query'>, clock: Clock): PersonalData =>
  personalTables(database, clock, [
    ...[theirs('pending_changes'), theirs('change_watchers'), theirs('known_travellers')],
    ...[theirs('day_cards'), theirs('roll_call_cards'), theirs('reminder_fires'), theirs('day_files')],
    ...[theirs('itinerary_deliveries'), theirs('reminder_wishes'), theirs('rehearsals')],
    ...[theirs('item_drafts'), theirs('rule_drafts'), theirs('calendar_links', { hides: ['token_hash'] })],
    theirs('calendar_entries', { hides: ['print'] }),
    {
      table: 'attendances',
      whose: 'application_id in (select id from applications where person_id = $1)',
      also: `jsonb_build_object('item', (select title from itinerary_items where id = t.item_id))`,
      erases: 'stays',
    },
    // Whom the programme names as somebody to ask.
    {
      table: 'itinerary_items',
      whose: `contact_phone is not null and regexp_replace(contact_phone, '[^0-9]', '', 'g')
        = (select substr(phone, 2) from persons where id = $1)`,
      shows: false,
      erases: { set: 'contact_phone = null, contact_name = null' },
    },
    ...['contact_name', 'responsible', 'interpreter'].map(named),
  ])
