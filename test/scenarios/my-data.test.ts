import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, publishes, sendsPhoto } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { filesOf } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  await firm(world)
})
afterEach(() => world.close())

const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

interface Copy {
  person: number
  data: Record<string, Record<string, unknown>[]>
}

/** The newest file the bot has sent somebody. */
const lastFile = (somebody: Person): Uint8Array =>
  world.telegram.file(filesOf(somebody).at(-1)?.fileId ?? '')?.bytes ?? new Uint8Array()

async function asksForData(somebody: Person, button: string): Promise<{ text: string; names: string[] }> {
  await somebody.writes('/privacy')
  await somebody.taps(button)
  await world.settle()
  const content = lastFile(somebody)
  if (content[0] !== 0x50) return { text: strFromU8(content), names: [] }
  const files = unzipSync(content)
  return { text: strFromU8(files['heyet.json'] ?? new Uint8Array()), names: Object.keys(files) }
}

describe('my data', () => {
  test('is everything that is stored, and who has exported it; nobody else’s', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const [omer, ayse] = [world.person('Ömer Güneş'), world.person('Ayşe Yılmaz')]
    await applies(ayse)
    await applies(omer)
    await zeynep.taps('Onayla')
    await publishes(world, {
      survey: [asks('text', 'a', 'Neden?', 'Why?'), asks('image', 'c', 'Fotoğraf?', 'A picture?')],
      settings: { form_id: 'own', form_title: 'Own' },
    })
    await omer.starts('q_own')
    await omer.writes('Kendi sözlerim')
    await sendsPhoto(omer)
    const [{ id } = { id: 0 }] = await query(`select id::int as id from persons where surname = 'Güneş'`)
    const [{ by } = { by: 0 }] = await query(`select id::int as by from persons where surname = 'Kaya'`)
    await world.house.database.transaction(() =>
      world.house.rooms.people.audit.note({
        byPersonId: Number(by),
        act: 'exported',
        what: 'list.airline',
        activityId: 1,
        aboutPersonIds: [Number(id)],
        rows: 1,
      }),
    )
    const { text, names } = await asksForData(omer, 'Verilerim')
    const { data, person } = JSON.parse(text) as Copy
    expect(person).toBe(id)
    expect(data['persons']).toMatchObject([{ surname: 'Güneş' }])
    expect(data['applications']).toMatchObject([{ state: 'approved', activity: 'BCN26' }])
    expect(data['application_events']?.length).toBeGreaterThan(0)
    expect(data['answers']).toMatchObject([{ value: 'Kendi sözlerim' }, {}])
    const seen = data['audit']?.map(({ act, what, by }) => [act, what, by].map(String).join(' '))
    expect(new Set(seen)).toEqual(
      new Set(['changed decision', 'exported list.airline'].map((one) => `${one} Zeynep Kaya`)),
    )
    expect(data['notices_read']).toHaveLength(1)
    expect(names.some((name) => name.startsWith('files/'))).toBe(true)
    const { words } = JSON.parse(text) as { words: Record<'tables' | 'columns', Record<string, string>> }
    expect(words.tables).toMatchObject({ applications: 'Başvurularınız', persons: 'Siz' })
    expect(words.columns).toMatchObject({ surname: 'soyadı', by: 'kim tarafından' })
    expect(Object.keys(words.tables)).toEqual(Object.keys(data))
    expect(text).not.toContain('Yılmaz')
    expect(text).not.toContain('token_hash')
    // It is in the register, done at once.
    expect(await query('select kind, via from privacy_requests')).toEqual([{ kind: 'access', via: 'chat' }])
  })

  test('can be put right in the chat, and the coordinators’ card follows', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await omer.writes('/privacy')
    await omer.taps('Verilerimi düzelt')
    await omer.taps('Ad soyad')
    await omer.writes('Ömer Karagüneş')
    expect(omer.last).toContain('düzeltildi')
    expect(omer.last).toContain('Karagüneş')
    expect(zeynep.texts.some((text) => text.includes('Karagüneş'))).toBe(true)
    expect(await query(`select passport_surname from persons where surname = 'Karagüneş'`)).toEqual([
      { passport_surname: 'KARAGUNES' },
    ])
    await omer.taps('E-posta')
    await omer.writes('bu bir adres değil')
    expect(omer.texts.at(-2)).toContain('@')
  })
})

describe('the desk of an owner', () => {
  test('has the register with its days, takes what has come on paper and ticks it', async () => {
    const { giving } = world.house.rooms.people
    const emma = world.person('Emma Wilson', 'en')
    await emma.starts(`c_${await world.house.database.transaction(() => giving.invite('owner', null))}`)
    await emma.writes('/desk')
    await emma.taps('Data requests: 0 open')
    await emma.taps('Enter: erasure')
    await emma.taps('On paper')
    await emma.writes('Carlos García')
    expect(emma.last).toContain('Carlos García')
    expect(emma.last).toContain('30 days left')
    await world.clockShows('2026-11-04T10:00[Europe/Istanbul]')
    await emma.writes('/desk')
    await emma.taps('Data requests: 1 open')
    expect(emma.last).toContain('28 days left')
    await emma.taps('1. answered')
    await emma.taps('Yes, answered')
    expect(emma.last).toContain('1 answered.')
    expect(await query('select who from privacy_requests')).toEqual([{ who: null }])
    await emma.taps('desk')
    await emma.taps('Record of access')
    expect(emma.last).toContain('the register of data requests')
    const coordinator = await world.coordinator('Zeynep Kaya', 'en')
    expect(coordinator.buttons.some((label) => label.includes('Record of access'))).toBe(false)
  })

  test('every table says whose data it holds, or why it holds nobody’s', async () => {
    const { rooms } = world.house
    const known = rooms.personalData().flatMap(({ tables }) => tables)
    const tables = await query(`select table_name::text as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`)
    const open = tables.map(({ name }) => String(name)).filter((name) => !known.includes(name))
    expect(open).toEqual(Object.keys(withoutPeople).sort())
  })
})

test('every table and column that somebody can be shown has a name in their language', async () => {
  const { tables, columns } = JSON.parse(readFileSync('locales/en/mydata.json', 'utf8')) as Record<
    'tables' | 'columns',
    Record<string, string>
  >
  const shown = world.house.rooms.personalData().flatMap((room) => room.shown)
  expect([...new Set(shown)].filter((table) => !tables[table])).toEqual([])
  const all = await query(`select distinct column_name::text as name from information_schema.columns
    where table_schema = 'public' and table_name in (select jsonb_array_elements_text('${JSON.stringify(shown)}'))`)
  expect(all.map(({ name }) => String(name)).filter((name) => !columns[name])).toEqual([])
})

/** Tables that no room has to show or to erase, each with its reason. */
const withoutPeople: Record<string, string> = {
  activities: 'the chamber’s offer',
  anonymous_responses: 'nobody can be told from it (docs/privacy.md)',
  announcements: 'what is being announced of an activity, for minutes',
  change_cards: 'activities, for seconds',
  check_in_codes: 'a code of an activity',
  closing_moments: 'moments of an activity',
  controllers: 'the chamber itself',
  field_key_checks: 'which keys there are',
  heyet_migrations: 'the schema',
  life_moments: 'moments of applications, by number',
  questionnaire_version_files: 'files of a form, by number',
  questionnaires: 'forms',
  reminder_rules: 'rules of an activity',
  roll_calls: 'items, by number',
  rounds: 'machine time',
  send_cursor: 'the pace',
  send_paces: 'until when a chat is not written to, for seconds',
  send_pauses: 'the same',
  send_places: 'the pace',
}
