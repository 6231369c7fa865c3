import { afterEach, beforeEach, expect, test } from 'vitest'
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

test('a number without its country code is read as the firm’s country has it, and shown back', async () => {
  const lucia = world.person('Lucía Ferrer', 'es')
  await reaches(lucia, 'phone', { language: 'es' })
  await lucia.writes('0532 123 45 67')
  lucia.sees('📱 +90 532 123 45 67, Turquía')
  expect(lucia.last).toContain('¿Su correo')
})

test('one that is of another country is confirmed by a tap, or by a word', async () => {
  const lucia = world.person('Lucía Ferrer', 'es')
  await reaches(lucia, 'phone', { language: 'es' })
  await lucia.writes('612 345 678')
  expect(lucia.last).toContain('¿Es correcto?')
  await lucia.taps('✔ +34 612 34 56 78, España')
  expect(lucia.last).toContain('¿Su correo')

  const emma = world.person('Emma Wilson', 'en')
  await reaches(emma, 'phone', { language: 'en' })
  await emma.writes('612 345 678')
  expect(emma.last).toContain('Is it right?')
  await emma.writes('yes')
  emma.sees('📱 +34 612 34 56 78, Spain')
  expect(emma.last).toContain('Your e-mail')
})

test('one that may be of two countries is chosen; another one may be written instead, or shared', async () => {
  const ayse = world.person('Ayşe Yılmaz')
  await reaches(ayse, 'phone')
  await ayse.writes('06 12 34 56 78')
  expect(ayse.last).toContain('Hangi numara doğru?')
  expect(ayse.buttons.join()).toContain('+31 6 12345678, Hollanda')
  await ayse.taps('‹ Geri')
  await ayse.writes('Satış müdürü')
  expect(ayse.last).toContain('Cep telefonunuz?')
  await ayse.writes('06 12 34 56 78')
  await ayse.writes('merhaba')
  expect(ayse.last).toContain('okuyamadım')
  await ayse.taps('✔ +33 6 12 34 56 78, Fransa')
  await ayse.taps('‹ Geri')
  await ayse.sharesOwnContact()
  expect(ayse.last).toContain('E-posta adresiniz?')
})
