import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, steps } from '../support/applying.ts'
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

const decisions = async () =>
  (
    await world.house.database.sql<
      { purpose: string; given: boolean }[]
    >`select purpose, is_given as given from consents order by id`
  ).map(({ purpose, given }) => `${purpose} ${given ? 'yes' : 'no'}`)

const approves = async () => {
  await zeynep.taps('Onayla')
}

describe('a consent', () => {
  test('is decided by the question that is shown, never by an old button', async () => {
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await approves()
    const yes = omer.holds('Evet, izin veriyorum')
    const no = omer.holds('Hayır')
    await omer.presses(yes)
    expect(await omer.presses(no)).toContain('geçerli değil')
    expect(await omer.presses(yes)).toContain('geçerli değil')
    expect(await decisions()).toEqual(['photos yes'])
  })

  test('is one row for each change, and none for the same answer again', async () => {
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await approves()
    for (const answer of ['Evet', 'Hayır', 'Evet']) await omer.taps(answer)
    for (const answer of ['Evet', 'Hayır', 'Hayır', 'Evet']) {
      await omer.writes('/privacy')
      await omer.taps('Fotoğraf')
      expect(await omer.taps(answer)).toContain('Fotoğraflar: ')
    }
    expect(await decisions()).toEqual([
      'photos yes',
      'catalogue no',
      'contact_exchange yes',
      'photos no',
      'photos yes',
    ])
  })

  test('that is changed leads back to everything that is in /privacy, and can be left as it is', async () => {
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await approves()
    await omer.taps('Evet')
    await omer.writes('/privacy')
    await omer.taps('Fotoğraf')
    await omer.taps('Geri')
    expect(omer.buttons).toContain('📦 Verilerim')
    await omer.taps('Fotoğraf')
    await omer.taps('Hayır')
    omer.sees('▫️ Fotoğraflar')
    expect(omer.buttons).toContain('📦 Verilerim')
    expect(await decisions()).toEqual(['photos yes', 'photos no'])
  })

  test('of somebody who was never approved is not taken, however the button came to them', async () => {
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await approves()
    const yes = omer.holds('Evet')
    const eve = world.person('Eve Er')
    await eve.starts()
    for (const data of [yes.data, 'p.reconsent:photos', 'p.consent:photos:yes'])
      expect(await eve.presses({ ...yes, data })).toContain('geçerli değil')
    expect(await decisions()).toEqual([])
  })

  test('given once can be taken back after the application was withdrawn, and not be given anew', async () => {
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await approves()
    for (const answer of ['Evet', 'Hayır', 'Hayır']) await omer.taps(answer)
    await omer.starts('t_BCN26')
    await omer.taps('Başvuruyu geri çek')
    await omer.taps('Evet, geri çekiyorum')
    await omer.writes('/privacy')
    await omer.taps('Fotoğraf')
    await omer.taps('Hayır')
    await omer.writes('/privacy')
    await omer.taps('Fotoğraf')
    expect(await omer.taps('Evet')).toContain('geçerli değil')
    expect((await decisions()).filter((decision) => decision.startsWith('photos'))).toEqual([
      'photos yes',
      'photos no',
    ])
  })
})

describe('for what does not travel', () => {
  test('only photos are asked about, in words that fit; with a trip the others follow', async () => {
    await delegation(world, {
      code: 'TRAIN',
      kind: 'training',
      title: { tr: 'Karbon eğitimi' },
      approval: 'automatic',
      perFirm: null,
    })
    const omer = world.person('Ömer Güneş')
    await applies(omer, { code: 'TRAIN', of: steps.filter(({ name }) => name !== 'passport') })
    expect(omer.shown('Aşağıdaki izinler').text).not.toContain('Heyet')
    await omer.taps('Evet, izin veriyorum')
    expect(await decisions()).toEqual(['photos yes'])
    omer.sees('Teşekkür ederiz. Kararlarınızı')
    omer.doesNotSee('yabancı firmalarla')
    await omer.writes('/privacy')
    expect(omer.last).not.toContain('katalo')
    await begins(omer)
    for (const answer of ['✔ OMER', 'Hayır', 'Atla', 'Başvuruyu gönder']) await omer.taps(answer)
    await approves()
    expect(omer.last).toContain('kataloğunda')
  })
})

describe('what could not be said', () => {
  test('is said when somebody unblocks the bot: the decision once, then the consents', async () => {
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await omer.does((phone) => phone.block())
    await approves()
    omer.doesNotSee('Başvurunuz onaylandı')
    await omer.does((phone) => phone.unblock())
    omer.sees('Başvurunuz onaylandı')
    expect(omer.buttons).toContain('Evet, izin veriyorum')
    await omer.does((phone) => phone.block())
    await omer.does((phone) => phone.unblock())
    expect(omer.texts.filter((text) => text.includes('Başvurunuz onaylandı'))).toHaveLength(1)
  })

  test('carries its reason', async () => {
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await omer.does((phone) => phone.block())
    await zeynep.taps('Reddet')
    await zeynep.taps('Konu uymuyor')
    await zeynep.taps('Reddet ve bildir')
    await omer.does((phone) => phone.unblock())
    omer.sees('Neden: Faaliyetin konusu firmanızın çalışma alanıyla örtüşmüyor')
    expect(omer.buttons).not.toContain('Evet, izin veriyorum')
  })

  test('is said to a colleague who opens their link after the approval; consents once they have read the notice', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    const { joining } = world.house.rooms.people
    const token = await world.house.database.transaction(() => joining.inviteToFirm(1, null))
    await ayse.starts(`f_${token}`)
    await ayse.starts('t_BCN26')
    await ayse.taps('Çalışma arkadaşım için başvur')
    for (const answer of ['Ömer Güneş', '✔ OMER GUNES', 'Satış müdürü', '0532 111 22 33'])
      await (answer.startsWith('✔') ? ayse.taps(answer) : ayse.writes(answer))
    for (const answer of ['omer@celik.com.tr', 'Türkçe, İngilizce']) await ayse.writes(answer)
    for (const answer of ['Hayır', 'Atla', 'Başvuruyu gönder']) await ayse.taps(answer)
    const link = /start=([\w-]+)/.exec(ayse.last)?.[1]
    await approves()
    ayse.sees('onaylandı')

    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    await omer.taps('Evet')
    omer.sees('Başvurunuz onaylandı')
    expect(omer.buttons).not.toContain('Evet, izin veriyorum')
    await omer.writes('/privacy')
    expect(omer.last).toContain('henüz yanıtlamadınız')
    await omer.taps('Okudum')
    expect(omer.last).toContain('fotoğraf')
    for (const answer of ['Evet', 'Hayır', 'Hayır']) await omer.taps(answer)
    expect(await decisions()).toHaveLength(3)
    ayse.doesNotSee('Başvurunuz onaylandı')
  })
})
