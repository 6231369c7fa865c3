import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '../../src/shared/localized-text.ts'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, publishes, sendsPhoto } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { tablesWith } from '../support/search-database.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  await firm(world)
})
afterEach(() => world.close())

const query = (text: string, parameters: unknown[] = []) =>
  world.house.database.query<Record<string, unknown>>(text, parameters)

async function personOf(name: string): Promise<number> {
  const [row] = await query(
    `select id::int as id from persons where concat_ws(' ', given_names, surname) = $1`,
    [name],
  )
  return Number(row?.['id'])
}

async function owner(name: string, language: Language = 'tr'): Promise<Person> {
  const somebody = world.person(name, language)
  const { giving } = world.house.rooms.people
  await somebody.starts(`c_${await world.house.database.transaction(() => giving.invite('owner', null))}`)
  return somebody
}

/** What the buttons say. */
const says = {
  tr: {
    data: 'Verilerim',
    erase: 'Verilerimi sil',
    yes: 'Evet, her şeyi sil',
    done: 'Verileriniz silindi',
    approve: 'Onayla',
  },
  en: { data: 'My data', erase: 'Erase me', yes: 'Yes, erase everything', done: 'Your data has been erased' },
  es: {
    data: 'Mis datos',
    erase: 'Borrar mis datos',
    yes: 'Sí, borrar todo',
    done: 'Sus datos se han borrado',
  },
  fr: {
    data: 'Mes données',
    erase: 'Effacer mes données',
    yes: 'Oui, tout effacer',
    done: 'Vos données sont effacées',
  },
} as const

async function erases(somebody: Person, language: Language): Promise<void> {
  await somebody.writes('/privacy')
  await somebody.taps(says[language].erase)
  await somebody.taps(says[language].yes)
}

describe('somebody who is erased', () => {
  test('is in no column of any table any more, and is a stranger at the next word', async () => {
    await query("select setval(pg_get_serial_sequence('persons', 'id'), 987653)")
    const zeynep = await world.coordinator('Zeynep Kaya')
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await zeynep.taps('Onayla')
    const omerId = await personOf('Ömer Güneş')
    const [application] = await query('select id::int as id, answers from applications')
    const phone = String((application?.['answers'] as { phone: string }).phone)
    await publishes(world, {
      survey: [asks('text', 'a', 'Neden?', 'Why?'), asks('image', 'c', 'Fotoğraf?', 'A picture?')],
      settings: { form_id: 'own', form_title: 'Own' },
    })
    await omer.starts('q_own')
    await omer.writes('Yalnız bana ait sözler')
    await sendsPhoto(omer)
    const [file] = await query('select file_id from response_files')
    // What others have written of him: a room shared, a contact of a firm, somebody of the team, and a sheet that waits.
    await query(
      `insert into participant_details (application_id, room, flight_out, roommate, updated_at)
      values ($1, '412', 'TK1853', 'Ömer Güneş', now())`,
      [Number(application?.['id'])],
    )
    await query(`update firms set contact_name = 'Ömer Güneş', contact_phone = $1`, [phone])
    await query(
      `insert into activity_sheets (activity_id, sheet, rows)
      select id, 'team', $1::text::jsonb from activities`,
      [
        JSON.stringify([
          { name: 'Ömer Güneş', phone },
          { name: 'Can Demir', phone: '+905320000001' },
        ]),
      ],
    )
    await query(
      `insert into itinerary_items (activity_id, key, kind, starts_at, ends_at, start_zone, end_zone, audience,
      is_mandatory, status, responsible, contact_name, contact_phone, created_at, changed_at)
      select id, 'x', 'visit', '2026-12-10T09:00Z', '2026-12-10T10:00Z', 'Europe/Madrid', 'Europe/Madrid', '{}', true,
      'planned', 'Ömer Güneş', 'Ömer Güneş', $1, now(), now() from activities`,
      [phone],
    )
    const { store } = world.house.rooms.uploads
    const uploadId = await world.house.database.transaction(async () => {
      const id = await store.create({
        chatId: 1,
        personId: await personOf('Zeynep Kaya'),
        fileId: null,
        fileName: 'x.xlsx',
      })
      await store.preview(id, { kind: 'participants', rows: [{ name: 'Ömer Güneş' }] } as never)
      return id
    })

    await erases(omer, 'tr')
    expect(omer.last).toContain(says.tr.done)
    await world.settle()
    for (const said of [
      'Güneş',
      'GUNES',
      phone,
      phone.slice(-10),
      'Yalnız bana',
      String(file?.['file_id']),
      'TK1853',
    ])
      expect(await tablesWith(world, said), said).toEqual([])
    expect((await store.read(uploadId))?.content ?? null).toBeNull()
    // His account is in what keeps updates from being taken twice, and in the pace, for hours; nowhere else.
    const places = await tablesWith(world, String(omer.id))
    // A number as short as a test's stands in fractions of seconds, too.
    expect(new Set(places.filter((place) => !/(_at|\.since|_on)$/.test(place)))).toEqual(
      new Set(['inbox.lane', 'send_paces.chat_id']),
    )

    // The record counts him, as a number of a firm.
    const [left] = await query('select state, person_id::int as person, firm_id from applications')
    expect(left).toMatchObject({ state: 'withdrawn', person: omerId })
    expect(left?.['firm_id']).not.toBeNull()
    expect(zeynep.texts.some((text) => text.includes('verilerini sildirdi'))).toBe(true)
    const told = zeynep.texts.find((text) => text.includes('verilerini sildirdi')) ?? ''
    expect(told).not.toContain('Güneş')
    const [team] = await query(`select rows from activity_sheets where sheet = 'team'`)
    expect(team?.['rows']).toEqual([{ name: 'Can Demir', phone: '+905320000001' }])

    // An old button of his erases nobody, and what he was is not what he is.
    await omer.starts()
    const [account] = await query('select person_id from accounts where user_id = $1', [omer.id])
    expect(account).toEqual({ person_id: null })
    await omer.writes('/trips')
    expect(omer.last).not.toContain('Güneş')
  })

  test.each(['en', 'es', 'fr'] as const)('is asked once and told last, in %s', async (language) => {
    const emma = world.person('Emma Wilson', language)
    await emma.starts()
    await erases(emma, language)
    expect(emma.last).toContain(says[language].done)
    expect(await tablesWith(world, 'Wilson')).toEqual([])
    expect(await query(`select kind, via, done_at is not null as done from privacy_requests`)).toEqual([
      { kind: 'erasure', via: 'chat', done: true },
    ])
  })

  test('is not the last owner, and no button of somebody else’s erases them', async () => {
    const zeynep = await owner('Zeynep Kaya', 'en')
    await zeynep.writes('/privacy')
    await zeynep.taps('Erase me')
    const yes = zeynep.holds('Yes, erase everything')
    expect(await zeynep.presses(yes)).toContain('only owner')
    const emma = world.person('Emma Wilson', 'en')
    await emma.starts()
    await emma.writes('/privacy')
    expect(await emma.presses({ ...yes, messageId: emma.holds('Erase me').messageId })).toContain('no longer')
    expect(await personOf('Zeynep Kaya')).toBeGreaterThan(0)
  })
})
