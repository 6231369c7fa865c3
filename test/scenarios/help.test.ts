import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies, begins } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await firm(world)
})
afterEach(() => world.close())

const chamber = () =>
  world.house.database.transaction(() =>
    world.house.rooms.people.controllers.update({
      name: { tr: 'Eskişehir Sanayi Odası', en: 'Eskişehir Chamber of Industry' },
      contactEmail: 'kvkk@example.org',
      contactPhone: '+902222222222',
    }),
  )

test('/help says how the chamber is reached, and the duty phone of what one applies for', async () => {
  await chamber()
  await delegation(world, { details: { dutyPhone: '+905320000000' } })
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts()
  await ayse.writes('/help')
  expect(ayse.last).toContain('Bir kişiye ulaşmak için:')
  expect(ayse.last).toContain('Eskişehir Sanayi Odası: kvkk@example.org, +90 222 222 22 22')
  expect(ayse.last).not.toContain('+90 532')

  const emma = world.person('Emma Wilson', 'en')
  await applies(emma, { language: 'en' })
  await emma.writes('/help')
  expect(emma.last).toContain('☎️ Barcelona rail delegation: +90 532 000 00 00')
  expect(emma.last).toContain('Eskişehir Chamber of Industry: kvkk@example.org')
  await world.clockShows('2026-12-15T12:00[Europe/Madrid]')
  await emma.writes('/help')
  expect(emma.last).not.toContain('+90 532')
})

test('/help in the middle of an application says it too, and the question is shown again below', async () => {
  await chamber()
  await delegation(world, { details: { dutyPhone: '+905320000000' } })
  const lucia = world.person('Lucía Ferrer', 'es')
  await begins(lucia, { language: 'es' })
  await lucia.writes('/help')
  const { text = '' } = lucia.shown('Para hablar con una persona')
  expect(text).toContain('Está solicitando plaza')
  expect(text).toContain('Misión ferroviaria a Barcelona: +90 532 000 00 00')
  expect(text).toContain('kvkk@example.org')
  expect(lucia.last).toContain('protección de datos')
})

test('/help names the chamber where it has told nothing of itself', async () => {
  const claire = world.person('Claire Dupré', 'fr')
  await claire.starts()
  await claire.writes('/help')
  expect(claire.last).toContain('votre chambre')
})
