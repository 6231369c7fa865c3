import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  await firm(world)
})
afterEach(() => world.close())

describe('applying for a delegation', () => {
  test('a first-timer applies in Turkish, and the coordinator approves', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const ayse = world.person('Ayşe Yılmaz')
    await reaches(ayse)
    ayse.sees('Lütfen kontrol ediniz')
    ayse.sees('Çelik Dış Ticaret A.Ş. (onay bekliyor)')
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('BCN26-0001')
    ayse.sees('24 Kasım 2026')
    // The ways on stand beneath the receipt, which stays.
    await ayse.taps('Başvurumu gör')
    expect(ayse.last).toContain('Başvurunuz: değerlendirmede')
    await ayse.taps('Ana sayfa')
    expect(ayse.last).toContain('Sayın Ayşe')
    ayse.sees('Başvurunuz alındı')

    zeynep.sees('Ayşe Yılmaz')
    await zeynep.taps('Onayla')
    ayse.sees('Başvurunuz onaylandı')
    ayse.sees('10-13 Aralık 2026')
    expect(world.complaints).toEqual([])
  })

  test('somebody known needs at most six taps and three typed answers', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    await reaches(ayse)
    await ayse.taps('Başvuruyu gönder')
    await delegation(world, { code: 'LYON27' })
    await ayse.starts('t_LYON27')
    await ayse.taps('Başvur')
    ayse.sees('tercümana ihtiyacınız')
    await ayse.taps('Hayır')
    await ayse.taps('Atla')
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('LYON27-0001')
  })
})

test('quick taps on several languages all count, also those on a picture that is already old', async () => {
  const ayse = world.person('Ayşe Yılmaz')
  await reaches(ayse, 'languages')
  const [english, spanish, done] = ['İngilizce', 'İspanyolca', 'Tamam'].map((label) => ayse.holds(label))
  if (!english || !spanish || !done) throw new Error('the languages are not offered')
  await ayse.presses(english)
  await ayse.presses(english)
  await ayse.presses(spanish)
  await ayse.presses(done)
  await ayse.taps('Hayır')
  await ayse.taps('Atla')
  ayse.sees('Diller: İngilizce ve İspanyolca')
})
