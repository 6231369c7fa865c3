import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicantIn, applicants, opensCard, statesIn } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const confirmBy = { details: { confirmBy: '2026-11-28' } }

const words = {
  tr: {
    day: '28 Kasım 2026',
    ask: 'Geleceğinizi lütfen',
    remind: 'Geliyor musunuz?',
    yes: 'Geliyorum',
    thanks: 'geleceğinizi not aldık',
  },
  en: {
    day: '28 November 2026',
    ask: 'Please confirm with one tap',
    remind: 'Are you coming?',
    yes: 'I am coming',
    thanks: 'noted that you are coming',
  },
  es: {
    day: '28 de noviembre de 2026',
    ask: 'Por favor, confirme',
    remind: '¿Asistirá?',
    yes: 'Sí, asistiré',
    thanks: 'anotado que asistirá',
  },
  fr: {
    day: '28 novembre 2026',
    ask: 'Merci de confirmer',
    remind: 'Venez-vous',
    yes: 'Je viens',
    thanks: 'votre venue est notée',
  },
}

test.each(['tr', 'en', 'es', 'fr'] as const)(
  'whoever is approved is asked whether they come, and reminded: %s',
  async (language) => {
    const lucia = await applicantIn(world, confirmBy, 'Lucía Ferrer', language)
    await zeynep.taps('Approve')
    const said = words[language]
    const approval = lucia.shown(said.ask).text ?? ''
    expect(approval).toContain(said.day)
    lucia.doesNotSee(said.remind)
    await world.clockShows('2026-11-25T10:05[Europe/Istanbul]')
    lucia.sees(said.remind)
    await lucia.taps(said.yes)
    lucia.sees(said.thanks)
    await opensCard(zeynep, 'Approved', '0001')
    expect(zeynep.last).toContain('Has said that they are coming')
    await world.clockShows('2026-11-29T10:00[Europe/Istanbul]')
    expect(lucia.texts.filter((text) => text.includes(said.remind))).toHaveLength(0)
    zeynep.doesNotSee('has not said yet')
  },
)

test('after two reminders the silent stand on the coordinator’s list with their phones, and keep their seat', async () => {
  const [ayse, kemal] = await applicants(world, { ...confirmBy, perFirm: null }, 'Ayşe Yılmaz', 'Kemal Er')
  await opensCard(zeynep, 'New', '0001')
  await zeynep.taps('Approve')
  await opensCard(zeynep, 'New', '0002')
  await zeynep.taps('Approve')
  await ayse.taps('Geliyorum')
  await world.clockShows('2026-11-29T10:00[Europe/Istanbul]')
  expect(kemal.texts.filter((text) => text.includes('Geliyor musunuz?'))).toHaveLength(2)
  expect(ayse.texts.filter((text) => text.includes('Geliyor musunuz?'))).toHaveLength(0)
  zeynep.sees('1 person has not said yet whether they are coming')
  zeynep.sees('• Kemal Er, Çelik Dış Ticaret A.Ş., +90 532')
  expect(await statesIn(world)).toEqual(['approved', 'approved'])
  await kemal.taps('Geliyorum')
  expect(await statesIn(world)).toEqual(['approved', 'approved'])
})

test('whoever is approved after the day has two days; whoever withdraws hears nothing more', async () => {
  const [ayse] = await applicants(world, confirmBy, 'Ayşe Yılmaz')
  await world.clockShows('2026-11-30T10:30[Europe/Istanbul]')
  await zeynep.taps('Approve')
  ayse.sees('2 Aralık 2026 gününe kadar')
  await ayse.starts('t_BCN26')
  await ayse.taps('Başvuruyu geri çek')
  await ayse.taps('Evet, geri çekiyorum')
  await world.clockShows('2026-12-04T10:30[Europe/Istanbul]')
  ayse.doesNotSee('Geliyor musunuz?')
  zeynep.doesNotSee('has not said yet')
})

test('the button of somebody who has left says so, and one that is forwarded nothing', async () => {
  const [ayse, kemal] = await applicants(world, confirmBy, 'Ayşe Yılmaz', 'Kemal Er')
  await opensCard(zeynep, 'New', '0001')
  await zeynep.taps('Approve')
  const yes = ayse.holds('Geliyorum')
  expect(await kemal.presses(yes)).toContain('yetkiniz yok')
  await ayse.starts('t_BCN26')
  await ayse.taps('Başvuruyu geri çek')
  await ayse.taps('Evet, geri çekiyorum')
  expect(await ayse.presses(yes)).toContain('geri çek')
})
