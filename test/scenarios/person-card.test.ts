import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicants, opensCard } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

test('the card of a person says everything, and coordinators note and tag on it', async () => {
  const [ayse] = await applicants(world, {}, 'Ayşe Yılmaz')
  await opensCard(zeynep, 'New', '0001')
  await zeynep.taps('Person card')
  zeynep.sees('Next: a decision')
  zeynep.sees('Çelik Dış Ticaret')
  await zeynep.taps('Application and decision')
  await zeynep.taps('Approve')
  await zeynep.taps('Person card')
  zeynep.sees('the activity begins on')

  await zeynep.taps('Notes (0)')
  await zeynep.taps('Write a note')
  await zeynep.writes('x'.repeat(501))
  zeynep.sees('between 1 and 500')
  await zeynep.writes('Needs a <quiet> room')
  zeynep.sees('Needs a <quiet> room')
  const sealed = await world.house.database.query(`select words from person_notes`, [])
  expect(JSON.stringify(sealed)).not.toContain('quiet')
  const removal = zeynep.holds('🗑 Needs')
  await zeynep.taps('Back to the person')
  zeynep.sees('🗒 Needs a <quiet> room')

  await zeynep.taps('Bus, hotel, group')
  await zeynep.taps('Write a bus')
  await zeynep.writes('2')
  zeynep.holds('✓ 🚌 2')
  await zeynep.taps('Back to the person')
  await zeynep.taps('History')
  zeynep.sees('approved · Zeynep')
  zeynep.sees('a note · Zeynep')

  // Nobody else reads or writes it, whatever button they hold.
  expect(await ayse.presses(removal)).toContain('yetkiniz yok')
  await zeynep.presses(removal)
  await zeynep.taps('Yes, delete it')
  zeynep.sees('no notes yet')
  expect(await world.house.database.query(`select 1 from person_notes`, [])).toEqual([])
})

test('correspondence that was begun and has no word yet can be opened', async () => {
  await applicants(world, {}, 'Ayşe Yılmaz')
  await opensCard(zeynep, 'New', '0001')
  await zeynep.taps('Person card')
  const card = zeynep.shown('Next: a decision').id
  await zeynep.taps('Write to them')
  await zeynep.writes('/cancel')
  await zeynep.presses({ messageId: card, data: 'c.thread:1:0' })
  zeynep.sees('Ayşe Yılmaz\n\nThere are no messages here.')
})
