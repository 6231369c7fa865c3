import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  const celik = await firm(world)
  ayse = world.person('Ayşe Yılmaz')
  const { joining } = world.house.rooms.people
  const token = await world.house.database.transaction(() => joining.inviteToFirm(celik, null))
  await ayse.starts(`f_${token}`)
})
afterEach(() => world.close())

/** Ayşe applies for Ömer; resolves with the link that is for him. */
async function appliesForOmer(): Promise<string> {
  await ayse.starts('t_BCN26')
  await ayse.taps('Çalışma arkadaşım için başvur')
  await ayse.writes('Ömer Güneş')
  await ayse.taps('✔ OMER GUNES')
  await ayse.writes('Satış müdürü')
  await ayse.writes('0532 111 22 33')
  await ayse.writes('omer@celik.com.tr')
  await ayse.writes('Türkçe, İngilizce')
  await ayse.taps('Hayır')
  await ayse.taps('Atla')
  await ayse.taps('Başvuruyu gönder')
  return /start=([\w-]+)/.exec(ayse.last)?.[1] ?? '?'
}

describe('applying for a colleague', () => {
  test('no question is put as if it were about oneself', async () => {
    await appliesForOmer()
    const shown = world.shownTo(ayse).join('\n')
    for (const own of ['göreviniz?', 'telefonunuz?', 'E-posta adresiniz?', 'Hangi dilleri konuşuyorsunuz?'])
      expect(shown).not.toContain(own)
  })

  test('they get a link, read the notice themselves, and hear what is decided', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const link = await appliesForOmer()
    expect(ayse.last).toContain('Ömer Güneş adına başvuru gönderildi')
    zeynep.sees('Ömer Güneş')

    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    // The notice is the first thing they read.
    expect(omer.texts[0]).toContain('Ayşe Yılmaz sizin adınıza')
    expect(omer.texts[0]).toContain('Aydınlatma metni')
    omer.doesNotSee('kaydedildiniz')
    await omer.taps('Okudum')
    omer.sees('Teşekkür ederiz. Çelik Dış Ticaret A.Ş. firmasına kaydedildiniz')
    const read = await world.house.database.sql`select 1 from notices_read`
    expect(read).toHaveLength(1)
    await zeynep.taps('Onayla')
    omer.sees('Başvurunuz onaylandı')
    ayse.doesNotSee('Başvurunuz onaylandı')
  })

  test('who applied hears the decision while the colleague has not opened their link', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    await appliesForOmer()
    await zeynep.taps('Onayla')
    expect(ayse.last).toContain('Ömer Güneş')
    expect(ayse.last).toContain('onaylandı')
  })

  test('a colleague who is a person already keeps what they have said of themselves', async () => {
    await delegation(world, { code: 'LYON27', title: { tr: 'Lyon Heyeti' } })
    const omer = world.person('Ömer Güneş')
    await applies(omer, { code: 'LYON27' })
    await omer.starts(await appliesForOmer())
    omer.sees('sizin adınıza')
    await omer.taps('Okudum')
    await omer.writes('/trips')
    expect(omer.last).toContain('Barselona Raylı Sistemler Heyeti – değerlendirmede BCN26-0001')
    expect(omer.last).toContain('Lyon Heyeti – değerlendirmede LYON27-0001')
    const people = await world.house.database.sql`select email from persons where surname = 'Güneş'`
    expect(people.map(({ email }) => String(email))).toContain('someone@example.com')
  })

  test('a colleague who has applied for the same trip keeps their own application', async () => {
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await omer.starts(await appliesForOmer())
    await omer.writes('/trips')
    expect(omer.last).toContain('BCN26-0001')
    expect(omer.last).not.toContain('BCN26-0002')
  })

  test('the link is not for whoever made it, and stays good', async () => {
    const link = await appliesForOmer()
    await ayse.starts(link)
    ayse.sees('başka biri içindir')
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    omer.sees('sizin adınıza')
  })

  test('a third person who opens the link after the colleague is told politely, and sees nothing', async () => {
    const link = await appliesForOmer()
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    const eve = world.person('Eve Er')
    await eve.starts(link)
    eve.sees('geçersiz, kullanılmış')
    for (const secret of ['Ömer', 'Ayşe', 'Çelik']) eve.doesNotSee(secret)
    await omer.starts(link)
    omer.doesNotSee('geçersiz, kullanılmış')
  })

  test('paused half-way and resumed, a deploy later, without beginning again', async () => {
    await ayse.starts('t_BCN26')
    await ayse.taps('Çalışma arkadaşım için başvur')
    await ayse.writes('Ömer Güneş')
    await ayse.taps('Ara ver')
    await begins(ayse)
    await ayse.writes('/cancel')
    await ayse.starts('t_BCN26')
    await ayse.taps('Çalışma arkadaşım için başvur')
    expect(ayse.last).toContain('pasaportundaki yazılış')
    await world.deploys(9)
    await ayse.writes('GUNES, OMER')
    expect(ayse.last).toContain('görev')
    ayse.doesNotSee('anlayamadım')
  })
})
