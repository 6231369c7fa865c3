import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { applicants, opensCard, statesIn } from '../support/life.ts'
import { phrases } from '../support/phrases.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** French has spaces that do not break. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

const withdrawUntil = { details: { withdrawUntil: '2026-11-10' } }

const words = {
  tr: {
    free: 'Geri çekilme için son gün: 10 Kasım 2026',
    seat: 'Yeriniz hemen',
    why: 'Nedenini',
    visa: 'Vize ya da',
    thanks: 'Not aldık: Vize ya da pasaport',
  },
  en: {
    free: 'Last day to withdraw: 10 November 2026',
    seat: 'Your seat is free',
    why: 'tell us why',
    visa: 'Visa or',
    thanks: 'Noted: Visa or passport',
  },
  es: {
    free: 'Último día para retirarse: 10 de noviembre de 2026',
    seat: 'Su plaza queda libre',
    why: 'el motivo',
    visa: 'Visado o',
    thanks: 'Anotado: Visado o pasaporte',
  },
  fr: {
    free: 'Dernier jour pour se retirer : 10 novembre 2026',
    seat: 'Votre place est aussitôt',
    why: 'pourquoi',
    visa: 'Visa ou',
    thanks: 'C’est noté : Visa ou passeport',
  },
}

test.each(['tr', 'en', 'es', 'fr'] as const)(
  'withdrawing says until when it is free, and asks why by a tap: %s',
  async (language) => {
    const zeynep = await world.coordinator('Zeynep Kaya', 'en')
    await delegation(world, withdrawUntil)
    await firm(world)
    const ayse = world.person('Ayşe Yılmaz', language)
    await applies(ayse, { language })
    await zeynep.taps('Approve')
    await ayse.starts('t_BCN26')
    await ayse.taps(phrases[language].withdraw)
    const said = words[language]
    const shown = plain(ayse.last)
    expect(shown).toContain(plain(said.free))
    expect(shown).toContain(plain(said.seat))
    await ayse.taps(phrases[language].withdrawYes)
    expect(ayse.last).toContain(said.why)
    expect(await statesIn(world)).toEqual(['withdrawn'])
    zeynep.sees('application withdrawn')
    zeynep.doesNotSee('After the last day to withdraw')
    await ayse.taps(said.visa)
    expect(plain(ayse.last)).toContain(plain(said.thanks))
    zeynep.sees('Their reason: Visa or passport')
  },
)

test('after the last day it says what that can cost, and the coordinators see that it came late', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  const [ayse] = await applicants(world, withdrawUntil, 'Ayşe Yılmaz')
  await zeynep.taps('Onayla')
  await world.clockShows('2026-11-11T09:00[Europe/Istanbul]')
  await ayse.starts('t_BCN26')
  await ayse.taps('Başvuruyu geri çek')
  expect(ayse.last).toContain('son gün geçti (10 Kasım 2026)')
  await ayse.taps('Evet, geri çekiyorum')
  zeynep.sees('Geri çekilme süresi geçtikten sonra')
})

test('whoever has withdrawn stands on a list of their own, and may apply again', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  const [ayse, kemal] = await applicants(world, {}, 'Ayşe Yılmaz', 'Kemal Er')
  await zeynep.writes('/desk')
  await zeynep.taps('Barselona')
  expect(zeynep.buttons.join()).not.toContain('Ayrılan')
  const reason = { ...ayse.holds('Başvurumu gör'), data: 'a.why:1:visa' }
  await ayse.starts('t_BCN26')
  await ayse.taps('Başvuruyu geri çek')
  await ayse.taps('Evet, geri çekiyorum')
  expect(await kemal.presses({ ...reason })).toContain('yetkiniz yok')
  await ayse.taps('Kişisel neden')
  await opensCard(zeynep, 'Ayrılan 1', '0001 Ayşe')
  expect(zeynep.last).toContain('Nedeni: Kişisel neden')
  await ayse.starts('t_BCN26')
  await ayse.taps('Başvur')
  await ayse.taps('Hayır')
  await ayse.taps('Atla')
  await ayse.taps('Başvuruyu gönder')
  expect(await statesIn(world)).toEqual(['withdrawn', 'submitted', 'submitted'])
})

test('what has begun cannot be withdrawn from any more', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  const [ayse] = await applicants(world, {}, 'Ayşe Yılmaz')
  await zeynep.taps('Onayla')
  await ayse.starts('t_BCN26')
  await ayse.taps('Başvuruyu geri çek')
  await world.clockShows('2026-12-10T09:00[Europe/Madrid]')
  expect(await ayse.taps('Evet, geri çekiyorum')).toContain('geri çekilemez')
  expect(await statesIn(world)).toEqual(['approved'])
})
