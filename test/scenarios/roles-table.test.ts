import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTexts } from '../../src/platform/texts/open-texts.ts'
import { asRead } from '../support/as-read.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { addItem, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'
import { buttonsOfEverybody, buttonsOfRoles, type Ids } from '../support/buttons-of-roles.ts'

/** Everybody there is: an owner, coordinators of the house, of BCN26 and of LYS27, a partner, staff, somebody whose role is gone. */
const players = ['Oya', 'Zeynep', 'Can', 'Pau', 'Lea', 'Sam', 'Eve', 'Berk'] as const
type Player = (typeof players)[number]

let world: World
let ids: Ids
const who = {} as Record<Player, Person>

beforeAll(async () => {
  world = await openWorld()
  const { rooms, database } = world.house
  const { id: activity } = await delegation(world)
  const { id: other } = await delegation(world, { code: 'LYS27' })
  const firmId = await firm(world)
  await rooms.activities.store.saveSheet(activity, 'documents', [photo])
  const joins = async (name: Player, role: 'owner' | 'coordinator' | 'partner' | 'staff', code?: string) => {
    who[name] = world.person(`${name} Er`)
    const token = await database.transaction(() => rooms.people.giving.invite(role, code ?? null))
    await who[name].starts(`c_${token}`)
  }
  await joins('Oya', 'owner')
  await joins('Zeynep', 'coordinator')
  await joins('Can', 'coordinator', 'BCN26')
  await joins('Pau', 'partner', 'BCN26')
  await joins('Lea', 'coordinator', 'LYS27')
  await joins('Sam', 'staff', 'BCN26')
  await joins('Eve', 'owner')
  const eve = (await rooms.people.roles.all()).at(-1)
  await rooms.people.roles.revoke(eve?.id ?? 0)
  const berk = await traveller(world, activity, 'Berk Er', { language: 'tr' })
  const ayse = await traveller(world, activity, 'Ayşe Er', { language: 'tr' })
  who.Berk = berk
  await database.sql`update applications set state = 'submitted', firm_id = ${firmId} where id = ${ayse.applicationId}`
  await addItem(world, activity, 'coach-hotel', {})
  const form = { survey: [asks('select_one yn', 'fairs', 'Fuar?', 'Fairs?')], choices: yesNo }
  await publishes(world, form, activity)
  await berk.starts('q_needs')
  await berk.taps('Evet')
  await berk.taps('Gönder')
  await berk.writes('Bavulum gelmedi')
  await who.Oya.writes('/broadcast')
  await who.Oya.writes('Otobüs 20:30')
  await who.Oya.taps('Barselona')
  await who.Oya.taps('Tamam')
  await who.Oya.taps('Gönder')
  // It leaves by itself; what happens later is the work of buttons.
  await world.clockShows('2026-11-02T09:05[Europe/Istanbul]')
  const one = async (text: string): Promise<number> =>
    Number((await database.query<{ id: number }>(text, []))[0]?.id ?? 0)
  await who.Oya.presses({ messageId: 1, data: `a.note:${berk.applicationId}` })
  await who.Oya.writes('Vejetaryen')
  ids = {
    ...{ activity, other, firm: firmId, applied: ayse.applicationId, seated: berk.applicationId },
    item: await one('select id from itinerary_items'),
    form: await one('select id from questionnaires'),
    response: await one('select id from responses'),
    broadcast: await one('select id from broadcasts'),
    note: await one('select id from person_notes'),
    thread: await one('select id from threads'),
    member: await one(`select person_id as id from applications where id = ${berk.applicationId}`),
    grant: await one(`select id from roles where role = 'staff'`),
    forum: await one(`insert into forum_groups (chat_id, title, state, owner_id, updated_at)
      values (-1005, 'Masa', 'asked', 1, '2026-11-02') returning id`),
  }
})
afterAll(() => world.close())

const photo = {
  ...{ row: 2, code: 'photo', title: { tr: 'Fotoğraf' }, appliesIf: null, isMandatory: true },
  ...{ dueOn: '2026-11-20', proof: 'file', rule: null, ruleSource: null, ruleCheckedOn: null },
}
const yesNo = [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')]

/** How somebody is told that something is not theirs to do. */
const refusals = [
  ...['people:errors.ownersOnly', 'people:errors.coordinatorsOnly', 'activities:errors.notYours'],
  ...['programme:errors.notYours', 'boarding:errors.notYours', 'documents:errors.notYours'],
  ...['composing:errors.notYours', 'composing:errors.onlyCoordinators', 'sending:errors.notYours'],
  ...['correspondence:errors.notYours', 'correspondence:errors.ownersOnly', 'reports:errors.notYours'],
  ...['formdesk:errors.notYours', 'formdesk:errors.houseOnly', 'bot:drafts.notYours'],
  ...['questionnaires:errors.notYours', 'people:errors.notYours', 'reports:errors.notForPartners'],
].map((key) => asRead(openTexts().words('tr')(key as 'people:errors.ownersOnly')))

/** What stands in the database, but for what comes and goes with every update. */
async function kept(): Promise<Record<string, string>> {
  const { query } = world.house.database
  const tables = await query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not in ('accounts', 'inbox', 'outbox')
       and table_name not like 'send\\_%' order by 1`,
    [],
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await query<{ rows: string }>(
      `select coalesce(string_agg(t::text, ' ' order by t::text), '') as rows from "${name}" t`,
      [],
    )
    found[name] = row?.rows ?? ''
  }
  return found
}

const presses = async (name: Player, data: string): Promise<string> => {
  const answer = await world.telegram.forgePress({ userId: who[name].id, messageId: 1, data })
  return answer?.text === undefined ? '' : asRead(answer.text)
}

test('every button that needs a role has its row, and nobody gets further than theirs', async () => {
  const before = await kept()
  const odd: string[] = []
  const rows = buttonsOfRoles(ids)
  await Promise.all(
    players.map(async (name) => {
      const notTheirs = rows.filter(({ but }) => but.includes(name))
      for (const data of notTheirs.flatMap(({ buttons, costly = [] }) => [...buttons, ...costly])) {
        const note = await presses(name, data)
        if (!refusals.includes(note)) odd.push(`${name}, ${data}: ${note || 'was let in'}`)
      }
    }),
  )
  await world.settle()
  expect(odd.toSorted()).toEqual([])
  expect(await kept()).toEqual(before)
}, 120_000)

test('whoever may press a button is let in by it', async () => {
  const odd: string[] = []
  for (const { to, buttons } of buttonsOfRoles(ids)) {
    // Whoever is last in the row may do the least of all.
    const name = to.at(-1) as Player
    for (const data of buttons) {
      const note = await presses(name, data)
      if (refusals.includes(note)) odd.push(`${name}, ${data}: ${note}`)
    }
  }
  await world.settle()
  expect(odd).toEqual([])
})

test('no button is forgotten here', () => {
  const known = new Set([
    ...buttonsOfEverybody,
    ...buttonsOfRoles(ids).flatMap(({ buttons, costly = [] }) =>
      [...buttons, ...costly].map((data) => data.split(':')[0] ?? ''),
    ),
  ])
  const written = globSync('src/{bot,features}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/= button\(\s*'([^']+)'/g)].map(([, name = '']) => name),
  )
  expect(written.length).toBeGreaterThan(200)
  expect(written.filter((name) => !known.has(name))).toEqual([])
})
