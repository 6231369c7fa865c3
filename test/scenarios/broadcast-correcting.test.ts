import { afterEach, describe, expect, test } from 'vitest'
import { armed, type Armed } from '../support/armed.ts'
import { onTheRoad } from '../support/broadcasts.ts'
import type { FileMedium } from '../../src/features/broadcasts/domain/content.ts'
import type { Person } from '../support/person.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

const texts = { tr: 'Otobüs <b>20:30</b>', es: 'Autocar <b>20:30</b>' }

/** A broadcast that three people have got, and its card in the hands of its author. */
async function sent({
  photos = 0,
  phones = 1,
  ...given
}: Partial<Armed> & { photos?: number; phones?: number } = {}) {
  const road = await onTheRoad()
  world = road.world
  const [ayse, berk, carlos] = road.people
  if (!ayse || !berk || !carlos) throw new Error('three people are on the road')
  if (phones > 1) await getsSecondPhone(ayse)
  const media = await photosOf(road.zeynep, photos)
  const [author] = await world.house.database.query<{ id: number }>(
    `select person_id::int as id from accounts where user_id = $1`,
    [road.zeynep.id],
  )
  const id = await armed(
    { ...world.house, clock: world.clock },
    { authorId: author?.id ?? 0, activityId: road.activityId, texts, media, priority: 'important', ...given },
  )
  await passes()
  return { ...road, ayse, berk, carlos, id }
}

/** Pictures under ids that Telegram knows. */
async function photosOf(zeynep: Person, count: number): Promise<FileMedium[]> {
  const known: FileMedium[] = []
  for (let nth = 0; nth < count; nth += 1) {
    await zeynep.does((phone) =>
      phone.sendFile({
        kind: 'photo',
        name: 'p.jpg',
        mimeType: 'image/jpeg',
        bytes: new Uint8Array([255, 216, 255, nth]),
      }),
    )
    const fileId = zeynep.phone.state().messages.findLast(({ from, photo }) => from !== 'bot' && photo)
      ?.photo?.fileId
    known.push({ kind: 'photo', fileId: fileId ?? '' })
  }
  return known
}

let secondPhone: Person
async function getsSecondPhone(somebody: Person): Promise<void> {
  secondPhone = world.person('Yolcu Arslan', 'tr')
  await secondPhone.starts()
  await world.house.database.query(
    `update accounts set person_id = (select person_id from accounts where user_id = $1) where user_id = $2`,
    [somebody.id, secondPhone.id],
  )
}

/** What is due is done. */
async function passes(): Promise<void> {
  await world.house.ticker.tick()
  await world.settle()
  await world.house.ticker.tick()
  await world.settle()
}

async function corrects(zeynep: Person, text: string): Promise<void> {
  await zeynep.taps('✏️ Herkeste düzelt')
  await zeynep.taps('✎ Türkçe')
  await zeynep.writes(text)
}

describe('correct everywhere', () => {
  test('each copy says something else, marked with the hour; its buttons stay, and nobody gets a new message', async () => {
    const { zeynep, ayse, carlos } = await sent()
    await ayse.taps('Gördüm')
    const count = ayse.texts.length
    await world.clockShows('2026-12-10T10:05:00+01:00[Europe/Madrid]')
    await corrects(zeynep, 'Otobüs 21:30')
    expect(zeynep.last).toContain('Otobüs 20:30')
    expect(zeynep.last).toContain('Gönderilmiş 2 mesaj değişecek.')
    await zeynep.taps('✅ Düzelt (2 kişi)')
    await passes()
    expect(ayse.last).toContain('Düzeltildi, 10:05 (Barselona)\n\nOtobüs 21:30')
    expect(ayse.texts).toHaveLength(count)
    expect(ayse.buttons).toContain('✅ Gördüm')
    expect(carlos.last).toMatch(/^Autocar 20:30/)
    expect(zeynep.last).toContain('✏️ Düzeltildi: 10:05 (Barselona)')
  })

  test('who reads another language than their own is named, and what it says is said once', async () => {
    const { zeynep, carlos } = await sent({ texts: { tr: 'Otobüs 20:30' }, fallback: 'tr' })
    await corrects(zeynep, 'Otobüs 21:30')
    expect(zeynep.last.match(/Otobüs 21:30/g)).toHaveLength(1)
    expect(zeynep.last).toContain('↪️ Español (1 kişi): Türkçe metin, belirtilerek')
    expect(zeynep.last).toContain('Gönderilmiş 3 mesaj değişecek.')
    await zeynep.taps('✅ Düzelt (3 kişi)')
    await passes()
    expect(carlos.last).toContain('Otobüs 21:30')
  })

  test('twice in a row the last one counts; who waits for the morning gets it without a mark', async () => {
    const { zeynep, ayse, berk } = await sent()
    await world.house.database.query(
      `update broadcast_recipients set state = 'quiet', not_before = '2026-12-10T12:00:00Z', message_id = null, sent_at = null
       where chat_id = $1`,
      [berk.id],
    )
    await corrects(zeynep, 'Otobüs 21:30')
    await zeynep.taps('✅ Düzelt (2 kişi)')
    await corrects(zeynep, 'Otobüs 22:30')
    await zeynep.taps('✅ Düzelt (2 kişi)')
    await passes()
    expect(ayse.last).toContain('Otobüs 22:30')
    await world.house.database.query(`update broadcasts set state = 'sending', fed_at = now()`, [])
    await world.clockShows('2026-12-10T14:00:00+01:00[Europe/Madrid]')
    expect(berk.last).toMatch(/^Otobüs 22:30/)
  })

  test('with a short message that rings, also on a second phone', async () => {
    const { zeynep, ayse, berk } = await sent({ phones: 2 })
    await corrects(zeynep, '{ad}, otobüs 21:30')
    await zeynep.taps('🔔 Kısa mesajla duyur')
    await zeynep.taps('👁 Önizleme')
    expect(zeynep.texts.join('\n')).toContain('Düzeltildi, 10:00 (Barselona)')
    await zeynep.taps('✅ Düzelt (2 kişi)')
    await passes()
    expect(secondPhone.shown('Düzeltildi, 10:00').text).toContain('Yolcu Arslan, otobüs 21:30')
    for (const one of [ayse, berk, secondPhone]) {
      one.doesNotSee('20:30')
      one.sees(
        `Bir mesaj düzeltildi. Doğrusu:\n${one === berk ? 'Yolcu Bulut' : 'Yolcu Arslan'}, otobüs 21:30`,
      )
      expect(one.texts.filter((text) => text.includes('Bir mesaj'))).toHaveLength(1)
    }
  })

  test('whoever has deleted it or is gone stands on the card by name', async () => {
    const { zeynep, ayse, berk, id } = await sent()
    const [row] = await world.house.database.query<{ message_id: number }>(
      'select message_id from broadcast_recipients where broadcast_id = $1 and chat_id = $2',
      [id, ayse.id],
    )
    world.telegram.world.messages.delete(ayse.id, row?.message_id ?? 0)
    await berk.does((phone) => phone.block())
    await corrects(zeynep, 'Otobüs 21:30')
    await zeynep.taps('✅ Düzelt (2 kişi)')
    await passes()
    expect(zeynep.last).toContain('⚠️ 2 kişide düzeltilemedi')
    await zeynep.taps('⚠️ Değiştirilemeyenler (2)')
    expect(zeynep.last).toContain('mesajı silmiş')
    expect(zeynep.last).toContain('botu engellemiş')
    expect(ayse.texts.filter((text) => text.includes('21:30'))).toEqual([])
  })

  test('under a picture it is the caption; too long for one it is refused', async () => {
    const { zeynep, ayse } = await sent({ photos: 1 })
    await corrects(zeynep, 'x'.repeat(1100))
    await zeynep.taps('✅ Düzelt (2 kişi)')
    expect(zeynep.notes.at(-1)).toContain('resmin altında')
    await zeynep.taps('✎ Türkçe')
    await zeynep.writes('Otobüs 21:30')
    await zeynep.taps('✅ Düzelt (2 kişi)')
    await passes()
    expect(ayse.last).toContain('Otobüs 21:30')
  })

  test('what is too long for one message is refused with its number, and its preview too', async () => {
    const { zeynep, ayse } = await sent()
    await corrects(zeynep, 'x'.repeat(4000))
    for (const key of ['Önizle', '✅ Düzelt (2 kişi)']) {
      await zeynep.taps(key)
      expect(zeynep.notes.at(-1)).toContain('Metin 4.000 karakter; en çok 3.')
    }
    await passes()
    expect(ayse.last).not.toContain('xxx')
    expect(world.telegram.calls().filter(({ description }) => description?.includes('too long'))).toEqual([])
  })

  test('only who coordinates it may, nothing changed is refused, an old button does nothing', async () => {
    const { zeynep, berk } = await sent()
    const key = zeynep.holds('✏️ Herkeste düzelt')
    expect(await berk.presses(key)).toContain('koordinatör')
    await corrects(zeynep, 'Otobüs 21:30')
    const make = zeynep.holds('✅ Düzelt (2 kişi)')
    await zeynep.presses(make)
    expect(await zeynep.presses(make)).toBeDefined()
    await passes()
    const made = await world.house.database.query(
      'select 1 from broadcast_corrections where made_at is not null',
      [],
    )
    expect(made).toHaveLength(1)
  })
})

describe('withdrawn', () => {
  test('asked once with the number, it goes from every phone; its buttons say so', async () => {
    const { zeynep, ayse, berk } = await sent({
      photos: 2,
    })
    const seen = ayse.holds('Gördüm')
    await zeynep.taps('🗑 Geri çek')
    expect(zeynep.last).toContain('3 kişinin telefonundan')
    await zeynep.taps('🗑 Evet, geri çek (3 kişi)')
    expect(await ayse.presses(seen)).toContain('geri çekildi')
    await passes()
    ayse.doesNotSee('20:30')
    expect(ayse.phone.state().messages.filter(({ photo }) => photo)).toEqual([])
    berk.doesNotSee('20:30')
    expect(zeynep.last).toContain('🗑 Geri çekildi')
    expect(zeynep.buttons.join()).not.toContain('Herkeste düzelt')
  })

  test('what is older than 48 hours says that it is withdrawn; who cannot be reached is named', async () => {
    const { zeynep, ayse, berk, carlos } = await sent()
    await world.house.database.query(
      `update broadcast_recipients set sent_at = sent_at - interval '3 days' where chat_id = $1`,
      [ayse.id],
    )
    await berk.does((phone) => phone.block())
    await zeynep.taps('🗑 Geri çek')
    await zeynep.taps('🗑 Evet, geri çek (3 kişi)')
    await passes()
    await passes()
    expect(ayse.last).toContain('Bu mesaj geri çekildi; lütfen dikkate almayınız.')
    carlos.doesNotSee('20:30')
    expect(zeynep.last).toContain('⚠️ 1 kişide geri çekilemedi')
    await zeynep.taps('⚠️ Değiştirilemeyenler (1)')
    expect(zeynep.last).toContain('Yolcu Bulut')
  })

  test('after 48 hours it is not offered', async () => {
    const { zeynep } = await sent()
    const key = zeynep.holds('🗑 Geri çek')
    await world.clockShows('2026-12-13T10:00:00+01:00[Europe/Madrid]')
    expect(await zeynep.presses(key)).toContain('48 saat')
  })
})
