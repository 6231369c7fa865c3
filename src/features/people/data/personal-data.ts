import { personalTables } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'

const ofTheirFirms = 't.id in (select firm_id from firm_members where person_id = $1)'

/** The firm's contact is they: by telephone, by address, or by name in a firm they belong to. */
const isContact = `exists (select 1 from persons p where p.id = $1 and (
  (t.contact_phone is not null and t.contact_phone = p.phone)
  or (t.contact_email is not null and lower(t.contact_email) = lower(p.email))
  or (lower(t.contact_name) = lower(concat_ws(' ', p.given_names, p.surname)) and ${ofTheirFirms})))`

/** The request that somebody else has entered in their name. */
const isFromThem = `(person_id = $1 or lower(who) = (select lower(concat_ws(' ', given_names, surname))
  from persons where id = $1 and surname is not null))`

/** What this room keeps of people. The row of a person stays as a number, for whatever counts them. */
export const peoplePersonalData = (database: Pick<Database, 'query'>, clock: Clock): PersonalData =>
  personalTables(database, clock, [
    {
      table: 'firms',
      whose: isContact,
      erases: { set: 'contact_name = null, contact_phone = null, contact_email = null' },
    },
    { table: 'open_questions', whose: 'person_id = $1', erases: 'delete' },
    { table: 'person_moves', whose: 'person_id = $1', hides: ['token_hash'], erases: 'delete' },
    {
      table: 'firm_invitations',
      whose: '$1 in (for_person_id, created_by, used_by)',
      hides: ['token_hash'],
      erases: {
        set: 'expires_at = least(expires_at, $2::timestamptz)',
        whose: 'used_at is null and $1 in (for_person_id, created_by)',
      },
    },
    { table: 'role_invitations', whose: 'used_by = $1', hides: ['token_hash'], erases: 'stays' },
    { table: 'roles', whose: 'person_id = $1', erases: { set: 'revoked_at = coalesce(revoked_at, $2)' } },
    { table: 'firm_members', whose: 'person_id = $1', erases: 'delete' },
    // That somebody has read and allowed something is proved by the number; c-1 keeps it for three years.
    { table: 'notices_read', whose: 'person_id = $1', erases: 'stays' },
    { table: 'consents', whose: 'person_id = $1', erases: 'stays' },
    {
      table: 'audit',
      whose: '(by_person_id = $1 or about_person_ids @> array[$1::bigint])',
      hides: ['about_person_ids'],
      also: `jsonb_build_object('by', (select concat_ws(' ', given_names, surname) from persons where id = t.by_person_id))`,
      erases: 'stays',
    },
    { table: 'privacy_requests', whose: isFromThem, erases: { set: 'who = null' } },
    {
      table: 'persons',
      whose: 'id = $1',
      hides: ['searched'],
      erases: {
        set: `given_names = null, surname = null, passport_given_names = null, passport_surname = null,
          position = null, phone = null, is_phone_verified = false, email = null, spoken_languages = null,
          home_zone = null, facts_at = null, erased_at = $2`,
      },
    },
  ])
