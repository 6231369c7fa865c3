import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '../../src/shared/localized-text.ts'
import { reaches, steps, stepsWithNewFirm, type Step } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { phrases } from '../support/phrases.ts'
import { tablesWith } from '../support/search-database.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  await delegation(world, { description: {} })
  await firm(world)
  ayse = world.person('Ayşe Yılmaz')
})
afterEach(() => world.close())

const asked = (step: string, of: readonly Step[] = steps, language: Language = 'tr') =>
  of.find(({ name }) => name === step)?.asks[language] ?? '?'

const stranger = { phoneNumber: '+905327654321', firstName: 'Kemal', userId: 77 }

/** What is sent, and a word of the sentence that comes back with the same question. */
const refused: [step: string, act: (person: Person) => Promise<void>, says: string][] = [
  ['notice', (person) => person.writes('hayır'), 'düğmelerden birine'],
  ['notice', (person) => person.writes('ne?'), 'evet veya hayır'],
  ['firm', (person) => person.writes('ç'), 'en az iki harf'],
  ['firmCountry', (person) => person.writes('Atlantis <b>'), '“Atlantis <b>”'],
  ['firmCity', (person) => person.writes('x'.repeat(61)), 'en çok 60'],
  ['firmCluster', (person) => person.writes('tekstil'), 'raylı sistemler, havacılık'],
  ['firmTax', (person) => person.writes('10000000146'), 'kimlik numarasıdır'],
  ['firmTax', (person) => person.writes('1234567891'), 'kontrol hanesi'],
  ['firmTax', (person) => person.writes('12345'), '10 haneli'],
  ['name', (person) => person.writes('Ayşe'), 'tek bir ad'],
  ['name', (person) => person.writes('12345'), 'bir ad göremedim'],
  ['name', (person) => person.writes('Ay '.repeat(200)), '120 karakterden uzun'],
  ['name', (person) => person.writes('ayşe yılmaz (ihracat)'), 'parantez içindekiler olmadan'],
  [
    'passport',
    (person) => person.writes('AYSE Y1LMAZ'),
    '“1” uygun değil. Pasaportunuza bakarak yazınız; örneğin: AYSE YILMAZ',
  ],
  ['passport', (person) => person.writes('АЙШЕ ЙЫЛМАЗ'), 'A-Z arası'],
  ['position', (person) => person.writes('…'), 'görevinizi'],
  ['position', (person) => person.writes('x'.repeat(81)), 'en çok 80'],
  ['phone', (person) => person.writes('0532 123'), 'rakamları kontrol ediniz'],
  [
    'phone',
    (person) => person.does((phone) => phone.shareContact({ contact: stranger })),
    'başka birine ait',
  ],
  ['email', (person) => person.writes('ayse@celik'), 'benzemiyor'],
  ['languages', (person) => person.writes('Klingonca'), 'tanımıyorum'],
  ['languages', (person) => person.writes('Bunu size sonra uzun uzun anlatırım'), 'dilleri okuyamadım'],
  ['interpreter', (person) => person.writes('belki'), 'evet veya hayır'],
  ['wishes', (person) => person.writes('x'.repeat(401)), 'en çok 400'],
]

describe('what cannot be an answer', () => {
  test('is refused kindly at each step, and the same question stands again', async () => {
    await reaches(ayse, 'notice')
    for (const step of stepsWithNewFirm) {
      for (const [name, act, says] of refused) {
        if (name !== step.name) continue
        await act(ayse)
        expect(ayse.last).toContain(says)
        expect(ayse.last).toContain(step.asks.tr)
      }
      await step.answer(ayse, phrases.tr)
    }
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
    await ayse.writes('gönder')
    expect(ayse.last).toContain('düğmelerden birine')
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
  })

  test('sticker, voice, photo, place and file: a word, and the question again, at each step', async () => {
    await reaches(ayse, 'notice')
    const bytes = new Uint8Array([1, 2, 3])
    const sends: ((person: Person) => Promise<void>)[] = [
      (person) => person.does((phone) => phone.sendSticker({ emoji: '👍' })),
      (person) =>
        person.does((phone) =>
          phone.sendFile({ kind: 'voice', name: 'v.ogg', mimeType: 'audio/ogg', bytes }),
        ),
      (person) =>
        person.does((phone) =>
          phone.sendFile({ kind: 'photo', name: 'p.jpg', mimeType: 'image/jpeg', bytes }),
        ),
      (person) =>
        person.does((phone) =>
          phone.sendFile({ kind: 'document', name: 'p.pdf', mimeType: 'application/pdf', bytes }),
        ),
      (person) => person.does((phone) => phone.shareLocation({ latitude: 41, longitude: 2 })),
    ]
    for (const [index, step] of steps.entries()) {
      const before = ayse.texts.length
      await sends[index % sends.length]?.(ayse)
      expect(ayse.texts.slice(before).join()).toMatch(/yazılı bir yanıt|kimlik belgesi mi/)
      expect(ayse.last).toContain(step.asks.tr)
      await step.answer(ayse, phrases.tr)
    }
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
  })

  test('an album is refused once', async () => {
    await reaches(ayse, 'position')
    const before = ayse.texts.length
    const bytes = new Uint8Array([1])
    await ayse.does((phone) =>
      phone.sendFile({ kind: 'photo', name: 'p.jpg', mimeType: 'image/jpeg', bytes, albumOf: 4 }),
    )
    expect(ayse.texts.length).toBe(before + 1)
    expect(ayse.last).toContain(asked('position'))
  })

  test('a contact that was forwarded is somebody else’s, even when it is one’s own card', async () => {
    const kemal = world.person('Kemal Er')
    await kemal.starts()
    await kemal.sharesOwnContact()
    await reaches(ayse, 'phone')
    const card = kemal.phone.state().messages.findLast(({ contact }) => contact)
    await ayse.does((phone) => phone.forward({ fromUserId: kemal.id, messageId: card?.id ?? 0 }))
    expect(ayse.last).toContain('başka birine ait')
    expect(ayse.last).toContain(asked('phone'))
  })

  test.each([
    ['es', 'Lucía Ferrer', 'no parece una dirección'],
    ['fr', 'Claire Martin', 'ne ressemble pas'],
    ['en', 'Grace Hopper', 'does not look like'],
  ] as const)('in %s too', async (language, name, says) => {
    const person = world.person(name, language)
    await reaches(person, 'email', { language })
    await person.writes('nada')
    expect(person.last).toContain(says)
    expect(person.last).toContain(asked('email', steps, language))
  })
})

test('an identity number is kept nowhere, wherever the firm is', async () => {
  await reaches(ayse, 'firmTax', { of: stepsWithNewFirm })
  await ayse.writes('10000000146')
  expect(await tablesWith(world, '10000000146')).toEqual([])

  const lucia = world.person('Lucía Ferrer', 'es')
  await reaches(lucia, 'firmCountry', { language: 'es', of: stepsWithNewFirm })
  await lucia.writes('España')
  await lucia.writes('Barcelona')
  await lucia.taps('Sistemas ferroviarios')
  await lucia.writes('100 000 001 46')
  expect(lucia.last).toContain('identidad')
  await lucia.writes('B-58818501')
  expect(lucia.last).toContain('¿Su nombre')
  for (const digits of ['10000000146', '100 000 001 46']) expect(await tablesWith(world, digits)).toEqual([])
})

test('a name of 120 characters with an emoji at the cut, direction marks and markup: shown as it was meant', async () => {
  await reaches(ayse, 'firm')
  await ayse.writes(`${'a'.repeat(119)}🚂🚂`)
  expect(ayse.last).toContain('bulamadım')
  await ayse.writes(`${'b'.repeat(39)}🚂 Ltd`)
  expect(ayse.last).toContain('bulamadım')
  await ayse.writes('  <i>Kaya</i>\n\u202e & Oğul\u0000 ')
  expect(ayse.last).toContain('“<i>Kaya</i> & Oğul”')
  await ayse.taps('Yeni firma: <i>Kaya</i> & Oğul')
  await ayse.taps('✔ <i>Kaya</i> & Oğul')
  expect(ayse.last).toContain('“<i>Kaya</i> & Oğul” hangi ülkede?')
})

test('a profile without Turkish letters: the name that is typed instead is taken as it is written', async () => {
  const person = world.person('Ayse Yilmaz')
  await reaches(person, 'name')
  await person.writes('Ayşe Yılmaz')
  await person.taps('✔ AYSE YILMAZ')
  await person.writes('İhracat müdürü')
  await person.sharesOwnContact()
  await person.writes('ayse@celik.com.tr')
  await person.writes('Türkçe, İngilizce')
  await person.writes('Hayır')
  await person.writes('atla')
  expect(person.last).toContain('Ad soyad: Ayşe Yılmaz')
})
