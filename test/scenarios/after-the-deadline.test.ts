import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, reaches } from '../support/applying.ts'
import { worldOfAyse } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import type { World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  ;({ world, ayse } = await worldOfAyse())
})
afterEach(() => world.close())

const deadlinePasses = () => world.clockShows('2026-11-21T09:00[Europe/Istanbul]')
const passed = 'başvuru süresi doldu'

describe('the deadline passes while a draft is open', () => {
  test('the next written answer is told so, and not the summary', async () => {
    await reaches(ayse, 'position')
    await deadlinePasses()
    await ayse.writes('Müdür')
    expect(ayse.last).toContain(passed)
    await ayse.writes('/start')
    expect(ayse.last).not.toContain('görev')
  })

  test('so is the next tap', async () => {
    await reaches(ayse, 'interpreter')
    await deadlinePasses()
    await ayse.taps('Hayır')
    expect(ayse.last).toContain(passed)
  })

  test('/cancel promises nothing, and nothing offers to go on', async () => {
    await reaches(ayse, 'position')
    await deadlinePasses()
    await ayse.writes('/cancel')
    expect(ayse.last).toContain(passed)
    ayse.doesNotSee('Taslağınız')
    await ayse.writes('merhaba')
    expect(ayse.buttons.join()).not.toContain('Devam et')
  })
})

test('taken back after the deadline, nobody is told that they can apply again; before it they are', async () => {
  await applies(ayse)
  await ayse.writes('/trips')
  await ayse.taps('Barselona')
  const card = ayse.last
  expect(card).toContain('BCN26-0001')
  await ayse.taps('Başvuruyu geri çek')
  await ayse.taps('Evet, geri çekiyorum')
  expect(ayse.last).toContain('yeniden başvurabilirsiniz')
  await ayse.taps('‹ Tüm faaliyetler')
  await ayse.taps('Barselona')
  await ayse.taps('Başvur')
  await ayse.taps('Hayır')
  await ayse.taps('Atla')
  await ayse.taps('Başvuruyu gönder')
  await deadlinePasses()
  await ayse.writes('/trips')
  await ayse.taps('Barselona')
  await ayse.taps('Başvuruyu geri çek')
  await ayse.taps('Evet, geri çekiyorum')
  expect(ayse.last).toContain('geri çekildi')
  expect(ayse.last).not.toContain('yeniden başvurabilirsiniz')
})

test('what is over has no seats left and nothing to take back', async () => {
  await applies(ayse)
  await world.clockShows('2026-12-14T09:00[Europe/Istanbul]')
  await ayse.writes('/trips')
  await ayse.taps('Barselona')
  expect(ayse.last).toContain('sona erdi')
  expect(ayse.last).not.toContain('yer kaldı')
  expect(ayse.find('Başvurumu gör').message.text).toBe(ayse.last)
  expect(() => ayse.find('Başvuruyu geri çek')).toThrow()
})

test('what was handed in can be read, and says no more that it can be changed', async () => {
  await reaches(ayse)
  const submit = ayse.holds('Başvuruyu gönder')
  await Promise.all([ayse.presses(submit), ayse.presses(submit)])
  expect(ayse.notes.join()).toContain('Başvurunuz alındı')
  expect(ayse.notes.join()).not.toContain('Bu soru yanıtlandı')
  ayse.sees('Gönderilen başvuru')
  ayse.doesNotSee('Değiştirmek için ilgili düğmeye')
  await ayse.writes('/trips')
  await ayse.taps('Barselona')
  await ayse.taps('Başvurumu gör')
  expect(ayse.last).toContain('Görev: Export manager')
  expect(ayse.last).toContain('BCN26-0001')
})

test('whoever was rejected reads why on the card', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  await applies(ayse)
  await zeynep.taps('Reddet')
  await zeynep.taps('Yer yetmedi')
  await zeynep.taps('Reddet ve bildir')
  await ayse.writes('/trips')
  await ayse.taps('Barselona')
  expect(ayse.last).toContain('kabul edilmedi')
  expect(ayse.last).toContain('Neden: Başvuru sayısı')
})

test('paused, a button leads back; so does it after a word that is no answer', async () => {
  await reaches(ayse, 'phone')
  await ayse.writes('/cancel')
  // The phone's own keyboard was taken away with these words, which leaves no room for a button.
  expect(ayse.last).toContain('/trips')
  await ayse.writes('/trips')
  await ayse.taps('Başvuruya devam et')
  expect(ayse.last).toContain('Cep telefonunuz')
  await ayse.sharesOwnContact()
  await ayse.taps('Ara ver')
  expect(ayse.last).toContain('kaldığınız yerden')
  await ayse.writes('merhaba')
  await ayse.taps('Devam et: Barselona')
  expect(ayse.last).toContain('E-posta')
})

test('a command at the summary is answered, with one button back instead of all of it again', async () => {
  await reaches(ayse)
  await ayse.writes('/privacy')
  expect(ayse.last).toContain('henüz gönderilmedi')
  expect(ayse.last).not.toContain('Lütfen kontrol ediniz')
  await ayse.taps('Devam et: Barselona')
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
})

test('the home card leads back to the summary by itself, once', async () => {
  await reaches(ayse)
  await ayse.writes('/start')
  expect(ayse.last).toContain('Sayın Ayşe Yılmaz')
  await ayse.taps('Başvuruya devam')
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
})
