import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, reaches, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  await firm(world)
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

const rows = async (query: string): Promise<Record<string, unknown>[]> => [
  ...(await world.house.database.sql.unsafe<Record<string, unknown>[]>(query)),
]

async function opensFirm(somebody: Person, name: string): Promise<void> {
  await somebody.writes('/desk')
  await somebody.taps('Firmalar ve kişiler')
  await somebody.taps(name)
}

/** Somebody of the firm, by its link. */
async function member(name: string, firmId = 1): Promise<Person> {
  const somebody = world.person(name)
  const { joining } = world.house.rooms.people
  const token = await world.house.database.transaction(() => joining.inviteToFirm(firmId, null))
  await somebody.starts(`f_${token}`)
  return somebody
}

describe('firms at the desk', () => {
  test('are found, and renamed', async () => {
    await opensFirm(zeynep, 'Koordinatör masası')
    expect(zeynep.last).toContain('Bugün sizi bekleyen bir iş yok')
    await opensFirm(zeynep, 'Firma ara')
    await zeynep.writes('celik')
    await zeynep.taps('Çelik Dış Ticaret')
    await zeynep.taps('Adını değiştir')
    await zeynep.writes('***')
    zeynep.sees('en az iki harfini')
    await zeynep.writes('Çelik Uluslararası A.Ş.')
    expect(zeynep.last).toContain('Çelik Uluslararası A.Ş.')
    const ayse = world.person('Ayşe Yılmaz')
    await reaches(ayse, 'firm')
    await ayse.writes('uluslararasi')
    expect(ayse.buttons.join()).toContain('Çelik Uluslararası A.Ş.')
  })

  test('become one, after a preview: people, applications, links and what one did not say', async () => {
    const other = await firm(world, 'Celik Dis Tic.', 'Sivas')
    await world.house.rooms.people.firms.update(other, { taxNumber: '1234567890' })
    const kemal = await member('Kemal Er', other)
    await applies(kemal, { of: steps.filter(({ name }) => !name.startsWith('firm')) })
    await opensFirm(zeynep, 'Celik Dis Tic.')
    await zeynep.taps('Başka bir firmayla birleştir')
    await zeynep.writes('çelik dış ticaret')
    await zeynep.taps('Çelik Dış Ticaret A.Ş.')
    expect(zeynep.last).toContain('Geçecek kişi sayısı: 1')
    expect(zeynep.last).toContain('Geçecek başvuru sayısı: 1')
    expect(await rows('select 1 from firms')).toHaveLength(2)
    const yes = zeynep.holds('Evet, birleştir')
    await zeynep.presses(yes)
    expect(zeynep.last).toContain('1234567890')
    expect(await rows('select name, city, tax_number from firms')).toEqual([
      { name: 'Çelik Dış Ticaret A.Ş.', city: 'Eskişehir', tax_number: '1234567890' },
    ])
    expect(await rows('select firm_id::int from applications')).toEqual([{ firm_id: 1 }])
    expect(await rows('select firm_id::int, state from firm_members')).toEqual([
      { firm_id: 1, state: 'member' },
    ])
    expect(await zeynep.presses(yes)).toContain('geçerli değil')
  })

  test('are doubted before: seats beyond the quota, and what is probably one person twice', async () => {
    await world.house.database.sql`update activities set per_firm = 1`
    const other = await firm(world, 'Celik Dis Tic.', 'Sivas')
    for (const [name, firmId] of [
      ['Kemal Er', 1],
      ['KEMAL ER', other],
    ] as const) {
      const somebody = await member(name, firmId)
      await applies(somebody, { of: steps.filter(({ name: step }) => !step.startsWith('firm')) })
      await zeynep.taps('Onayla')
    }
    await opensFirm(zeynep, 'Celik Dis Tic.')
    await zeynep.taps('Başka bir firmayla birleştir')
    await zeynep.writes('çelik dış ticaret')
    await zeynep.taps('Çelik Dış Ticaret A.Ş.')
    expect(zeynep.last).toContain('yer sayısı 2, firma başına sınır ise 1')
    expect(zeynep.last).toContain('Barselona Raylı Sistemler Heyeti: BCN26-0001 ve BCN26-0002')
    await zeynep.taps('Evet, birleştir')
    expect(await rows("select distinct firm_id::int from applications where state = 'approved'")).toEqual([
      { firm_id: 1 },
    ])
  })

  test('somebody leaves: told, gone from the firm, and their links with them', async () => {
    const kemal = await member('Kemal Er')
    await kemal.starts('t_BCN26')
    await kemal.taps('arkadaşı davet et')
    const link = /start=([\w-]+)/.exec(kemal.last)?.[1]
    await opensFirm(zeynep, 'Çelik')
    await zeynep.taps('Kemal Er')
    await zeynep.taps('Firmadan ayrıldı')
    await zeynep.taps('Evet, ayrıldı')
    expect(kemal.last).toContain('artık bu firmanın kişileri arasında değilsiniz')
    expect(zeynep.buttons.join()).not.toContain('Kemal Er')
    const can = world.person('Can Demir')
    await can.starts(link)
    can.sees('geçersiz')
  })

  test('become one while somebody is choosing theirs: the list is shown as it is now', async () => {
    await firm(world, 'Celik Dis Tic.', 'Sivas')
    const ayse = world.person('Ayşe Yılmaz')
    await reaches(ayse, 'firm')
    await ayse.writes('celik dis')
    const gone = ayse.holds('Celik Dis Tic.')
    await opensFirm(zeynep, 'Celik Dis Tic.')
    await zeynep.taps('Başka bir firmayla birleştir')
    await zeynep.writes('çelik dış ticaret')
    await zeynep.taps('Çelik Dış Ticaret A.Ş.')
    await zeynep.taps('Evet, birleştir')
    await ayse.presses(gone)
    expect(ayse.notes).toEqual([])
    expect(ayse.buttons.join()).not.toContain('Celik Dis Tic.')
    await ayse.taps('Çelik Dış Ticaret A.Ş.')
    expect(ayse.last).toContain('Adınız ve soyadınız')
  })

  test('are for those who run the whole house', async () => {
    await opensFirm(zeynep, 'Çelik')
    const rename = zeynep.holds('Adını değiştir')
    const lyon = await world.coordinator('Lale Su', 'tr', 'LYON27')
    await lyon.writes('/desk')
    expect(lyon.buttons.join()).not.toContain('Firmalar ve kişiler')
    for (const data of [rename.data, 'p.firms:0', 'p.firm:1', 'p.merged:1:2', 'p.left:1:1', 'p.move:1:1'])
      expect(await lyon.presses({ ...rename, data })).toContain('koordinatörler içindir')
  })
})

describe('a new Telegram account', () => {
  async function linkFor(name: string, by = zeynep): Promise<string> {
    await opensFirm(by, 'Çelik')
    await by.taps(name)
    await by.taps('Başka Telegram hesabına taşı')
    return /start=(m_[\w-]+)/.exec(by.last)?.[1] ?? '?'
  }

  test('takes over the person with applications and news; the former one is told and stands for nobody', async () => {
    const kemal = await member('Kemal Er')
    await applies(kemal, {
      of: steps.filter(({ name }) => !name.startsWith('firm')),
    })
    await kemal.does((phone) => phone.block())
    await zeynep.taps('Onayla')
    const link = await linkFor('Kemal Er')
    await zeynep.starts(link)
    zeynep.sees('geçersiz')

    const anew = world.person('Kemal Er')
    await anew.starts(link)
    anew.sees('Bu hesap artık sizin')
    anew.sees('Başvurunuz onaylandı')
    await anew.writes('/trips')
    expect(anew.last).toContain('BCN26-0001')
    const eve = world.person('Eve Er')
    await eve.starts(link)
    eve.sees('geçersiz')

    await kemal.does((phone) => phone.unblock())
    await kemal.writes('/trips')
    expect(kemal.last).not.toContain('BCN26-0001')
  })

  test('that has applied already brings its own along, and keeps one where both have', async () => {
    const kemal = await member('Kemal Er')
    await delegation(world, { code: 'LYON27', title: { tr: 'Lyon Heyeti' } })
    const anew = world.person('Kemal Er')
    await applies(anew, { code: 'LYON27' })
    await applies(kemal, { of: steps.filter(({ name }) => !name.startsWith('firm')) })
    await begins(anew)
    await anew.starts(await linkFor('Kemal Er'))
    await anew.writes('/trips')
    expect(anew.last).toContain('LYON27-0001')
    expect(anew.last).toContain('BCN26-0001')
    expect(kemal.last).toContain('başka bir Telegram hesabınıza taşındı')
    expect(await rows(`select count(*)::int as people from accounts where person_id is not null`)).toEqual([
      { people: 2 },
    ])
  })

  test('of somebody with a role is an owner’s to give', async () => {
    await member('Kemal Er')
    const { roles } = world.house.rooms.people
    const [kemal] = await rows(`select id::int from persons where given_names = 'Kemal'`)
    await roles.grant(Number(kemal?.['id']), 'owner', null)
    await opensFirm(zeynep, 'Çelik')
    await zeynep.taps('Kemal Er')
    expect(await zeynep.taps('Başka Telegram hesabına taşı')).toContain('sahip')
    expect(await rows('select 1 from person_moves')).toEqual([])
  })
})

describe('a username', () => {
  test('is for those who run the house and have to tell somebody’s accounts apart or write to them; on no other card', async () => {
    const can = await world.coordinator('Can Demir', 'tr', 'BCN26')
    const kemal = await member('Kemal Er')
    await kemal.does((phone) => phone.rename({ firstName: 'Kemal', lastName: 'Er', username: 'kemal_er' }))
    await applies(kemal, { of: steps.filter(({ name }) => !name.startsWith('firm')) })
    const ayse = await member('Ayşe Yılmaz')
    for (const coordinator of [zeynep, can]) {
      expect(coordinator.last).toContain('Kemal Er')
      await coordinator.taps('Onayla').catch(() => undefined)
    }
    for (const somebody of [zeynep, can, ayse])
      expect(world.shownTo(somebody).join()).not.toContain('kemal_er')
    await opensFirm(zeynep, 'Çelik Dış Ticaret')
    await zeynep.taps('👤 Kemal Er')
    expect(zeynep.last).toContain('@kemal_er')
  })
})

describe('a home zone', () => {
  const zoneOf = async ({ id }: Person) =>
    (
      await rows(
        `select home_zone from persons join accounts on person_id = persons.id where user_id = ${id}`,
      )
    )[0]?.['home_zone']

  test('comes from the phone’s country; of several it is asked, the firm’s own first, and can be changed', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    await applies(ayse)
    expect(await zoneOf(ayse)).toBe('Europe/Istanbul')
    const carlos = world.person('Carlos García', 'es', '+34612345678')
    await applies(carlos, { language: 'es' })
    expect(carlos.last).toContain('¿En qué huso horario vive?')
    // Once a day is enough, however often he applies.
    await delegation(world, { code: 'LYON27' })
    await carlos.starts('t_LYON27')
    for (const label of ['Solicitar plaza', 'No', 'Omitir', 'Enviar la solicitud']) await carlos.taps(label)
    expect(carlos.texts.filter((text) => text.includes('huso horario'))).toHaveLength(1)
    await carlos.taps('Islas Canarias')
    expect(await zoneOf(carlos)).toBe('Atlantic/Canary')
    await carlos.writes('/privacy')
    await carlos.taps('Huso horario: Islas Canarias')
    await carlos.writes('Narnia')
    carlos.sees('Narnia')
    await carlos.writes('Madrid')
    expect(await zoneOf(carlos)).toBe('Europe/Madrid')
  })

  test('decides when a phone rings: at night there cards and digests come silently', async () => {
    const { sql } = world.house.database
    await sql`update persons set home_zone = 'America/New_York'`
    const can = await world.coordinator('Can Demir')
    const sentTo = ({ id }: Person) =>
      world.calls.filter(
        ({ method, payload }) => method === 'sendMessage' && Number(payload['chat_id']) === id,
      )
    await applies(world.person('Ayşe Yılmaz'))
    // 09:00 in İstanbul is 01:00 in New York.
    const silent = (person: Person) => String(sentTo(person).at(-1)?.payload['disable_notification'])
    expect(silent(zeynep)).toBe('true')
    expect(silent(can)).toBe('undefined')
    await can.writes('/desk')
    await can.taps('Başvuru bildirimi: hemen')
    await applies(world.person('Kemal Er'))
    await world.stops()
    world.clock.moveTo(Temporal.ZonedDateTime.from('2026-11-03T23:50[Europe/Istanbul]').toInstant())
    await world.starts()
    await world.settle()
    expect(can.last).toContain('yeni başvuru karar bekliyor')
    expect(silent(can)).toBe('true')
  })
})
