import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
let zeynep: Person
let marta: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-11T12:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  await publishBarcelona(world, barcelona)
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const row = async (key: string) => {
  const rows = await world.house.database.query<{ status: string; revision: number; reminders: string }>(
    `select status, revision, (select count(*) from reminder_fires f where f.item_id = i.id and f.state = 'planned') as reminders
     from itinerary_items i where activity_id = $1 and key = $2`,
    [barcelona, key],
  )
  return rows[0]
}
const asked = ({ texts }: Person) => texts.filter((text) => /^🙋 \d/.test(text)).length

/** From the desk to the coach of tomorrow morning, and its next step to publishing. */
async function does(step: string): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona rail')
  await zeynep.taps('🗓 Programme')
  for (let pages = 0; pages < 5 && !zeynep.buttons.some((label) => label.includes('railway')); pages++)
    await zeynep.taps('Next ›')
  await zeynep.taps('Coach to the railway')
  await zeynep.taps(step)
  await zeynep.taps('Publish')
}

test('what is restored is what it was: told as taking place after all, with its reminders and a higher version', async () => {
  await changeItem(world, barcelona, 'coach-railgrup', { status: 'confirmed' })
  const before = await row('coach-railgrup')
  expect(Number(before?.reminders)).toBeGreaterThan(0)
  await does('Cancel the item')
  await madrid('11T12:30')
  expect(marta.texts.join()).toContain('Coach to the railway cluster\nCancelled.')
  expect(await row('coach-railgrup')).toMatchObject({ status: 'cancelled', reminders: '0' })
  await does('Restore')
  expect(zeynep.last).toContain('Published')
  const after = await row('coach-railgrup')
  expect(after).toMatchObject({ status: 'confirmed', reminders: before?.reminders })
  expect(after?.revision).toBe((before?.revision ?? 0) + 2)
  await madrid('11T13:00')
  expect(marta.texts.join()).toContain('It takes place after all.')
  marta.doesNotSee('New in your programme')
})

test('a departure that is cancelled and restored while it is counted is counted anew', async () => {
  await madrid('12T08:16')
  expect(asked(marta)).toBe(1)
  await does('Cancel the item')
  await madrid('12T08:17')
  await does('Restore')
  await madrid('12T08:18')
  expect(asked(marta)).toBe(2)
  await marta.taps('I’m on board')
  expect(zeynep.shown('🙋 Roll-call: ').text).toBeDefined()
})

test('what a workbook takes out and brings again takes place after all, and is not new', async () => {
  const { workbook } = world.house.rooms.itinerary
  const rows = await workbook.read(barcelona)
  const [by] = await world.house.database.query<{ id: number }>('select person_id::int as id from roles', [])
  const publish = (items: typeof rows) =>
    world.house.database.transaction(() => workbook.publish(barcelona, items, by?.id ?? 0))
  await publish(rows.filter(({ id }) => id !== 'plant'))
  await madrid('11T12:10')
  expect(marta.texts.join()).toContain('Cancelled.')
  await publish(rows)
  await madrid('11T12:20')
  expect(marta.texts.join()).toContain('It takes place after all.')
  marta.doesNotSee('New in your programme')
})

test('the pin of what begins comes by a tap on its reminder', async () => {
  await madrid('11T15:01')
  expect(marta.last).toContain('🤝 15:15 · Barcelona · Barcelona Chamber of Commerce')
  expect(marta.last).toContain('📍 Av. Diagonal 452, 08006 Barcelona')
  await marta.taps('Show on the map')
  const venue = world.calls.findLast(({ method }) => method === 'sendVenue')?.payload
  expect(venue).toMatchObject({
    title: 'Barcelona Chamber of Commerce',
    address: 'Av. Diagonal 452, 08006 Barcelona',
  })
})
