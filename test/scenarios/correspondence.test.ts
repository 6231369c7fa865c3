import { afterEach, describe, expect, test } from 'vitest'
import { newestBroadcast, onTheRoad } from '../support/broadcasts.ts'
import { delegation } from '../support/delegation.ts'
import { publishBarcelona } from '../support/programme.ts'
import type { Person } from '../support/person.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

async function begins(...given: Parameters<typeof onTheRoad>) {
  const road = await onTheRoad(...given)
  world = road.world
  const [ayse, berk, carlos] = road.people
  if (!ayse || !berk || !carlos) throw new Error('three people are on the road')
  await world.house.database.query(
    `update persons set phone = '+905321112233' where given_names = 'Yolcu' and surname = 'Arslan'`,
    [],
  )
  return { ...road, ayse, berk, carlos }
}

const at = (time: string, day = '10') => world.clockShows(`2026-12-${day}T${time}+01:00[Europe/Madrid]`)
const replies = (person: Person, words: string, text: string) =>
  person.does((phone) => phone.type({ text, replyTo: person.shown(words).id }))
const count = (person: Person, words: string) => person.texts.filter((text) => text.includes(words)).length
const bytes = new Uint8Array([1, 2, 3])
const photo = { kind: 'photo', name: 'p.jpg', mimeType: 'image/jpeg', bytes } as const
const voice = { kind: 'voice', name: 'v.ogg', mimeType: 'audio/ogg', bytes } as const

test('what somebody writes reaches the coordinators with who and where they are; the answer comes back quoted', async () => {
  const { zeynep, ayse } = await begins()
  await ayse.writes('Bavulum <gelmedi> & ne yapmalıyım?')
  expect(ayse.last).toContain('Mesajınızı koordinatörlere ilettim')
  const card = zeynep.shown('Bavulum').text ?? ''
  expect(card).toContain('Yolcu Arslan')
  expect(card).toContain('Barselona Raylı Sistemler Heyeti')
  expect(card).toContain('Otobüs 1')
  expect(card).toContain('+90 532 111 22 33')
  expect(card).toContain('Bavulum <gelmedi> & ne yapmalıyım?')

  await replies(zeynep, 'Bavulum', 'Otelde, <resepsiyonda>.')
  expect(ayse.last).toContain('Zeynep yazdı')
  expect(ayse.last).toContain('Otelde, <resepsiyonda>.')
  const asked = ayse.phone.state().messages.find(({ text }) => text?.startsWith('Bavulum'))
  expect(ayse.shown('resepsiyonda').replyTo).toBe(asked?.id)
  expect(zeynep.shown('Bavulum').text).toContain('✅ Zeynep yanıtladı')
  expect(zeynep.buttons).not.toContain('✍️ Yanıtla')
})

test('in words once, then with a mark; several coordinators see who answers', async () => {
  const { zeynep, ayse } = await begins()
  const deniz = await world.coordinator('Deniz Ak', 'en')
  await ayse.writes('Bir sorum var')
  await ayse.writes('Odam çok soğuk')
  expect(count(ayse, 'koordinatörlere ilettim')).toBe(1)
  expect(ayse.phone.state().messages.find(({ text }) => text === 'Odam çok soğuk')?.reaction).toBe('✍')
  expect(await deniz.taps('✋ Take it')).toContain('You are on it')
  zeynep.sees('✋ Deniz ilgileniyor')
  await deniz.taps('✍️ Answer')
  await deniz.writes('I call the reception.')
  ayse.sees('I call the reception.')
  expect(count(zeynep, '✅ Deniz yanıtladı')).toBe(2)
  expect(count(deniz, '✅ Deniz answered')).toBe(2)
})

test('*Answer* survives a restart and is left by a tap; old, double and forwarded taps change nothing', async () => {
  const { zeynep, ayse, berk } = await begins()
  await ayse.writes('Kahvaltı kaçta?')
  const answer = zeynep.holds('✍️ Yanıtla')
  const layBy = zeynep.holds('Yanıtsız kapat')
  expect(await berk.presses(answer)).toContain('yalnızca')
  expect(await ayse.presses(layBy)).toContain('yalnızca')
  await zeynep.presses(answer)
  await world.deploys()
  await zeynep.writes('Yedide.')
  ayse.sees('Yedide.')
  await zeynep.writes('Bu kimseye gitmez')
  ayse.doesNotSee('Bu kimseye gitmez')
  await zeynep.presses(answer)
  await zeynep.taps('Şimdi yazma')
  await zeynep.writes('Bu da')
  ayse.doesNotSee('Bu da')
  expect(await zeynep.presses(layBy)).toContain('zaten')
})

test('a reply to a broadcast comes with its first line, and the card of the broadcast counts it', async () => {
  const { zeynep, carlos, activityId } = await begins(['tr', 'tr', 'tr'])
  await zeynep.writes('/broadcast')
  await zeynep.writes('Otobüs 20:30’da kalkıyor\nLütfen geç kalmayınız')
  await zeynep.taps('Barselona')
  await zeynep.taps('Tamam (3 kişi)')
  await zeynep.taps('📣 Gönder')
  await at('10:01:00')
  await replies(carlos, 'Otobüs 20:30', '¿Desde el hotel?')
  const card = zeynep.shown('¿Desde el hotel?').text ?? ''
  expect(card).toContain('Konu: Otobüs 20:30’da kalkıyor')
  expect(card).not.toContain('Lütfen geç')
  const broadcast = await newestBroadcast(world)
  const rows = await world.house.database.query<{ activity: number; replied: number }>(
    `select (select activity_id::int from threads) as activity,
       (select count(*)::int from broadcast_recipients where broadcast_id = $1 and replied_at is not null) as replied`,
    [broadcast?.['id']],
  )
  expect(rows).toEqual([{ activity: activityId, replied: 1 }])
  await replies(zeynep, '¿Desde el hotel?', 'Sí')
  expect(carlos.last).toContain('Zeynep yazdı')
})

test('the inbox lists who waits, the longest first; laid by without an answer', async () => {
  const { zeynep, ayse, carlos } = await begins()
  await zeynep.writes('/desk')
  await zeynep.taps('📥 Gelen kutusu')
  zeynep.sees('Yanıt bekleyen kimse yok')
  await ayse.writes('Birinci')
  await at('12:10')
  await carlos.writes('Segunda')
  await zeynep.writes('/desk')
  await zeynep.taps('📥 Gelen kutusu')
  expect(zeynep.last).toContain('2 kişi yanıt bekliyor')
  expect(zeynep.last.indexOf('Birinci')).toBeLessThan(zeynep.last.indexOf('Segunda'))
  expect(zeynep.last).toContain('2 saattir')
  await zeynep.taps('1. Yolcu Arslan')
  await zeynep.taps('Yanıtsız kapat')
  await zeynep.writes('/desk')
  await zeynep.taps('📥 Gelen kutusu')
  expect(zeynep.last).toContain('1 kişi yanıt bekliyor')
  expect(count(zeynep, 'Yanıtsız kapatıldı (Zeynep)')).toBe(1)
  ayse.doesNotSee('kapatıldı')
})

test('whoever has blocked the bot is named with their number', async () => {
  const { zeynep, ayse } = await begins()
  await ayse.writes('Neredesiniz?')
  await ayse.does((phone) => phone.block())
  await replies(zeynep, 'Neredesiniz', 'Lobide')
  expect(zeynep.last).toContain('ulaşılamıyor')
  expect(zeynep.last).toContain('+90 532 111 22 33')
  expect(zeynep.shown('Neredesiniz').text).not.toContain('✅')
})

test('a photo is asked about first: an identity document is deleted, anything else is passed on', async () => {
  const { zeynep, ayse } = await begins()
  await ayse.does((phone) => phone.sendFile({ ...photo, albumOf: 3, caption: 'pasaport' }))
  expect(count(ayse, 'kimlik belgesi mi')).toBe(1)
  zeynep.doesNotSee('Yolcu Arslan')
  const yes = ayse.holds('Evet, silinsin')
  await ayse.presses(yes)
  expect(ayse.phone.state().messages.filter((one) => one.photo)).toEqual([])
  ayse.sees('Bu sohbetten silindi')
  expect(await ayse.presses(yes)).toContain('kapanmış')
  expect(await world.house.database.query('select * from letters', [])).toEqual([])

  await ayse.does((phone) => phone.sendFile({ ...photo, albumOf: 3, caption: 'bavulum' }))
  const no = ayse.holds('Hayır, iletilsin')
  await ayse.presses(no)
  await ayse.presses(no)
  zeynep.sees('🖼 Fotoğraf')
  const copies = zeynep.phone.state().messages.filter((one) => one.photo)
  expect(copies).toHaveLength(3)
  expect(new Set(copies.map(({ album }) => album)).size).toBe(1)
  expect(count(zeynep, 'Yolcu Arslan')).toBe(1)
})

test('voices, places and cards go both ways; an album of the coordinator comes as one', async () => {
  const { zeynep, ayse } = await begins()
  await ayse.does((phone) => phone.sendFile(voice))
  await ayse.does((phone) => phone.shareLocation({ latitude: 41, longitude: 2 }))
  await ayse.does((phone) => phone.shareContact({}))
  await ayse.does((phone) => phone.sendSticker({ emoji: '👍' }))
  const had = zeynep.phone.state().messages
  expect(had.some((one) => one.voice && one.from === 'bot')).toBe(true)
  expect(had.some((one) => one.location && one.from === 'bot')).toBe(true)
  expect(had.some((one) => one.contact && one.from === 'bot')).toBe(true)
  expect(had.some((one) => one.sticker && one.from === 'bot')).toBe(true)
  await zeynep.taps('✍️ Yanıtla')
  await zeynep.does((phone) => phone.sendFile({ ...photo, albumOf: 3 }))
  await at('10:01')
  const copies = ayse.phone.state().messages.filter((one) => one.photo && one.from === 'bot')
  expect(copies).toHaveLength(3)
  expect(new Set(copies.map(({ album }) => album)).size).toBe(1)
  expect(count(ayse, 'Zeynep yazdı')).toBe(1)
})

test('a change on one side changes the copy on the other, with a mark', async () => {
  const { zeynep, ayse } = await begins()
  await ayse.writes('Oda 204')
  const mine = ayse.phone.state().messages.findLast(({ text }) => text === 'Oda 204')
  await ayse.does((phone) => phone.edit({ messageId: mine?.id ?? 0, text: 'Oda 402' }))
  expect(zeynep.shown('Oda 402').text).toContain('✎ gönderen sonradan değiştirdi')
  zeynep.doesNotSee('Oda 204')
  ayse.doesNotSee('ilk yazdığınız gibi')
  await replies(zeynep, 'Oda 402', 'Saat 9')
  const hers = zeynep.phone.state().messages.findLast(({ text }) => text === 'Saat 9')
  await zeynep.does((phone) => phone.edit({ messageId: hers?.id ?? 0, text: 'Saat 10' }))
  expect(ayse.shown('Saat 10').text).toContain('düzeltildi')
  ayse.doesNotSee('Saat 9')
})

test('long words come whole below the card', async () => {
  const { zeynep, ayse } = await begins()
  const long = `Başlangıç ${'uzun '.repeat(790)}son.`
  await ayse.writes(long)
  expect(zeynep.shown('Yolcu Arslan').text?.length).toBeLessThan(1000)
  expect(zeynep.phone.state().messages.some(({ text }) => text === long)).toBe(true)
})

/** The sheet `team`, with one who is on duty the whole time. */
async function putsOnDuty(phone: string): Promise<void> {
  const [activity] = await world.house.database.query<{ id: number }>('select id::int from activities', [])
  await world.house.rooms.activities.store.saveSheet(activity?.id ?? 0, 'team', [
    { row: 3, name: 'Zeynep', role: null, phone, languages: [], onDutyFrom: null, onDutyTo: null, bus: null },
  ])
}

test('half an hour without an answer on a travel day: the next one, once each, also at night', async () => {
  const { zeynep, ayse } = await begins(['tr', 'tr', 'tr'], {
    now: '2026-12-10T22:00:00+01:00[Europe/Madrid]',
  })
  await zeynep.writes('/privacy')
  await zeynep.taps('Verilerimi düzelt')
  await zeynep.taps('Telefon')
  await zeynep.writes('0532 000 00 01')
  await putsOnDuty('+905320000001')
  const deniz = await world.coordinator('Deniz Ak', 'en')
  const elif = await world.coordinator('Elif Su', 'tr')
  await ayse.writes('Otobüs gelmedi')
  zeynep.sees('Otobüs gelmedi')
  deniz.doesNotSee('Otobüs gelmedi')
  await at('22:31')
  deniz.sees('Nobody has answered for 30 minutes')
  elif.doesNotSee('Otobüs gelmedi')
  await at('23:02')
  elif.sees('Otobüs gelmedi')
  await at('23:50')
  expect([zeynep, deniz, elif].map((person) => count(person, 'Otobüs gelmedi'))).toEqual([1, 1, 1])
  await replies(elif, 'Otobüs gelmedi', 'Geliyor')
  deniz.sees('✅ Elif answered')
})

test('the next one hears of it also where an older letter of the same person still waits with them', async () => {
  const { zeynep, ayse } = await begins(['tr', 'tr', 'tr'], {
    now: '2026-12-10T22:00:00+01:00[Europe/Madrid]',
  })
  const deniz = await world.coordinator('Deniz Ak', 'en')
  await ayse.writes('Akşam yemeği kaçta?')
  deniz.sees('Akşam yemeği')
  await zeynep.writes('/privacy')
  await zeynep.taps('Verilerimi düzelt')
  await zeynep.taps('Telefon')
  await zeynep.writes('0532 000 00 01')
  await putsOnDuty('+905320000001')
  await ayse.writes('Otobüs gelmedi')
  deniz.doesNotSee('Otobüs gelmedi')
  await at('22:31')
  deniz.sees('Otobüs gelmedi')
  expect(count(deniz, 'Akşam yemeği')).toBe(1)
})

test('before the trip whoever waits stands in the digest of the morning', async () => {
  const { zeynep, ayse } = await begins(['tr', 'tr', 'tr'], {
    now: '2026-12-01T22:00:00+01:00[Europe/Madrid]',
  })
  await ayse.writes('Ne giymeliyim?')
  expect(zeynep.shown('Ne giymeliyim').silent).toBe(true)
  await at('23:30', '01')
  expect(count(zeynep, 'Ne giymeliyim')).toBe(1)
  await at('09:00', '02')
  zeynep.sees('yanıt bekleyen 1 kişi')
})

test('whoever has several trips ahead is asked which one, whoever is on one is not', async () => {
  const { zeynep, ayse } = await begins(['tr', 'tr', 'tr'], {
    now: '2026-12-01T10:00:00+01:00[Europe/Madrid]',
  })
  const other = await delegation(world, {
    code: 'LYON27',
    title: { tr: 'Lyon Heyeti' },
    startsOn: Temporal.PlainDate.from('2027-02-01'),
    endsOn: Temporal.PlainDate.from('2027-02-03'),
  })
  await world.house.database.query(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
     select $1, person_id, 'approved', 77, now(), now(), now() from accounts where user_id = $2`,
    [other.id, ayse.id],
  )
  await ayse.writes('Vize gerekiyor mu?')
  await ayse.writes('Bir de sigorta?')
  zeynep.doesNotSee('Vize')
  const lyon = ayse.holds('Lyon Heyeti')
  await ayse.presses(lyon)
  expect(await ayse.presses(lyon)).toContain('kapanmış')
  expect(zeynep.shown('Vize').text).toContain('Lyon Heyeti')
  expect(count(zeynep, 'Vize')).toBe(1)
  expect(count(zeynep, 'sigorta')).toBe(1)
  await ayse.writes('Teşekkürler')
  expect(zeynep.shown('Teşekkürler').text).toContain('Lyon Heyeti')
})

describe('what is surely known is answered at once', () => {
  const faq = (activityId: number) =>
    world.house.database.query(
      `insert into activity_sheets (activity_id, sheet, rows) values ($1, 'faq', $2::jsonb)`,
      [
        activityId,
        JSON.stringify([
          {
            row: 3,
            question: { tr: 'Hangi priz kullanılıyor?', es: '¿Qué enchufe se usa?' },
            answer: { tr: 'F tipi <Türkiye gibi>.', es: 'Tipo F.' },
            keywords: { tr: 'priz, adaptör', es: 'enchufe' },
          },
        ]),
      ],
    )

  test('from the questions of the activity, in one’s own language; “not what I meant” leads to a person', async () => {
    const { zeynep, ayse, carlos, activityId } = await begins()
    await faq(activityId)
    await carlos.writes('¿Qué enchufe se usa?')
    expect(carlos.last).toContain('Tipo F.')
    await ayse.writes('Hangi priz kullanılıyor?')
    expect(ayse.last).toContain('F tipi <Türkiye gibi>.')
    zeynep.doesNotSee('priz')
    const notMeant = ayse.holds('Sorum bu değildi')
    expect(await carlos.presses(notMeant)).toContain('resuelto')
    await ayse.presses(notMeant)
    await ayse.presses(notMeant)
    expect(count(zeynep, 'Hangi priz')).toBe(1)
    expect(zeynep.shown('Hangi priz').text).toContain('Verdiğim yanıt')
    expect(zeynep.shown('Hangi priz').text).toContain('F tipi <Türkiye gibi>.')
    await ayse.writes('Prizim bozuldu!')
    zeynep.sees('Prizim bozuldu!')
  })

  test('from one’s own programme, and only what it says', async () => {
    const { zeynep, ayse, carlos, activityId } = await begins(['tr', 'tr', 'es'], {
      now: '2026-12-10T08:00:00+03:00[Europe/Istanbul]',
    })
    await publishBarcelona(world, activityId)
    await ayse.writes('Otobüs kaçta kalkıyor?')
    expect(ayse.last).toMatch(/\d\d:\d\d/)
    expect(ayse.buttons).toContain('Sorum bu değildi')
    await carlos.writes('¿Qué hay mañana?')
    expect(carlos.last).toContain('11 de diciembre')
    zeynep.doesNotSee('kalkıyor')
    // Nobody has said where they sleep.
    await ayse.writes('Otel nerede?')
    zeynep.sees('Otel nerede?')
  })
})

test('erased: nothing of what they wrote is left', async () => {
  const { zeynep, ayse } = await begins()
  await ayse.writes('Gizli söz')
  await replies(zeynep, 'Gizli söz', 'Yanıt')
  const { database, rooms } = world.house
  const [row] = await database.query<{ id: number }>(
    'select person_id::int as id from accounts where user_id = $1',
    [ayse.id],
  )
  expect(JSON.stringify(await database.query('select * from letters', []))).not.toContain('Gizli')
  await database.transaction(() => rooms.correspondence.personalData.erase(row?.id ?? 0))
  expect(await database.query('select 1 from letters union all select 1 from threads', [])).toEqual([])
  expect(await database.query('select 1 from letter_messages', [])).toEqual([])
})
