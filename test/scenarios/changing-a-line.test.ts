import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, reaches, steps, stepsWithNewFirm } from '../support/applying.ts'
import { delegation, worldOfAyse } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { phrases } from '../support/phrases.ts'
import type { World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  ;({ world, ayse } = await worldOfAyse())
})
afterEach(() => world.close())

const isSummary = (text: string) => text.includes('Lütfen kontrol ediniz')

describe('changing one line of the summary', () => {
  test('the way back leads to the summary, unchanged, from every line', async () => {
    await reaches(ayse)
    const summary = ayse.last
    for (const line of [
      'Firma',
      'Ad soyad',
      'Pasaport',
      'Görev',
      'E-posta',
      'Diller',
      'Tercüman',
      'Dilekler',
    ]) {
      await ayse.taps(`✎ ${line}`)
      expect(isSummary(ayse.last)).toBe(false)
      expect(ayse.last).not.toContain('▰')
      await ayse.taps('‹ Geri')
      expect(ayse.last).toBe(summary)
    }
    await ayse.taps('✎ Telefon')
    expect(ayse.last).toContain('Şu anki yanıt')
    await ayse.writes('‹ Geri')
    expect(ayse.last).toBe(summary)
  })

  test('also half-way: ticks, a search, and a new firm are taken back', async () => {
    await reaches(ayse)
    const summary = ayse.last
    await ayse.taps('✎ Diller')
    await ayse.taps('Almanca')
    await ayse.taps('‹ Geri')
    expect(ayse.last).toBe(summary)
    await ayse.taps('✎ Firma')
    await ayse.writes('Bambaşka')
    await ayse.taps('Yeni firma')
    await ayse.taps('✔ Bambaşka')
    for (let taps = 0; taps < 3; taps += 1) await ayse.taps('‹ Geri')
    expect(ayse.last).toBe(summary)
  })

  test('a wish is kept or removed, and nothing erases it without a word', async () => {
    await reaches(ayse, 'wishes')
    await ayse.writes('Metro üreticileri')
    await ayse.taps('✎ Dilekler')
    expect(ayse.last).toContain('Şu anki yanıt: Metro üreticileri')
    expect(ayse.find('Kaldır').message.text).toBe(ayse.last)
    await ayse.writes('Atla')
    expect(ayse.last).toContain('Dilekler: Metro üreticileri')
    await ayse.taps('✎ Dilekler')
    await ayse.taps('Böyle kalsın')
    expect(ayse.last).toContain('Dilekler: Metro üreticileri')
    await ayse.taps('✎ Dilekler')
    await ayse.taps('Kaldır')
    expect(ayse.last).toContain('Dilekler: –')
  })
})

describe('a new firm', () => {
  test('is asked for its full name, which can be changed later, and is new on the card', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    await reaches(ayse, 'firm')
    await ayse.writes('barcelona')
    await ayse.taps('Yeni firma')
    expect(ayse.last).toContain('tam resmî adı')
    await ayse.writes('Barcelona Rail Systems S.L.')
    expect(ayse.last).toContain('“Barcelona Rail Systems S.L.” hangi ülkede?')
    expect(ayse.last).toContain('Listede olmayan bir ülkeyi')
    const from = stepsWithNewFirm.findIndex(({ name }) => name === 'firmCountry')
    for (const step of stepsWithNewFirm.slice(from)) await step.answer(ayse, phrases.tr)
    await ayse.taps('✎ Resmî ad')
    expect(ayse.last).toContain('Şu anki yanıt: Barcelona Rail Systems S.L.')
    await ayse.writes('Barcelona Rail Systems S.A.')
    expect(ayse.last).toContain('Firma: Barcelona Rail Systems S.A.')
    await ayse.taps('Başvuruyu gönder')
    zeynep.sees('Firma: Barcelona Rail Systems S.A. (yeni firma)')
  })
})

describe('what was typed is understood', () => {
  test('a passport’s spelling with other letters is respelt and shown', async () => {
    await reaches(ayse, 'passport')
    await ayse.writes('Ayşe Gül Yılmaz')
    expect(ayse.last).toContain('yalnızca A-Z harfleri')
    await ayse.taps('✔ AYSE GUL YILMAZ')
    expect(ayse.last).toContain('görev')
    await ayse.taps('‹ Geri')
    await ayse.writes('Айше')
    expect(ayse.last).toContain('⚠️')
  })

  test('an e-mail that looks mistyped: one of two buttons', async () => {
    await reaches(ayse, 'email')
    await ayse.writes('ayse@gmial.com')
    await ayse.taps('✔ ayse@gmail.com')
    expect(ayse.last).toContain('Hangi dilleri')
    await ayse.taps('‹ Geri')
    expect(ayse.last).toContain('Şu anki yanıt: ayse@gmail.com')
    await ayse.writes('ayse@gmial.com')
    await ayse.taps('Yazdığım gibi')
    await ayse.taps('‹ Geri')
    expect(ayse.last).toContain('Şu anki yanıt: ayse@gmial.com')
  })

  test('a language that nobody knows is repeated as it was typed', async () => {
    await reaches(ayse, 'languages')
    expect(ayse.buttons.join()).toContain('İngilizce')
    await ayse.writes('Türkçe, Klingonca')
    expect(ayse.last).toContain('Klingonca')
  })

  test('a typed number says how to verify it', async () => {
    await reaches(ayse, 'phone')
    await ayse.writes('0532 111 22 33')
    ayse.sees('doğrulanmadı')
    ayse.sees('düğmeyle paylaşabilirsiniz')
  })
})

test('the second time what is known is reused, and that is said once', async () => {
  await delegation(world, { code: 'LYON27', title: { tr: 'Lyon Heyeti' } })
  await applies(ayse, { of: steps })
  await begins(ayse, { code: 'LYON27' })
  ayse.sees('Önceki başvurunuzdaki yanıtları yeniden kullandık')
  expect(ayse.last).toContain('1/')
})
