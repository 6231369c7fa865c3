import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serviceFields } from '../../src/bot/receiving/service-messages.ts'
import { reaches } from '../support/applying.ts'
import { fieldsDescribedAs, hasBotApiSchema } from '../support/bot-api-schema.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  ayse = world.person('Ayşe Yılmaz')
})
afterEach(() => world.close())

const bytes = new Uint8Array([1, 2, 3])

describe('what nobody understands is answered, once, with a way on', () => {
  const notUnderstood: [what: string, act: (person: Person) => unknown, says: string][] = [
    ['words', ({ phone }) => phone.type({ text: 'Merhaba, nasılsınız?' }), 'anlayamadım'],
    [
      'words with a command in them',
      ({ phone }) => phone.type({ text: 'bakınız /trips' }),
      'Bu komutu bilmiyorum',
    ],
    ['an unknown command', ({ phone }) => phone.type({ text: '/uç' }), 'Bu komutu bilmiyorum'],
    ['another unknown command', ({ phone }) => phone.type({ text: '/fly now' }), 'Bu komutu bilmiyorum'],
    ['a sticker', ({ phone }) => phone.sendSticker({ emoji: '👍' }), 'Teşekkür ederim'],
    ['a place', ({ phone }) => phone.shareLocation({ latitude: 41, longitude: 2 }), 'Konumunuzu kaydetmedim'],
    ['a contact', ({ phone }) => phone.shareContact({}), 'kişi kartını kaydetmedim'],
    [
      'a voice message',
      ({ phone }) => phone.sendFile({ kind: 'voice', name: 'v.ogg', mimeType: 'audio/ogg', bytes }),
      'Sesli mesajları dinleyemiyorum',
    ],
    [
      'an album with words',
      ({ phone }) =>
        phone.sendFile({
          kind: 'photo',
          name: 'p.jpg',
          mimeType: 'image/jpeg',
          bytes,
          caption: 'a',
          albumOf: 5,
        }),
      'Bu dosyayı indirmedim',
    ],
    [
      'a document',
      ({ phone }) => phone.sendFile({ kind: 'document', name: 'p.pdf', mimeType: 'application/pdf', bytes }),
      'Bu dosyayı indirmedim',
    ],
  ]

  test('whatever it is', async () => {
    await ayse.starts()
    for (const [what, act, says] of notUnderstood) {
      const before = ayse.texts.length
      await ayse.does(() => act(ayse))
      expect([what, ayse.texts.length]).toEqual([what, before + 1])
      expect(ayse.last).toContain(says)
      await ayse.taps('Ana sayfa')
      expect(ayse.last).toContain('Sayın Ayşe')
    }
  })

  test('a message that was edited: said once, without a sound, and not an answer', async () => {
    await delegation(world)
    await firm(world)
    await reaches(ayse, 'position')
    await ayse.writes('Müdür')
    const mine = ayse.phone.state().messages.findLast(({ text }) => text === 'Müdür')
    await ayse.does((phone) => phone.edit({ messageId: mine?.id ?? 0, text: 'Genel müdür' }))
    expect(ayse.texts.at(-2)).toContain('yanıtınız ilk yazdığınız gibi kaldı')
    expect(ayse.last).toContain('Cep telefonunuz?')
    await ayse.writes('0532 123 45 67')
    expect(ayse.last).toContain('E-posta adresiniz?')
  })

  test('a reply to an old message is the answer to the open question', async () => {
    await delegation(world)
    await firm(world)
    await reaches(ayse, 'position')
    const old = ayse.shown('Hangi firma adına')
    await ayse.does((phone) => phone.type({ text: 'Müdür', replyTo: old.id }))
    expect(ayse.last).toContain('Cep telefonunuz?')
  })
})

describe('a link', () => {
  const nowhere = ['x'.repeat(64), 't_YOK99', 't_', 'c_nothing', 'f_nothing', 'z_something', 't_-_-_-']
  const byHand = ['💥 ', "t_' or 1=1 --", 't_BCN26 extra', 't_\u0000', `t_${'İ'.repeat(200)}`]

  test('that leads nowhere says so, tapped or typed by hand', async () => {
    await ayse.starts()
    for (const payload of [...nowhere, ...byHand]) {
      const before = ayse.texts.length
      if (nowhere.includes(payload)) await ayse.starts(payload)
      else await ayse.writes(`/start ${payload}`)
      const said = ayse.texts.slice(before).join()
      expect([payload, said]).toEqual([
        payload,
        expect.stringMatching(/Bu bağlantı geçersiz|Bu faaliyeti bulamadım/) as string,
      ])
    }
  })

  test.each([
    ['closed', { state: 'closed' }, 'Başvurular kapalı'],
    ['cancelled', { state: 'cancelled' }, 'İptal edildi'],
  ] as const)('to an activity that is %s says so', async (_what, changes, says) => {
    await delegation(world, changes)
    await ayse.starts('t_BCN26')
    expect(ayse.last).toContain(says)
    expect(ayse.buttons.join()).not.toContain('Başvur,')
    await ayse.taps('Tüm faaliyetler')
    expect(ayse.last).toContain('Şu anda başvuruya açık bir faaliyet yok')
  })

  test('whose deadline passes before the last tap: said then, and the draft is kept', async () => {
    await delegation(world)
    await firm(world)
    await reaches(ayse)
    await world.clockShows('2026-11-20T18:01[Europe/Istanbul]')
    await ayse.taps('Başvuruyu gönder')
    expect(ayse.last).toContain('başvuru süresi doldu')
    expect(await world.house.database.sql`select state from applications`).toMatchObject([{ state: 'draft' }])
  })
})

describe('what Telegram itself reports', () => {
  test.for([
    { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
    { boost_added: { boost_count: 1 } },
    { delete_chat_photo: true as const },
  ])('%o is no word of anybody: silence', async (report) => {
    await ayse.starts()
    const before = ayse.texts.length
    await ayse.does(() => world.telegram.report(ayse.id, report))
    expect(ayse.texts).toHaveLength(before)
  })

  test('it is no answer to an open question either', async () => {
    await delegation(world)
    await firm(world)
    await reaches(ayse, 'position')
    const before = [...ayse.texts]
    await ayse.does(() =>
      world.telegram.report(ayse.id, { message_auto_delete_timer_changed: { message_auto_delete_time: 0 } }),
    )
    expect(ayse.texts).toEqual(before)
    await ayse.writes('İhracat müdürü')
    expect(ayse.last).toContain('telefon')
  })

  test.runIf(hasBotApiSchema)(
    'of all that the Bot API calls so, only what a person hands over is answered',
    () => {
      const reports = fieldsDescribedAs('Message', /^(\*Optional\*\. )?Service message/)
      const known: readonly string[] = serviceFields
      expect(reports.filter((field) => !known.includes(field)).sort()).toEqual([
        'chat_shared',
        'users_shared',
        'web_app_data',
      ])
    },
  )
})
