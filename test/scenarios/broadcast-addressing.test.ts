import { afterEach, describe, expect, test } from 'vitest'
import { openTexts } from '../../src/platform/texts/open-texts.ts'
import { languages, type Language } from '../../src/shared/localized-text.ts'
import { newestBroadcast } from '../support/broadcasts.ts'
import { delegation } from '../support/delegation.ts'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { addItem, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let activityId: number
afterEach(() => world.close())

/** A delegation on its way: Ayşe on bus 1, Carlos and Claire on bus 2, Emma on the waiting list. */
async function zeynepWrites(language: Language = 'tr'): Promise<Person> {
  world = await openWorld({ now: '2026-12-10T10:00:00+01:00[Europe/Madrid]' })
  ;({ id: activityId } = await delegation(world))
  const zeynep = await world.coordinator('Zeynep Kaya', language)
  const firms = ['Çelik Ray A.Ş.', 'Signalisation du Rhône SAS']
  for (const name of firms)
    await world.house.rooms.people.firms.create({
      ...{ name, country: 'TR', city: 'Eskişehir', taxNumber: null },
      cluster: name.startsWith('Çelik') ? 'rail' : 'aviation',
    })
  await traveller(world, activityId, 'Ayşe Arslan', { language: 'tr', bus: '1', groups: ['VIP'] })
  await traveller(world, activityId, 'Carlos Costa', { language: 'es', bus: '2' })
  await traveller(world, activityId, 'Claire Dupont', { language: 'fr', bus: '2' })
  const emma = await traveller(world, activityId, 'Emma Evans', { language: 'en' })
  const { database } = world.house
  await database.query(`update applications set state = 'waitlisted' where id = $1`, [emma.applicationId])
  await database.query(
    `update applications a set firm_id = f.id from firms f, persons p where p.id = a.person_id
       and f.name = case p.given_names when 'Ayşe' then $1 when 'Claire' then $2 end`,
    firms,
  )
  await zeynep.writes('/broadcast')
  await zeynep.writes('Lobi 20:30')
  return zeynep
}

const meant = async () => (await newestBroadcast(world))?.['audience']
const idOf = async (name: string) =>
  (
    await world.house.database.query<{ id: number }>(`select id::int from persons where given_names = $1`, [
      name,
    ])
  )[0]?.id

const room: SmallForm = {
  survey: [
    asks('select_one kind', 'room', 'Oda?', 'Room?'),
    asks('select_multiple meal', 'meals', 'Yemek?', 'Meals?'),
    asks('text', 'wish', 'Dilek?', 'Wish?'),
  ],
  choices: [
    choice('kind', 'single', 'Tek kişilik', 'Single'),
    choice('kind', 'double', 'Çift kişilik', 'Double'),
    choice('meal', 'fish', 'Balık', 'Fish'),
    choice('meal', 'vegan', 'Vegan', 'Vegan'),
  ],
  settings: { form_id: 'room', form_title: 'Oda formu', heyet_purpose: 'logistics' },
}

/** What somebody has handed in, by the paths of the form. */
async function handsIn(name: string, answers: Record<string, string>): Promise<void> {
  const { database } = world.house
  const [row] = await database.query<{ id: number }>(
    `insert into responses (questionnaire_id, version_id, person_id, activity_id, state, seed, started_at, updated_at, submitted_at)
     select q.id, q.version_id, p.id, $2, 'submitted', 'x', now(), now(), now() from questionnaires q, persons p
     where q.form_id = 'room' and p.given_names = $1 returning id::int`,
    [name, activityId],
  )
  for (const [path, value] of Object.entries(answers))
    await database.query(
      `insert into answers (response_id, path, value, answered_at) values ($1, $2, $3, now())`,
      [row?.id, path, value],
    )
}

describe('the commonest audiences at one tap', () => {
  test('everybody who is approved', async () => {
    const zeynep = await zeynepWrites()
    await zeynep.taps('Barselona')
    expect(zeynep.last).toContain('🎯 onaylananlar\n👥 3 kişi\n🌐 Türkçe 1 · Español 1 · Français 1')
    await zeynep.taps('👥 Onaylananların tümü (3)')
    expect(zeynep.last).toContain('Göndermeden önce')
    expect(zeynep.last).toContain('👥 Barselona Raylı Sistemler Heyeti · onaylananlar: 3 kişi')
  })

  test('whoever is not on board now, while a roll-call runs', async () => {
    const zeynep = await zeynepWrites()
    await addItem(world, activityId, 'coach-hotel', {
      startsAt: Temporal.Instant.from('2026-12-10T09:10:00Z'),
      endsAt: Temporal.Instant.from('2026-12-10T10:10:00Z'),
      title: { tr: 'Otele otobüs', en: 'Coach to the hotel' },
      startZone: 'Europe/Madrid',
      endZone: 'Europe/Madrid',
      audience: { kind: 'all' },
    })
    await zeynep.taps('Barselona')
    await zeynep.taps('🙋 Binmeyenler: 10:10 Otele otobüs (3)')
    zeynep.sees('onaylananlar, binmeyenler: 10:10 Otele otobüs: 3 kişi')
  })

  test('whoever has not sent a form of the activity', async () => {
    const zeynep = await zeynepWrites()
    await publishes(world, room, activityId)
    const survey = { form_id: 'after', form_title: 'Değerlendirme', heyet_purpose: 'survey' }
    await publishes(
      world,
      { survey: [asks('text', 'wish', 'Dilek?', 'Wish?')], settings: survey },
      activityId,
    )
    await handsIn('Carlos', { '/data/room': 'single' })
    await zeynep.taps('Barselona')
    expect(zeynep.buttons.join()).not.toContain('Değerlendirme')
    await zeynep.taps('📋 Formu göndermeyenler: Oda formu (2)')
    expect(zeynep.last).toContain('onaylananlar, formu göndermeyenler: Oda formu: 2 kişi')
  })
})

describe('everything else by ticks', () => {
  test('buses, and one who is left out, in one sentence', async () => {
    const zeynep = await zeynepWrites()
    await zeynep.taps('Barselona')
    await zeynep.taps('Gruplar, otobüsler')
    await zeynep.taps('▫️ otobüs 2')
    expect(zeynep.last).toContain('👥 2 kişi\n🌐 Español 1 · Français 1')
    await zeynep.taps('‹ Diğer koşullar')
    await zeynep.taps('Hariç: kişiler')
    await zeynep.taps('▫️ Carlos Costa')
    await zeynep.taps('Tamam (1 kişi)')
    expect(zeynep.last).toContain('· onaylananlar, otobüs 2, Carlos Costa hariç: 1 kişi')
    await zeynep.taps('✎ Kime')
    expect(zeynep.buttons).toContain('✅ Gruplar, otobüsler')
    expect(zeynep.buttons.join()).not.toContain('Onaylananların tümü')
    await zeynep.taps('✅ Hariç: kişiler')
    await zeynep.taps('✅ Carlos Costa')
    await zeynep.taps('Tamam (2 kişi)')
    expect(zeynep.last).toContain('· onaylananlar, otobüs 2: 2 kişi')
  })

  test('state, firm, cluster and language hold together', async () => {
    const zeynep = await zeynepWrites()
    await zeynep.taps('Barselona')
    await zeynep.taps('Durum')
    await zeynep.taps('▫️ Yedek liste')
    expect(zeynep.last).toContain('👥 4 kişi')
    await zeynep.taps('‹ Diğer koşullar')
    await zeynep.taps('Firmalar')
    await zeynep.taps('▫️ Signalisation du Rhône SAS · 1')
    await zeynep.taps('‹ Geri')
    await zeynep.taps('Küme')
    await zeynep.taps('▫️ Havacılık')
    await zeynep.taps('‹ Diğer koşullar')
    await zeynep.taps('Dil')
    await zeynep.writes('fransızca')
    await zeynep.taps('Tamam (1 kişi)')
    expect(zeynep.last).toContain(
      'onaylananlar veya yedek listedekiler, firma: Signalisation du Rhône SAS, küme: Havacılık, dil: Fransızca: 1 kişi',
    )
  })

  test('whoever owes a document still, and nobody who has sent it or needs none', async () => {
    const zeynep = await zeynepWrites()
    const { rooms, database } = world.house
    const documents = ['photo', 'insurance'].map((code, at) => ({
      ...{ row: at + 2, code, title: { tr: code === 'photo' ? 'Fotoğraf' : 'Sigorta' } },
      ...{ appliesIf: null, isMandatory: true, dueOn: null, proof: 'declared' },
      ...{ rule: null, ruleSource: null, ruleCheckedOn: null },
    }))
    await rooms.activities.store.saveSheet(activityId, 'documents', documents)
    await database.query(
      `insert into document_states (application_id, code, state, changed_at)
       select a.id, 'photo', case p.given_names when 'Ayşe' then 'accepted' else 'sent_back' end, now()
       from applications a join persons p on p.id = a.person_id where p.given_names in ('Ayşe', 'Carlos')`,
      [],
    )
    await zeynep.taps('Barselona')
    await zeynep.taps('Eksik belge')
    await zeynep.taps('▫️ Fotoğraf')
    await zeynep.taps('Tamam (2 kişi)')
    expect(zeynep.last).toContain('onaylananlar, belgesi eksik olanlar: Fotoğraf: 2 kişi')
    await database.query(`update document_states set state = 'received'`, [])
    await zeynep.taps('✎ Kime')
    expect(zeynep.last).toContain('👥 1 kişi\n🌐 Français 1')
    await zeynep.taps('✅ Eksik belge')
    await zeynep.taps('▫️ Sigorta')
    await zeynep.taps('Tamam (3 kişi)')
    expect(zeynep.last).toContain('belgesi eksik olanlar: Fotoğraf veya Sigorta: 3 kişi')
  })

  test('whoever has given an answer, by tapping it', async () => {
    const zeynep = await zeynepWrites()
    await publishes(world, room, activityId)
    await handsIn('Carlos', { '/data/room': 'single', '/data/meals': 'fish vegan' })
    await handsIn('Claire', { '/data/room': 'double' })
    await zeynep.taps('Barselona')
    await zeynep.taps('Bir yanıt')
    await zeynep.taps('Oda formu ›')
    expect(zeynep.buttons.join()).not.toContain('Dilek?')
    await zeynep.taps('Oda? ›')
    await zeynep.taps('‹ Geri')
    await zeynep.taps('Yemek? ›')
    await zeynep.taps('▫️ Vegan')
    await zeynep.taps('Tamam (1 kişi)')
    expect(zeynep.last).toContain('onaylananlar, “Yemek?”: Vegan: 1 kişi')
    expect(await meant()).toMatchObject({ answered: { question: '/data/meals', value: 'vegan' } })
  })

  test.each([
    ['a name mistyped', 'carlso', 'Carlos Costa'],
    ['a firm', 'rhone', 'Claire Dupont'],
    ['a number', '0001', 'Ayşe Arslan'],
    ['a number as on the receipt', 'BCN26-0003', 'Claire Dupont'],
    ['no accents', 'ayse', 'Ayşe Arslan'],
  ])('somebody is found by %s', async (_, typed, name) => {
    const zeynep = await zeynepWrites()
    await zeynep.taps('Barselona')
    await zeynep.writes(typed)
    expect(zeynep.last).toContain(`🔎 “${typed}”: 1 sonuç`)
    await zeynep.taps(`▫️ ${name}`)
    await zeynep.taps('Tamam (1 kişi)')
    expect(zeynep.last).toContain(`onaylananlar, yalnızca ${name}: 1 kişi`)
  })

  test('nothing found is said, and nothing is lost', async () => {
    const zeynep = await zeynepWrites()
    await zeynep.taps('Barselona')
    await zeynep.writes('xyzzy')
    expect(zeynep.last).toContain('Burada “xyzzy” için bir şey bulamadım')
    expect(zeynep.buttons).toContain('👥 Onaylananların tümü (3)')
  })

  test('many firms are leafed through, or found by a few letters', async () => {
    const zeynep = await zeynepWrites()
    await world.house.database.query(
      `with made as (insert into firms (name, folded_name, country, cluster, created_at)
         select 'Firma ' || to_char(n, 'FM00'), 'firma ' || to_char(n, 'FM00'), 'TR', 'rail', now()
         from generate_series(1, 25) n returning id)
       insert into firm_members (firm_id, person_id, state, since)
       select made.id, p.id, 'member', now() from made, persons p where p.given_names = 'Ayşe'`,
      [],
    )
    await zeynep.taps('Barselona')
    await zeynep.taps('Firmalar')
    expect(zeynep.last).toContain('Toplam 27. Birkaç harf de yazabilirsiniz.')
    await zeynep.taps('Devam ›')
    await zeynep.taps('▫️ Firma 10')
    expect(zeynep.buttons).toContain('✅ Firma 10 · 1')
    await zeynep.writes('firma 24')
    await zeynep.taps('▫️ Firma 24')
    expect(zeynep.last).toContain('firma: Firma 10 veya Firma 24')
    await zeynep.taps('✖️ Hepsini göster')
    expect(zeynep.buttons).toContain('▫️ Çelik Ray A.Ş. · 1')
  })

  test.each(languages)('the sentence in %s', async (language) => {
    const zeynep = await zeynepWrites(language)
    const say = openTexts().words(language)
    await zeynep.taps({ tr: 'Barselona', en: 'Barcelona', es: 'Barcelona', fr: 'Barcelone' }[language])
    await zeynep.taps(say.plain('addressing:menu.groups'))
    await zeynep.taps(`▫️ ${say.plain('addressing:bus', { bus: '2' })}`)
    await zeynep.taps(say.plain('addressing:list.others'))
    await zeynep.taps(say.plain('addressing:menu.withoutPersons'))
    await zeynep.taps('Carlos Costa')
    await zeynep.taps(say.plain('composing:ask.done', { count: 1 }))
    expect(zeynep.last).toContain(
      {
        tr: 'Barselona Raylı Sistemler Heyeti · onaylananlar, otobüs 2, Carlos Costa hariç: 1 kişi',
        en: 'Barcelona rail delegation · approved, bus 2, without Carlos Costa: 1 person',
        es: 'Misión ferroviaria a Barcelona · personas aprobadas, autocar 2, sin Carlos Costa: 1 persona',
        fr: 'Mission ferroviaire à Barcelone · personnes approuvées, autocar 2, sans Carlos Costa\u00a0: 1 personne',
      }[language],
    )
  })
})

describe('left in the middle', () => {
  test('by /cancel and a deploy: the list that was open is there again', async () => {
    const zeynep = await zeynepWrites()
    await zeynep.taps('Barselona')
    await zeynep.taps('Gruplar, otobüsler')
    await zeynep.taps('▫️ otobüs 2')
    await zeynep.writes('/cancel')
    await world.deploys(100)
    await zeynep.writes('/broadcast')
    await zeynep.taps('▶️ Lobi 20:30')
    expect(zeynep.last).toContain('👥 2 kişi')
    await world.deploys(101)
    await zeynep.taps('▫️ otobüs 1')
    await zeynep.taps('Tamam (3 kişi)')
    expect(zeynep.last).toContain('Göndermeden önce')
  })

  test('old buttons tick what they say, or nothing', async () => {
    const zeynep = await zeynepWrites()
    await zeynep.taps('Barselona')
    const list = zeynep.holds('Gruplar, otobüsler')
    await zeynep.presses(list)
    const tick = zeynep.holds('▫️ otobüs 2')
    await zeynep.presses(tick)
    await zeynep.presses(tick)
    expect(await meant()).toMatchObject({ groups: ['bus 2'] })
    expect(await zeynep.presses(list)).toBeDefined()
    await zeynep.taps('Tamam (2 kişi)')
    expect(await zeynep.presses(tick)).toBeDefined()
    expect(zeynep.last).toContain('Göndermeden önce')
  })

  test('whose people it is for stays as it was until another activity is tapped', async () => {
    const zeynep = await zeynepWrites()
    await delegation(world, { code: 'LYO26', title: { tr: 'Lyon Heyeti' } })
    await zeynep.taps('Barselona')
    await zeynep.taps('👥 Onaylananların tümü (3)')
    await zeynep.taps('✎ Kime')
    await zeynep.taps('↩️ Başka faaliyet')
    expect(zeynep.buttons).toContain('Lyon Heyeti')
    await zeynep.taps('‹ Geri')
    await zeynep.taps('‹ Geri')
    expect(zeynep.last).toContain('Barselona Raylı Sistemler Heyeti · onaylananlar: 3 kişi')
    expect(await meant()).toMatchObject({ activityId })
  })
})

describe('rights', () => {
  test('everybody the chamber knows is for whoever sees the whole house', async () => {
    const zeynep = await zeynepWrites()
    await world.house.database.query(
      `insert into firm_members (firm_id, person_id, state, since)
       select f.id, p.id, 'member', now() from firms f, persons p where f.cluster = 'rail' and p.given_names = 'Ayşe'`,
      [],
    )
    await zeynep.taps('🏛 Odanın tanıdığı herkes')
    await zeynep.taps('Küme')
    await zeynep.taps('▫️ Raylı sistemler')
    expect(zeynep.last).toContain('👥 1 kişi')
    const done = zeynep.holds('Tamam (1 kişi)')
    await world.house.database.query(`update roles set activity_code = 'BCN26'`, [])
    expect(await zeynep.presses(done)).toContain('tüm faaliyetlerin koordinatörleri')
    expect(await newestBroadcast(world)).toMatchObject({ state: 'draft', audience: { activityId: null } })
  })

  test('a coordinator of one activity is offered nothing else, and ticks nobody else', async () => {
    const zeynep = await zeynepWrites()
    const { id: lyon } = await delegation(world, { code: 'LYO26', title: { tr: 'Lyon Heyeti' } })
    await traveller(world, lyon, 'Louise Martin', { language: 'fr' })
    const núria = await world.coordinator('Núria Costa', 'tr', 'LYO26')
    await núria.writes('/broadcast')
    await núria.writes('Merhaba')
    expect(núria.buttons.join()).not.toContain('Barselona')
    expect(núria.buttons.join()).not.toContain('Odanın tanıdığı')
    const { messageId, data } = núria.holds('Lyon Heyeti')
    const forged = (value: string) => núria.presses({ messageId, data: data.replace(/a\d+$/, value) })
    expect(await forged('house')).toBeDefined()
    expect(await forged(`a${activityId}`)).toBeDefined()
    await núria.taps('Lyon Heyeti')
    expect(núria.last).toContain('👥 1 kişi')
    expect(await forged(`+persons.${await idOf('Carlos')}`)).toBeDefined()
    await núria.writes('Carlos')
    expect(núria.last).toContain('Burada “Carlos” için bir şey bulamadım')
    expect(núria.last).not.toContain('Costa')
    zeynep.doesNotSee('Louise')
  })
})
