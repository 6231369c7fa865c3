import { afterEach, beforeEach, expect, test } from 'vitest'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person

/** Zeynep is asked why, in her own words. */
beforeEach(async () => {
  world = await openWorld()
  await firm(world)
  await delegation(world)
  zeynep = await world.coordinator('Zeynep Kaya')
  await applies(world.person('Ayşe Yılmaz'))
  await zeynep.taps('Reddet')
  await zeynep.taps('Kendim yazayım')
})
afterEach(() => world.close())

test('the question for a reason is shown again in another language, and takes the next words', async () => {
  await zeynep.writes('/language')
  await zeynep.taps('Español')
  expect(zeynep.last).toContain('Ayşe Yılmaz')
  expect(zeynep.last).toContain('Escriba')
  await zeynep.writes('Este año solo fabricantes.')
  expect(zeynep.last).toContain('Este año solo fabricantes.')
  await zeynep.taps('Rechazar y')
})

test('the question for a reason is shown again after what is no answer to it', async () => {
  const question = zeynep.last
  await zeynep.does((phone) =>
    phone.sendFile({ kind: 'voice', name: 'v.ogg', mimeType: 'audio/ogg', bytes: new Uint8Array([1, 2, 3]) }),
  )
  expect(zeynep.last).toBe(question)
  await zeynep.writes('/help')
  expect(zeynep.last).toBe(question)
  await zeynep.writes('Bu yıl yalnızca üreticiler katılacak.')
  await zeynep.writes('/trips')
  expect(zeynep.last).toContain('Bu yıl yalnızca üreticiler katılacak.')
  await zeynep.taps('Reddet ve bildir')
  await zeynep.writes('/trips')
  expect(zeynep.last).not.toContain('üreticiler')
})

test('whoever loses the role while a reason is asked is no more asked, and is answered as anybody is', async () => {
  await world.house.database.sql`update roles set revoked_at = now()`
  await zeynep.writes('Merhaba')
  expect(zeynep.last).toContain('anlayamadım')
  await zeynep.writes('Merhaba')
  expect(zeynep.last).toContain('anlayamadım')
  await zeynep.starts('t_BCN26')
  await zeynep.taps('Başvur')
  await zeynep.taps('Okudum')
})
