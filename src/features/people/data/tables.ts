import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import { searchedOfPerson } from './searched-of-person.ts'

/** A human. Kept while they have applications or a role; erased at their word. */
export const persons = pgTable(
  'persons',
  {
    id: id(),
    givenNames: text('given_names'),
    surname: text(),
    /** As the machine-readable line of the passport spells it, confirmed by the person. */
    passportGivenNames: text('passport_given_names'),
    passportSurname: text('passport_surname'),
    position: text(),
    /** E.164. */
    phone: text(),
    isPhoneVerified: boolean('is_phone_verified').notNull().default(false),
    email: text(),
    /** ISO 639 codes. */
    spokenLanguages: text('spoken_languages').array(),
    homeZone: text('home_zone'),
    /** On which day each was told or confirmed last, by the name of the column: `{ "email": "2026-03-12" }`. */
    factsAt: jsonb('facts_at').$type<Record<string, string>>(),
    createdAt: instant('created_at').notNull(),
    /** Since when nothing is known of them any more, at their word. */
    erasedAt: instant('erased_at'),
    /** What search looks at: their names folded as `shared/fold-letters.ts` folds, and their telephone. The database writes it. */
    searched: text().generatedAlwaysAs(sql.raw(searchedOfPerson)),
  },
  (p) => [index('persons_search').using('gin', sql`${p.searched} gin_trgm_ops`)],
)

/** A company. `foldedName` is what search looks at: see `shared/search-folding.ts`. */
export const firms = pgTable(
  'firms',
  {
    id: id(),
    name: text().notNull(),
    foldedName: text('folded_name').notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    city: text(),
    cluster: text(),
    taxNumber: text('tax_number'),
    /** As two firms are compared; null where there is no number, or nothing that is one. */
    foldedTaxNumber: text('folded_tax_number'),
    registerNumber: text('register_number'),
    nace: text(),
    employees: integer(),
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    contactEmail: text('contact_email'),
    /** On which day each was told or confirmed last, by the name of the column. */
    factsAt: jsonb('facts_at').$type<Record<string, string>>(),
    createdAt: instant('created_at').notNull(),
  },
  (f) => [
    index('firms_search').using('gin', sql`${f.foldedName} gin_trgm_ops`),
    index('firms_tax_number').on(f.taxNumber),
    index('firms_by_name').on(f.foldedName, f.id),
    uniqueIndex('firms_one_per_tax_number').on(f.country, f.foldedTaxNumber),
    check('firms_cluster_known', sql`${f.cluster} in ('rail', 'aviation', 'both', 'none')`),
  ],
)

/** Who belongs to a firm. A request sees nothing of the firm until a member or a coordinator accepts it. */
export const firmMembers = pgTable(
  'firm_members',
  {
    firmId: reference('firm_id')
      .notNull()
      .references(() => firms.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    state: text().notNull(),
    since: instant().notNull(),
    decidedBy: reference('decided_by'),
  },
  (m) => [
    primaryKey({ columns: [m.firmId, m.personId] }),
    index('firm_members_person').on(m.personId),
    check('firm_members_state_known', sql`${m.state} in ('requested', 'member', 'refused', 'left')`),
  ],
)

/** A link that makes somebody a member of a firm, once. Only the token's hash is kept. */
export const firmInvitations = pgTable(
  'firm_invitations',
  {
    id: id(),
    /** Null: it leads into no firm, and is for somebody already known. */
    firmId: reference('firm_id').references(() => firms.id),
    tokenHash: text('token_hash').notNull(),
    /** Codes of the activities the firm is invited to. */
    invitedTo: text('invited_to').array().notNull().default([]),
    /** Somebody whom a colleague has entered, and who takes over their own data with this link. */
    forPersonId: reference('for_person_id'),
    createdBy: reference('created_by'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: reference('used_by'),
  },
  (i) => [
    uniqueIndex('firm_invitations_token').on(i.tokenHash),
    check('firm_invitations_lead_somewhere', sql`${i.firmId} is not null or ${i.forPersonId} is not null`),
  ],
)

/** What somebody may do. `activityId` null: everywhere. Roles add up; taking one away sets `revokedAt`. */
export const roles = pgTable(
  'roles',
  {
    id: id(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    role: text().notNull(),
    activityCode: text('activity_code'),
    grantedAt: instant('granted_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (r) => [
    index('roles_person').on(r.personId),
    check('roles_role_known', sql`${r.role} in ('owner', 'coordinator', 'partner', 'staff')`),
  ],
)

/** A link that gives a role, once, for 24 hours. Only the token's hash is kept. */
export const roleInvitations = pgTable(
  'role_invitations',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    role: text().notNull(),
    activityCode: text('activity_code'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: reference('used_by'),
    voidedAt: instant('voided_at'),
  },
  (i) => [uniqueIndex('role_invitations_token').on(i.tokenHash)],
)

/** What somebody has been asked by this room and may answer with their next words. Goes with the answer, or after 14 days. */
export const openQuestions = pgTable(
  'open_questions',
  {
    personId: reference('person_id')
      .primaryKey()
      .references(() => persons.id),
    name: text().notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (q) => [index('open_questions_asked').on(q.askedAt)],
)

/** A link that moves a person to another Telegram account, once, within 24 hours. Only the token's hash is kept. */
export const personMoves = pgTable(
  'person_moves',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    createdBy: reference('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (m) => [uniqueIndex('person_moves_token').on(m.tokenHash), index('person_moves_person').on(m.personId)],
)
