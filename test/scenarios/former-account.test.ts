import { afterEach, beforeEach, expect, test } from 'vitest'
import { reaches, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  await firm(world)
  await delegation(world)
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

/** Somebody who belongs to the firm, in the middle of an application. */
async function inTheMiddle(name: string): Promise<Person> {
  const somebody = world.person(name)
  const { joining } = world.house.rooms.people
  const token = await world.house.database.transaction(() => joining.inviteToFirm(1, null))
  await somebody.starts(`f_${token}`)
  await reaches(somebody, 'email', { of: steps.filter((step) => !step.name.startsWith('firm')) })
  return somebody
}

/** Zeynep makes a link with which a person goes on from another account. */
async function linkThatMoves(name: string): Promise<string> {
  await zeynep.writes('/desk')
  for (const button of ['Firmalar ve kişiler', 'Çelik', name, 'Başka Telegram hesabına taşı'])
    await zeynep.taps(button)
  return /start=(m_[\w-]+)/.exec(zeynep.last)?.[1] ?? ''
}

const wentWrong = () => world.lines.filter((line) => line.includes('"level":"error"'))

test('after a move in the middle of an application the former account is answered, and the new one goes on', async () => {
  const former = await inTheMiddle('Kemal Eski')
  const button = former.holds('Ara ver')
  const link = await linkThatMoves('Kemal Eski')
  const anew = world.person('Kemal Er')
  await anew.starts(link)

  await former.writes('kemal@example.com')
  former.doesNotSee('Özür dilerim')
  expect(await former.presses(button)).toBeTruthy()
  await former.writes('/trips')
  expect(former.last).toContain('Barselona')
  await former.writes('Merhaba')
  former.doesNotSee('Özür dilerim')
  expect(wentWrong()).toEqual([])

  await anew.writes('/trips')
  await anew.taps('Barselona')
  await anew.taps('devam')
  expect(anew.last).toContain('E-posta')
})

test('a sitting that outlives the move ends at the next word', async () => {
  const former = await inTheMiddle('Kemal Eski')
  const sitting = await world.house.database.sql`select * from conversations where lane = ${former.id}`
  expect(sitting).toHaveLength(1)
  await world.house.database.sql`update accounts set person_id = null where user_id = ${former.id}`
  await former.writes('kemal@example.com')
  former.doesNotSee('Özür dilerim')
  expect(await world.house.database.sql`select 1 from conversations where lane = ${former.id}`).toEqual([])
  expect(wentWrong()).toEqual([])
})
