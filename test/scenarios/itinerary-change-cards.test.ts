import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-09T12:00:00+03:00[Europe/Istanbul]' })
  barcelona = (await delegation(world)).id
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const instant = (moment: string) =>
  Temporal.ZonedDateTime.from(`2026-12-${moment}[Europe/Madrid]`).toInstant()
const cards = ({ texts }: Person) => texts.filter((text) => text.startsWith('📣'))
const query = (text: string) => world.house.database.query(text, [])

/** Moves the visit of the consulate from a phone, as somebody does who runs the trip. */
async function movesVisit(coordinator: Person, to: string) {
  await coordinator.writes('/desk')
  await coordinator.taps('Barcelona rail')
  await coordinator.taps('🗓 Programme')
  await coordinator.taps('Next ›')
  await coordinator.taps('Market briefing')
  await coordinator.taps('Move')
  await coordinator.writes(to)
  await coordinator.taps('Publish')
}

test('the card of a change is for whoever has published it and who is on duty; others open it themselves', async () => {
  const selin = await world.coordinator('Selin Kaya', 'en')
  const zeynep = await world.coordinator('Zeynep Ak', 'en')
  const elif = await world.coordinator('Elif Demir', 'en')
  await query(
    `update persons set phone = '+905321112233', is_phone_verified = true where given_names = 'Zeynep'`,
  )
  const team = [
    {
      ...{ row: 2, name: 'Zeynep Ak', role: 'Guide', phone: '+905321112233', languages: ['tr'], bus: null },
      ...{ onDutyFrom: '2026-12-10T08:00', onDutyTo: '2026-12-10T20:00' },
    },
  ]
  await query(
    `insert into activity_sheets (activity_id, sheet, rows) values (${barcelona}, 'team', '${JSON.stringify(team)}')`,
  )
  await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await madrid('10T14:00')
  await movesVisit(selin, '15:45')
  await madrid('10T14:01')
  expect([cards(selin), cards(zeynep), cards(elif)].map(({ length }) => length)).toEqual([1, 1, 0])
  expect(cards(selin)[0]).toContain('1 person was told.\n👁 Seen: 0 of 1')

  await elif.writes('/desk')
  await elif.taps('Barcelona rail')
  await elif.taps('📣 Changes')
  expect(cards(elif)[0]).toContain('👁 Seen: 0 of 1')
  expect(await elif.taps('🔄 Refresh')).toBe('This is how it stands now.')
})

test('what does not arrive stands on the card as soon as that is known', async () => {
  const selin = await world.coordinator('Selin Kaya', 'en')
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await query("update persons set phone = '+34600111222' where given_names = 'Marta'")
  await publishBarcelona(world, barcelona)
  await madrid('10T14:00')
  await marta.does((phone) => phone.block())
  await changeItem(world, barcelona, 'consulate', { startsAt: instant('10T15:45') })
  await madrid('10T14:01')
  expect(cards(selin)).toHaveLength(1)
  expect(cards(selin)[0]).toContain('⚠️ Not reached; please call:\n• Marta Puig · +34 600 11 12 22')
  expect(cards(selin)[0]).toContain('0 people were told.')
})

test('many who say within seconds that they have seen it change the card once, and the last of them counts', async () => {
  const selin = await world.coordinator('Selin Kaya', 'en')
  const people = [
    await traveller(world, barcelona, 'Marta Puig'),
    await traveller(world, barcelona, 'Jordi Vila'),
    await traveller(world, barcelona, 'Anna Roca'),
  ]
  await publishBarcelona(world, barcelona)
  await madrid('10T14:00')
  await changeItem(world, barcelona, 'consulate', { startsAt: instant('10T15:45') })
  expect(cards(selin)[0]).toContain('👁 Seen: 0 of 3')
  const changed = () =>
    world.calls.filter(
      ({ method, payload }) => method === 'editMessageText' && Number(payload['chat_id']) === selin.id,
    ).length
  const before = changed()
  // Somebody has tapped a moment before; the moment at which that is shown is far enough for slow machines.
  await query(
    `insert into change_cards (activity_id, show_at) values (${barcelona}, '${instant('10T14:05').toString()}')`,
  )
  for (const somebody of people) await somebody.taps('Seen')
  expect(changed()).toBe(before)
  await madrid('10T14:06')
  expect(cards(selin)[0]).toContain('👁 Seen: 3 of 3')
  expect(changed()).toBe(before + 1)
})

test('nothing was told: the key says so', async () => {
  const selin = await world.coordinator('Selin Kaya', 'en')
  await publishBarcelona(world, barcelona)
  await selin.writes('/desk')
  await selin.taps('Barcelona rail')
  expect(await selin.taps('📣 Changes')).toContain('No change of the programme was told')
})
