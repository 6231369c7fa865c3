import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { delegation, firm } from '../support/delegation.ts'
import { participant } from '../support/participant.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
let lyon: Person

/** Two delegations; in the first one eleven people apply, in the second one two. */
beforeAll(async () => {
  world = await openWorld()
  const barcelona = await delegation(world, { details: { confirmBy: '2026-11-04' } })
  const paris = await delegation(world, { code: 'LYS26', title: { tr: 'Lyon Havacılık Heyeti' } })
  await firm(world)
  zeynep = await world.coordinator('Zeynep Kaya')
  lyon = await world.coordinator('Can Demir', 'tr', 'LYS26')
  for (const name of 'ABCDEFGHI')
    await participant(world, barcelona.id, `${name}li Veli`, { state: 'submitted' })
  await participant(world, barcelona.id, 'Işıl Şükrüoğlu', { state: 'approved', language: 'tr' })
  await participant(world, barcelona.id, 'Ömer Yılmaz', { state: 'waitlisted', language: 'es' })
  await participant(world, paris.id, 'José Núñez', { state: 'submitted', language: 'es' })
  await participant(world, paris.id, 'Çağla Ateş', { state: 'approved' })
})
afterAll(() => world.close())

describe('the numbers of the day', () => {
  test('say what needs a hand, and each leads to just that and back', async () => {
    await zeynep.writes('/desk')
    expect(zeynep.last).toContain('Bugün sizi bekleyenler')
    expect(zeynep.last).toContain('10 başvuru karar bekliyor.')
    expect(zeynep.last).toContain('1 kişi geleceğini henüz bildirmedi.')
    expect(zeynep.last).not.toContain('yer önerisinin')
    await zeynep.taps('Geleceğini bildirmeyenler: 1')
    expect(zeynep.last).toContain('Durum: Geleceğini bildirmeyen')
    expect(zeynep.last).toContain('Işıl Şükrüoğlu')
    expect(zeynep.last).not.toContain('Veli')
    await zeynep.taps('Koordinatör masası')
    expect(zeynep.last).toContain('Bugün sizi bekleyenler')
  })

  test('are only of the activities that somebody runs, and nothing is said warmly', async () => {
    await lyon.writes('/desk')
    expect(lyon.last).toContain('1 başvuru karar bekliyor.')
    await lyon.taps('Karar bekleyenler: 1')
    expect(lyon.last).toContain('José Núñez')
    expect(lyon.last).not.toContain('Veli')
    const nobody = await world.coordinator('Berk Uz', 'tr', 'YOK26')
    await nobody.writes('/desk')
    expect(nobody.last).toContain('Bugün sizi bekleyen bir iş yok')
  })
})

describe('applications', () => {
  test('are on pages of one message, and a card leads back to the page it was opened from', async () => {
    await zeynep.writes('/desk')
    const messages = zeynep.texts.length
    await zeynep.taps('Karar bekleyenler: 10')
    await zeynep.taps('Devam ›')
    expect(zeynep.last).toContain('Ili Veli')
    await zeynep.taps('Ili Veli')
    expect(zeynep.last).toContain('BCN26-')
    await zeynep.taps('Reddet')
    await zeynep.taps('‹ Geri')
    await zeynep.taps('‹ Listeye')
    expect(zeynep.last).toContain('Durum: Karar bekleyen')
    expect(zeynep.last).toContain('Ili Veli')
    expect(zeynep.texts).toHaveLength(messages)
    // From the list of an activity the way back is that list.
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    await zeynep.taps('Ali Veli')
    await zeynep.taps('‹ Listeye')
    expect(zeynep.last).toContain('Barselona')
    expect(zeynep.last).toContain('Yeni: 9')
  })

  test('are filtered by tap, and the filter is taken away again', async () => {
    await zeynep.writes('/desk')
    await zeynep.taps('Başvurular: ara ve süz')
    await zeynep.taps('⚙️ Süz')
    await zeynep.taps('Dil: Hepsi')
    await zeynep.taps('Español')
    expect(zeynep.last).toContain('Dil: Español')
    expect(zeynep.last).toContain('2 başvuru')
    expect(zeynep.last).toContain('Ömer Yılmaz, Çelik Dış Ticaret A.Ş. – yedek listede')
    await zeynep.taps('⚙️ Süz (1)')
    await zeynep.taps('Faaliyet: Hepsi')
    await zeynep.taps('Lyon Havacılık Heyeti (1)')
    expect(zeynep.last).toContain('José Núñez')
    expect(zeynep.last).not.toContain('Ömer')
    await zeynep.taps('⚙️ Süz (1)')
    await zeynep.taps('Firma: Hepsi')
    await zeynep.taps('Çelik Dış Ticaret A.Ş. (1)')
    await zeynep.taps('⚙️ Süz (2)')
    await zeynep.taps('Küme: Hepsi')
    await zeynep.taps('Havacılık')
    expect(zeynep.last).toContain('Bu listede kimse yok.')
    await zeynep.taps('Süzmeyi kaldır')
    expect(zeynep.last).toContain('2 başvuru')
    await zeynep.taps('‹ Faaliyete')
    expect(zeynep.last).toContain('Lyon Havacılık Heyeti')
  })

  test('of a group are found by its name', async () => {
    await world.house.database.query(
      `insert into participant_details (application_id, bus, groups, updated_at)
       select a.id, '2', '{"Basın: yerel"}', now() from applications a join persons p on p.id = a.person_id
       where p.given_names = 'Işıl'`,
      [],
    )
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    await zeynep.taps('Ara ve süz')
    await zeynep.taps('⚙️ Süz')
    await zeynep.taps('Grup ya da otobüs: Hepsi')
    await zeynep.taps('Basın: yerel (1)')
    expect(zeynep.last).toContain('Grup ya da otobüs: Basın: yerel')
    expect(zeynep.last).toContain('1 başvuru')
    await zeynep.taps('⚙️ Süz (1)')
    await zeynep.taps('Eksik: Hepsi')
    await zeynep.taps('Formu doldurmayan')
    expect(zeynep.last).toContain('Bu listede kimse yok.')
  })

  test('of others are nowhere, whatever a button says', async () => {
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    const list = zeynep.holds('Ara ve süz')
    await zeynep.presses(list)
    const card = zeynep.holds('Ali Veli')
    await lyon.writes('/desk')
    for (const { data } of [list, card])
      expect(await lyon.presses({ messageId: lyon.holds('Başvurular: ara').messageId, data })).toContain(
        'yetkiniz yok',
      )
    lyon.doesNotSee('Ali Veli')
  })
})

describe('the search', () => {
  /** What somebody sees who looks for these words on the desk. */
  async function finds(person: Person, text: string): Promise<string> {
    await person.writes('/desk')
    await person.taps('Başvurular: ara ve süz')
    await person.taps('🔎 Ara')
    expect(person.last).toContain('Kimi arıyorsunuz?')
    await person.writes(text)
    return person.last
  }

  test.each([
    ['isil', 'Işıl Şükrüoğlu'],
    ['SUKRUOGLU', 'Işıl Şükrüoğlu'],
    ['IŞIL şükrü', 'Işıl Şükrüoğlu'],
    ['omer yilmaz', 'Ömer Yılmaz'],
    ['nunez', 'José Núñez'],
    ['jose celik', 'José Núñez'],
    ['çağ', 'Çağla Ateş'],
    ['BCN26-0011', 'Ömer Yılmaz'],
    ['bcn26 11', 'Ömer Yılmaz'],
  ])('%s finds %s', async (text, name) => {
    const list = await finds(zeynep, text)
    expect(list).toContain(name)
    expect(list).toContain('1 başvuru')
  })

  test('a telephone is found with and without the country before it', async () => {
    await world.house.database.query(
      `update persons set phone = '+905321234567' where given_names = 'Işıl'`,
      [],
    )
    for (const text of [
      '+90 532 123 45 67',
      '0532 123 45 67',
      '(0532) 123-4567',
      '5321234567',
      '00905321234567',
    ])
      expect(await finds(zeynep, text)).toContain('Işıl Şükrüoğlu')
  })

  test('a firm is found, and its people can be filtered further and opened', async () => {
    expect(await finds(zeynep, 'celik dis ticaret')).toContain('13 başvuru')
    await zeynep.taps('⚙️ Süz')
    await zeynep.taps('Durum: Hepsi')
    await zeynep.taps('Yedek listede')
    expect(zeynep.last).toContain('Aranan: “celik dis ticaret”')
    expect(zeynep.last).toContain('1 başvuru')
    await zeynep.taps('BCN26-0011 Ömer')
    expect(zeynep.last).toContain('BCN26-0011')
    await zeynep.taps('‹ Listeye')
    expect(zeynep.last).toContain('Aranan: “celik dis ticaret”')
  })

  test('finds nobody of others, and says kindly what is too short, unknown or old', async () => {
    expect(await finds(lyon, 'omer yilmaz')).toContain('Buna uyan bir başvuru bulunamadı')
    expect(await finds(lyon, 'nunez')).toContain('José Núñez')
    expect(await finds(zeynep, 'x')).toContain('Kimi arıyorsunuz?')
    zeynep.sees('en az iki harf')
    await zeynep.writes('omer')
    expect(zeynep.last).toContain('Ömer Yılmaz')
    const clear = zeynep.holds('⚙️ Süz')
    await world.house.database.query('delete from application_searches', [])
    await zeynep.presses(clear)
    await zeynep.taps('‹ Listeye')
    expect(zeynep.last).toContain('13 başvuru')
  })
})

describe('what other rooms have for today', () => {
  const rule = (code: string, more: object = {}) => ({
    ...{ row: 2, code, title: { tr: code }, appliesIf: null, isMandatory: true, dueOn: '2026-10-20' },
    ...{ proof: 'declared', rule: null, ruleSource: null, ruleCheckedOn: null, ...more },
  })

  test('documents overdue, letters and changes not seen lead to those who wait', async () => {
    const { activities } = world.house.rooms
    const barcelona = await activities.store.byCode('BCN26')
    const lyonTrip = await activities.store.byCode('LYS26')
    await activities.store.saveSheet(barcelona?.id ?? 0, 'documents', [rule('Sigorta')])
    const visa = { passportTypes: ['ordinary'], nationalities: [], sides: [] }
    // Nobody has told of their passport, so nobody is late with it.
    await activities.store.saveSheet(lyonTrip?.id ?? 0, 'documents', [rule('Vize', { appliesIf: visa })])
    const { somebody: hasan } = await participant(world, barcelona?.id ?? 0, 'Hasan Kurt', { language: 'tr' })
    await hasan.writes('Uçakta yanıma ne kadar numune alabilirim acaba?')
    await world.house.database.query(
      `with known as (insert into known_travellers (application_id, activity_id, person_id, groups)
         select a.id, a.activity_id, a.person_id, '{}' from applications a join persons p on p.id = a.person_id
         where p.given_names in ('Hasan', 'Çağla') on conflict do nothing returning activity_id, person_id)
       insert into itinerary_deliveries (activity_id, person_id, kind, item_ids, state, created_at, needs_seen)
       select k.activity_id, k.person_id, 'change', '{1}', 'sent', $1::timestamptz, true
       from applications k join persons p on p.id = k.person_id where p.given_names in ('Hasan', 'Çağla')`,
      [world.clock.now().toString()],
    )
    await zeynep.writes('/desk')
    expect(zeynep.last).toContain('2 kişinin belgesinin günü geçti.')
    expect(zeynep.last).toContain('1 kişi yazdığı mektuba yanıt bekliyor.')
    expect(zeynep.last).toContain('2 kişi program değişikliğini henüz görmedi.')
    await zeynep.taps('Belgesi gecikenler: 2')
    expect(zeynep.last).toContain('Işıl Şükrüoğlu · Barselona')
    await zeynep.taps('Hasan Kurt')
    expect(zeynep.last).toContain('Sigorta')
    await zeynep.writes('/desk')
    await zeynep.taps('Yanıt bekleyenler: 1')
    expect(zeynep.last).toContain('Hasan')
    await zeynep.writes('/desk')
    await zeynep.taps('Değişikliği görmeyenler: 2')
    await zeynep.taps('Lyon Havacılık Heyeti (1)')
    zeynep.sees('Çağla Ateş')
    await lyon.writes('/desk')
    expect(lyon.last).toContain('1 kişi program değişikliğini henüz görmedi.')
    expect(lyon.last).not.toContain('belgesinin')
    expect(lyon.last).not.toContain('mektuba')
  })
})
