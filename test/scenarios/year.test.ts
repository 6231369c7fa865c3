import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, publishes, sends, sendsPhoto } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { barcelona, sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Tables whose rows go: when a row is due, and how many days later the last of them has gone, the night included. */
const bounded: Record<string, { since: string; where?: string; days: number }> = {
  inbox: { since: 'received_at', days: 8 },
  conversations: { since: 'updated_at', days: 15 },
  screens: { since: 'updated_at', days: 15 },
  uploads: { since: 'created_at', days: 15 },
  applications: { since: 'updated_at', where: "state = 'draft'", days: 61 },
  responses: { since: 'updated_at', where: "state = 'draft'", days: 181 },
  answers: { since: 'answered_at', days: 181 },
  response_files: { since: 'received_at', days: 181 },
  activity_drafts: { since: 'updated_at', days: 61 },
  application_searches: { since: 'asked_at', days: 2 },
  rejection_notes: { since: 'asked_at', days: 2 },
  marked_applications: { since: 'marked_at', days: 2 },
  sending_back: { since: 'asked_at', days: 2 },
  open_questions: { since: 'asked_at', days: 15 },
  person_moves: { since: 'expires_at', days: 31 },
  role_invitations: { since: 'expires_at', days: 31 },
  firm_invitations: { since: 'expires_at', days: 31 },
  picked_people: { since: 'picked_at', days: 8 },
  picture_orders: { since: 'ordered_at', days: 2 },
  form_files: {
    since: 'received_at',
    where: 'not exists (select 1 from questionnaire_version_files where file_id = form_files.id)',
    days: 15,
  },
  document_waits: { since: 'asked_at', days: 2 },
  section_links: { since: 'expires_at', days: 31 },
  change_watchers: { since: 'since', days: 2 },
  broadcasts: { since: 'updated_at', where: "state in ('draft', 'undone')", days: 15 },
  broadcast_corrections: { since: 'updated_at', where: 'made_at is null', days: 15 },
  broadcast_watchers: { since: 'since', days: 15 },
  threads: { since: 'updated_at', days: 181 },
  letters: { since: 'at', days: 181 },
  letter_messages: { since: '(select at from letters where letters.id = letter_id)', days: 181 },
  answers_begun: { since: 'asked_at', days: 2 },
  persons: { since: 'created_at', where: 'id not in (select person_id from accounts)', days: 122 },
}
/** Rows that are there only while something is on its way. */
const passing = [
  'outbox',
  'outbox_files',
  'send_pauses',
  'pending_changes',
  'change_cards',
  'broadcast_alterations',
  'day_cards',
  'item_drafts',
  'rule_drafts',
  'hand_entries',
]
/** As many rows as the bot has chats it has just written to, or a fixed number. */
const small = [
  'send_paces',
  'send_places',
  'send_cursor',
  'rounds',
  'heyet_migrations',
  'field_key_checks',
  'controllers',
  'closing_moments',
]
/** What goes after a year or later, which is longer than this test. */
const yearly = [
  'document_files',
  'person_notes',
  'hand_messages',
  'audit',
  'privacy_requests',
  'questionnaire_requests',
  'result_exports',
  'closing_reminders',
  'itinerary_deliveries',
  'reminder_fires',
  'roll_calls',
  'roll_call_cards',
  'day_files',
]
/** What the chamber keeps: grows with its people, firms and activities. */
const record = [
  ...['document_states', 'document_nudges'],
  ...['accounts', 'firms', 'firm_members', 'roles', 'notices_read', 'consents', 'coordinator_settings'],
  ...['activities', 'activity_sheets', 'application_events', 'participant_details', 'life_moments'],
  ...['sent_back', 'staged_decisions', 'announcements'],
  ...['questionnaires', 'questionnaire_versions', 'questionnaire_rounds', 'anonymous_responses'],
  'questionnaire_version_files',
  ...[
    'itinerary_items',
    'attendances',
    'check_in_codes',
    'reminder_wishes',
    'reminder_rules',
    'rehearsals',
    'calendar_links',
    'calendar_entries',
    'known_travellers',
  ],
  ...['forum_groups', 'forum_topics', 'broadcast_recipients', 'broadcast_copies', 'broadcast_opt_outs'],
]

const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])
const rows = async (table: string): Promise<number> => {
  const [counted] = await query(
    `select count(*)::int as count from ${table} where ${bounded[table]?.where ?? 'true'}`,
  )
  return Number(counted?.['count'])
}
const countAll = async () =>
  new Map(await Promise.all(Object.keys(bounded).map(async (table) => [table, await rows(table)] as const)))

/** Four weeks of use in which nobody finishes anything. */
async function fourWeeks(nth: number, zeynep: Person, firmId: number): Promise<void> {
  const { joining, giving } = world.house.rooms.people
  const invite = () => world.house.database.transaction(() => joining.inviteToFirm(firmId, null))
  await reaches(world.person(`Ziyaretçi ${nth}`), 'name')
  const member = world.person(`Üye ${nth}`)
  await member.starts(`f_${await invite()}`)
  await member.starts('t_BCN26')
  await member.taps('Çalışma arkadaşım için başvur')
  await member.writes('Ömer Güneş')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona('2027-12-08'))
  await sends(zeynep, 'document', `resim${nth}.png`, 'image/png')
  const answering = world.person(`Yanıtlayan ${nth}`)
  await answering.starts('q_yearly')
  await sendsPhoto(answering)
  const planner = await world.coordinator(`Planlayan ${nth}`)
  await planner.writes('/desk')
  await planner.taps('Çalıştay ya da eğitim')
  await invite()
  await world.house.database.transaction(() => giving.invite('partner', 'BCN26'))
  const now = world.clock.now().toString()
  await query(`insert into inbox (bot_id, update_id, lane, received_at, done_at, set_aside_at)
    values (1, ${nth}, 1, '${now}', '${now}', '${now}')`)
  // What somebody was asked at the desk and never answered, and a link to another account that nobody followed.
  await query(`insert into rejection_notes (person_id, application_id, asked_at)
    select max(p.id), max(a.id), '${now}' from persons p, applications a on conflict do nothing`)
  await query(`insert into marked_applications (person_id, application_id, marked_at)
    select max(p.id), max(a.id), '${now}' from persons p, applications a on conflict do nothing`)
  await query(`insert into sending_back (person_id, application_id, asked_at)
    select max(p.id), max(a.id), '${now}' from persons p, applications a on conflict do nothing`)
  await query(`insert into application_searches (person_id, words, asked_at)
    select max(id), 'yilmaz', '${now}' from persons`)
  await query(`insert into open_questions (person_id, name, asked_at)
    select max(id), 'controller', '${now}' from persons on conflict do nothing`)
  await query(`insert into person_moves (token_hash, person_id, created_by, created_at, expires_at)
    select 'hash ${nth}', max(id), 1, '${now}', '${now}' from persons`)
  // People a coordinator has ticked and not asked, a picture that was never drawn, and a section nobody has answered.
  await query(`insert into picked_people (questionnaire_id, picked_by, person_id, picked_at)
    select max(q.id), 1, max(p.id), '${now}' from questionnaires q, persons p on conflict do nothing`)
  await query(`insert into picture_orders (questionnaire_id, round, place, person_id, chat_id, ordered_at)
    select max(q.id), 1, ${nth}, max(p.id), 1, '${now}' from questionnaires q, persons p`)
  await query(`insert into section_links (response_id, section, token_hash, created_by, created_at, expires_at)
    select max(id), '/data', 'hash ${nth}', 1, '${now}', '${now}' from responses`)
  // A card of changes that somebody follows, and a message to many that was never sent.
  await query(`insert into change_watchers (activity_id, person_id, since)
    select max(a.id), max(p.id), '${now}' from activities a, persons p on conflict do nothing`)
  await query(`insert into broadcasts (author_id, state, content, audience, created_at, updated_at)
    select max(id), 'draft', '{"media":[],"texts":{},"fallback":null}', '{}', '${now}', '${now}' from persons`)
  await query(`insert into broadcast_corrections (broadcast_id, person_id, updated_at)
    select id, author_id, '${now}' from broadcasts order by id desc limit 1`)
  await query(`insert into broadcast_watchers (broadcast_id, person_id, since)
    select id, author_id, '${now}' from broadcasts order by id desc limit 1`)
  // A document that somebody was about to send.
  await query(`insert into document_waits (person_id, application_id, code, asked_at)
    select max(p.id), max(a.id), 'photo', '${now}' from persons p, applications a on conflict do nothing`)
  // A letter that somebody has had an answer to, and an answer that a coordinator has never written.
  await query(`insert into threads (person_id, updated_at) select max(id), '${now}' from persons`)
  await query(`insert into letters (person_id, thread_id, direction, state, kind, at)
    select person_id, id, 'in', 'passed', 'text', '${now}' from threads order by id desc limit 1`)
  await query(`insert into letter_messages (letter_id, role, chat_id, message_id)
    select max(id), 'source', 1, ${nth} from letters`)
  await query(`insert into answers_begun (person_id, thread_id, asked_at)
    select person_id, id, '${now}' from threads order by id desc limit 1`)
}

test('a year of use: what grows stays within its bound', { timeout: 240_000 }, async () => {
  await delegation(world, {
    startsOn: Temporal.PlainDate.from('2027-12-10'),
    endsOn: Temporal.PlainDate.from('2027-12-13'),
    applicationsCloseAt: Temporal.Instant.from('2027-12-01T12:00Z'),
    decisionOn: null,
  })
  const celik = await firm(world)
  await publishes(world, {
    survey: [asks('image', 'stand', 'Standınız?', 'Your stand?'), asks('text', 'why', 'Neden?', 'Why?')],
    settings: { form_id: 'yearly' },
  })
  const zeynep = await world.coordinator('Zeynep Kaya')
  let now = Temporal.ZonedDateTime.from('2026-11-02T09:00[Europe/Istanbul]')
  let halfway = new Map<string, number>()
  for (let nth = 1; nth <= 14; nth += 1) {
    await fourWeeks(nth, zeynep, celik)
    if (nth === 7) halfway = await countAll()
    if (nth === 14) break
    now = now.add({ weeks: 4 })
    await world.clockShows(now.toString())
  }

  const end = await countAll()
  for (const [table, count] of halfway) {
    expect(count, `${table} is used`).toBeGreaterThan(0)
    expect(end.get(table), `${table} after a year`).toBeLessThanOrEqual(count + 1)
  }
  await world.clockShows(now.add({ days: 1 }).toString())
  for (const [table, { since, where = 'true', days }] of Object.entries(bounded)) {
    const oldest = now.subtract({ days }).toInstant().toString()
    expect(
      await query(`select ${since} from ${table} where ${where} and ${since} < '${oldest}'`),
      table,
    ).toEqual([])
  }
  for (const table of passing) expect(await rows(table), table).toBe(0)

  await query(`update send_paces set free_at = free_at - interval '2 hours'`)
  await world.clockShows(now.add({ days: 2 }).toString())
  expect(await rows('send_paces')).toBe(0)
})

test('every table has its bound, and it is written down', async () => {
  const tables = (
    await query(
      `select table_name::text as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
  ).map(({ name }) => String(name))
  expect(tables.sort()).toEqual([...Object.keys(bounded), ...passing, ...small, ...yearly, ...record].sort())
  const page = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8')
  const [, written = ''] = page.split('## What grows')
  expect(tables.filter((table) => !written.includes(`\`${table}\``))).toEqual([])
})
