import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { languages } from '../../src/shared/localized-text.ts'
import { applies, begins } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { phrases } from '../support/phrases.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world, { details: { partners: ['Cambra de Comerç'] } })
  await firm(world)
})
afterEach(() => world.close())

async function owner(name: string): Promise<Person> {
  const somebody = world.person(name)
  const { giving } = world.house.rooms.people
  await somebody.starts(`c_${await world.house.database.transaction(() => giving.invite('owner', null))}`)
  return somebody
}

async function opensController(somebody: Person): Promise<void> {
  await somebody.writes('/desk')
  await somebody.taps('veri sorumlusu')
}

/** Tells everything the notice needs. */
async function tellsAll(somebody: Person): Promise<void> {
  await opensController(somebody)
  await somebody.writes('tr: Eskişehir Sanayi Odası\nen: Eskişehir Chamber of Industry')
  await somebody.writes('Organize Sanayi Bölgesi, Eskişehir')
  await somebody.writes('kvkk@eso.example')
}

const versions = async () =>
  (
    await world.house.database.sql<
      { version: string; language: string }[]
    >`select version, language from notices_read order by id`
  ).map(({ version, language }) => `${version} ${language}`)

describe('the notice', () => {
  test('names controller, contact, and the countries of the activity, in each language', async () => {
    await tellsAll(await owner('Zeynep Kaya'))
    const told = {
      tr: ['Eskişehir Sanayi Odası, Organize', 'Türkiye', 'İspanya', 'Telegram Messenger Inc.'],
      en: ['Eskişehir Chamber of Industry, Organize', 'Türkiye', 'Spain', 'British Virgin Islands'],
      es: ['Eskişehir Chamber of Industry, Organize', 'Turquía', 'España', 'Islas Vírgenes Británicas'],
      fr: ['Eskişehir Chamber of Industry, Organize', 'Turquie', 'Espagne', 'Îles Vierges britanniques'],
    }
    for (const language of languages) {
      const person = world.person('Kim Park', language)
      await begins(person, { language })
      for (const words of [...told[language], 'kvkk@eso.example', 'Cambra de Comerç'])
        expect(person.last).toContain(words)
      expect(person.last).not.toMatch(/France|Fransa|Francia|\{\{/)
    }
  })

  test('says what is known while nobody has told more, and coordinators see what is missing', async () => {
    const can = await world.coordinator('Can Demir')
    await can.writes('/desk')
    expect(can.last).toContain('veri sorumlusu ve iletişim adresi henüz yazmıyor')
    const ayse = world.person('Ayşe Yılmaz')
    await begins(ayse)
    expect(ayse.last).toContain('@heyet_bot')
    expect(ayse.last).not.toContain('oordinatörünüze yaz')

    await tellsAll(await owner('Zeynep Kaya'))
    await can.writes('/desk')
    expect(can.last).not.toContain('henüz yazmıyor')
    await ayse.writes('/privacy')
    await ayse.taps('Aydınlatma metni')
    ayse.sees('kvkk@eso.example')
  })

  test('that has changed is another version, shown again at the next application', async () => {
    const zeynep = await owner('Zeynep Kaya')
    await tellsAll(zeynep)
    const ayse = world.person('Ayşe Yılmaz')
    await applies(ayse)
    await delegation(world, { code: 'BCN27', details: { partners: ['Cambra de Comerç'] } })
    await delegation(world, { code: 'BCN28', details: { partners: ['Cambra de Comerç'] } })
    await begins(ayse, { code: 'BCN27' })
    expect(ayse.last).not.toContain('Aydınlatma metni')

    await zeynep.taps('✎ E-posta')
    await zeynep.writes('veri@eso.example')
    await begins(ayse, { code: 'BCN28' })
    expect(ayse.last).toContain('veri@eso.example')
    await ayse.taps('Okudum')
    const [first, second] = await versions()
    expect(first).toMatch(/^2026-12\.[0-9a-f]{8} tr$/)
    expect(second).toMatch(/^2026-12\.[0-9a-f]{8} tr$/)
    expect(second).not.toBe(first)
  })

  test('in other words than somebody has read is put before what they come for, until they tap it, in their language', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    await applies(ayse)
    await ayse.writes('/trips')
    expect(ayse.texts.join()).not.toContain('metni değişti')
    // As if a lawyer had changed the file since.
    const { sql } = world.house.database
    await sql`update notices_read set version = '2025-01.00000000', read_at = '2025-01-01'`
    await world.deploys()
    await ayse.writes('/trips')
    const told = () => ayse.phone.state().messages.filter(({ text = '' }) => text.includes('metni değişti'))
    expect(told()).toHaveLength(1)
    expect(ayse.last).not.toContain('metni değişti')
    await ayse.writes('/itinerary')
    expect(told()).toHaveLength(1)
    await ayse.presses(ayse.holds('Okudum'))
    expect(ayse.texts.join()).toContain('Teşekkür ederiz. Metin her zaman')
    expect((await versions()).at(-1)).toMatch(/^2026-12\.[0-9a-f]{8} tr$/)
    await ayse.writes('/trips')
    expect(told()).toHaveLength(0)
  })

  test('that changes while it is being read is shown anew instead of being taken as read', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    await begins(ayse)
    await tellsAll(await owner('Zeynep Kaya'))
    await ayse.taps(phrases.tr.read)
    expect(await versions()).toEqual([])
    expect(ayse.last).toContain('kvkk@eso.example')
    await ayse.taps(phrases.tr.read)
    expect(await versions()).toHaveLength(1)
    expect(ayse.last).toContain('Hangi firma adına')
  })
})

describe('the controller', () => {
  test('is told step by step, survives a deploy, refuses what cannot be, and is left with one tap', async () => {
    const zeynep = await owner('Zeynep Kaya')
    await opensController(zeynep)
    await zeynep.writes('Eskişehir Sanayi Odası')
    await world.deploys()
    await zeynep.writes('10000000146')
    zeynep.sees('kimlik numarası')
    await zeynep.writes('Organize Sanayi Bölgesi, Eskişehir')
    await zeynep.writes('kvkk')
    zeynep.sees('e-posta adresine benzemiyor')
    await zeynep.writes('kvkk@eso.example')
    expect(zeynep.last).toContain('Ad: Eskişehir Sanayi Odası (tr)')
    await zeynep.taps('✎ Telefon')
    await zeynep.writes('0222 236 03 60')
    expect(zeynep.last).toContain('Telefon: +90 222 236 03 60')
    await zeynep.taps('✎ Ad')
    await zeynep.taps('Vazgeç')
    await zeynep.writes('Bu bir soru')
    expect(zeynep.last).toContain('anlayamadım')
    expect(await world.house.rooms.people.controllers.read()).toMatchObject({
      name: { tr: 'Eskişehir Sanayi Odası' },
      contactPhone: '+902222360360',
    })
  })

  test('is told by owners only, also with a button that came from one', async () => {
    const zeynep = await owner('Zeynep Kaya')
    await zeynep.writes('/desk')
    const open = zeynep.holds('veri sorumlusu')
    const can = await world.coordinator('Can Demir')
    for (const data of [open.data, 'p.controlled:name'])
      expect(await can.presses({ ...open, data })).toContain('sahip')
    await can.writes('Başka bir oda')
    expect(await world.house.rooms.people.controllers.read()).toBeUndefined()
  })
})
