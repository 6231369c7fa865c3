import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { foreignSentences } from '../support/foreign-words.ts'
import type { Person } from '../support/person.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world, { description: {} })
  await firm(world)
})
afterEach(() => world.close())

const accountOf = async ({ id }: Person) => {
  const [row] = await world.house.database.sql<
    { language: string; is_reachable: boolean; first_name: string }[]
  >`select language, is_reachable, first_name from accounts where user_id = ${id}`
  return row
}

const callsTo = ({ id }: Person) =>
  world.calls.filter(({ payload }) => Number(payload['chat_id']) === id).length

describe('the language of the first word', () => {
  test('is the phone’s, else English; the chamber’s where the phone says nothing', async () => {
    for (const [phone, language] of phones) {
      const person = world.person('Kim Park', null)
      person.phone.setLanguage({ languageCode: phone })
      await person.starts()
      expect([phone, (await accountOf(person))?.language]).toEqual([phone, language])
      expect(foreignSentences(world.shownTo(person), language)).toEqual([])
      expect(person.buttons.join()).toMatch(/Türkçe.*English.*Español.*Français/)
    }
  })

  const phones = [
    ['tr', 'tr'],
    ['en-GB', 'en'],
    ['es', 'es'],
    ['fr-CA', 'fr'],
    ['de', 'en'],
    [null, 'tr'],
  ] as const

  test('follows the phone until somebody chooses, and then stays', async () => {
    const person = world.person('Kim Park', 'en')
    await person.starts()
    person.phone.setLanguage({ languageCode: 'fr' })
    await person.starts()
    expect(person.last).toContain('Bonjour')
    await person.taps('Español')
    person.phone.setLanguage({ languageCode: 'tr' })
    await person.starts()
    expect(person.last).toContain('Hola')
    expect(person.buttons.filter((label) => label.includes('Français'))).not.toHaveLength(0)
  })
})

describe('the menu of commands', () => {
  const menuOf = ({ phone }: Person) => phone.state().commands.find(({ command }) => command === 'help')
  const reads = (person: Person, help: string) =>
    until(`the menu of ${person.name} says ${help}`, () => menuOf(person)?.description === help)

  test('speaks as the bot does, where the phone speaks none of the four languages', async () => {
    const person = world.person('Kim Park', null)
    person.phone.setLanguage({ languageCode: 'de' })
    await person.starts()
    await reads(person, 'Help')
  })

  test('follows whoever chooses another language than their phone’s, before and after they have applied', async () => {
    const person = world.person('Kim Park', 'en')
    await person.starts()
    await person.taps('Español')
    await reads(person, 'Ayuda')
    const ayse = world.person('Ayşe Yılmaz')
    await ayse.starts()
    await applies(ayse)
    await ayse.writes('/language')
    await ayse.taps('Français')
    await reads(ayse, 'Aide')
    expect(ayse.phone.state().commands.some(({ command }) => command === 'desk')).toBe(false)
  })
})

describe('the very first message', () => {
  const offersLanguages = (person: Person) =>
    expect(person.buttons.join()).toMatch(/Türkçe,English,Español,Français/)

  test('offers the languages whatever somebody came by, and only that one does', async () => {
    const carlos = world.person('Carlos García', 'es')
    await carlos.starts('t_BCN26')
    offersLanguages(carlos)
    expect(carlos.last).toContain('Misión ferroviaria')
    await carlos.starts('t_BCN26')
    expect(carlos.buttons.filter((label) => label === 'Français')).toHaveLength(1)

    for (const payload of [undefined, 't_unknown', 'c_unknown', 'f_unknown']) {
      const person = world.person('Kim Park', 'fr')
      await person.starts(payload)
      offersLanguages(person)
      expect(foreignSentences(world.shownTo(person), 'fr')).toEqual([])
    }
  })

  test('another language opens again what they came by', async () => {
    const claire = world.person('Claire Martin', 'en')
    await claire.starts('t_BCN26')
    expect(claire.last).toContain('Barcelona rail delegation')
    await claire.taps('Français')
    expect(claire.last).toContain('Mission ferroviaire')
    expect(foreignSentences([claire.last], 'fr')).toEqual([])

    const emma = world.person('Emma Wilson', 'en')
    await emma.starts('q_unknown')
    await emma.taps('Français')
    emma.sees('Je ne trouve pas ce questionnaire')
    expect(emma.last).toContain('Bonjour')
    expect((await accountOf(emma))?.language).toBe('fr')
  })

  test('another language half-way shows the open question again', async () => {
    const claire = world.person('Claire Martin', 'en')
    await claire.starts('t_BCN26')
    const french = claire.holds('Français')
    await claire.taps('✍️ Apply')
    await claire.presses(french)
    expect(claire.buttons).toContain('J’ai lu la notice')
  })
})

describe('a name', () => {
  test('of any kind is greeted, and asked for or confirmed', async () => {
    for (const [name, says] of [
      ['Madonna', 'yazınız, örneğin'],
      ['🚂🚂', 'yazınız, örneğin'],
      ['محمد علي', 'Doğruysa düğmeye dokununuz'],
      ['<b>Ay</b> & Şe', 'Adınız ve soyadınız'],
    ] as const) {
      const person = world.person(name)
      await person.starts()
      expect(person.last).toMatch(/^(Merhaba|Sayın)/)
      await reaches(person, 'name')
      expect(person.last).toContain(says)
      await person.writes('Mehmet Ali Çelik')
      expect(person.buttons).toContain('✔ MEHMET ALI CELIK')
    }
  })

  test('is said as a letter says it; without one in it there is a greeting without a name', async () => {
    for (const [name, language, greeting] of [
      ['Ayşe Yılmaz', 'tr', 'Sayın Ayşe Yılmaz,'],
      ['Emma Wilson', 'en', 'Hello Emma,'],
      ['Lucía Ferrer', 'es', 'Hola, Lucía:'],
      ['Claire Martin', 'fr', 'Bonjour Claire Martin,'],
      ['👋', 'tr', 'Merhaba,'],
      ['\u3164', 'en', 'Hello,'],
      ['\u200b\u2800', 'es', 'Hola:'],
      ['\u202eremO', 'tr', 'Sayın remO,'],
      ['محمد علي', 'fr', 'Bonjour \u2068محمد علي\u2069,'],
    ] as const) {
      const person = world.person(name, language)
      await person.starts()
      expect(person.last.split('\n')[0]).toBe(greeting)
    }
  })

  test('that has changed is known at the next word', async () => {
    const person = world.person('Ayşe Yılmaz')
    await person.starts()
    person.phone.rename({ firstName: 'Ayşegül', lastName: null, username: 'aysegul' })
    await person.starts()
    expect(person.last).toContain('Sayın Ayşegül,')
    expect(await accountOf(person)).toMatchObject({ first_name: 'Ayşegül' })
  })
})

describe('somebody who cannot be reached', () => {
  async function applied(): Promise<Person> {
    const ayse = world.person('Ayşe Yılmaz')
    await applies(ayse)
    return ayse
  }

  test('blocked the bot: no call goes to them until they write again', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const ayse = await applied()
    await ayse.does((phone) => phone.block())
    expect(await accountOf(ayse)).toMatchObject({ is_reachable: false })
    const before = callsTo(ayse)
    await zeynep.taps('✅ Evet')
    await zeynep.taps('Onayla')
    expect(callsTo(ayse)).toBe(before)
    await ayse.does((phone) => phone.unblock())
    expect(await accountOf(ayse)).toMatchObject({ is_reachable: true })
    await ayse.writes('/trips')
    expect(ayse.last).toContain('onaylandı')
  })

  test('a 403 while sending marks them, what else was owed to them is dropped, others hear', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const ayse = await applied()
    const blocked = {
      kind: 'error',
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    } as const
    const { sql } = world.house.database
    world.telegram.faults.failNext('editMessageText', blocked)
    await ayse.starts()
    await ayse.taps('Faaliyetler')
    expect(await accountOf(ayse)).toMatchObject({ is_reachable: false })
    expect(await sql`select 1 from outbox`).toHaveLength(0)
    await zeynep.writes('/trips')
    expect(zeynep.last).toContain('Açık faaliyetler')
    await ayse.writes('/trips')
    expect(ayse.last).toContain('Açık faaliyetler')
    expect(await accountOf(ayse)).toMatchObject({ is_reachable: true })
  })

  test('deleted their account: marked, and the coordinator’s decision stands', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const ayse = await applied()
    await ayse.does((phone) => phone.deleteAccount())
    await zeynep.taps('Onayla')
    expect(zeynep.last).toContain('onaylandı')
    expect(await accountOf(ayse)).toMatchObject({ is_reachable: false })
  })
})

test('a coordinator who has not begun gets no menu and no complaint, and gets it when she begins', async () => {
  const zeynep = world.person('Zeynep Kaya', 'tr')
  const { rooms, door, database } = world.house
  await database.transaction(async () => {
    const personId = await rooms.people.persons.create({ givenNames: 'Zeynep', surname: 'Kaya' })
    await door.accounts.introduce({
      userId: zeynep.id,
      personId,
      language: 'tr',
      firstName: 'Zeynep',
      lastName: 'Kaya',
    })
    await rooms.people.roles.grant(personId, 'owner', null)
  })
  await door.profile.publishFor(zeynep.id, 'tr', 'coordinator')
  expect(world.lines.filter((line) => line.includes('profile.commands.failed'))).toEqual([])
  await zeynep.starts()
  await until('her menu is published', () =>
    zeynep.phone.state().commands.some(({ command }) => command === 'desk'),
  )
})
