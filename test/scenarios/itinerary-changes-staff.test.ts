import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
let paco: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-09T12:00:00+03:00[Europe/Istanbul]' })
  barcelona = (await delegation(world)).id
  paco = world.person('Paco Ruiz', 'es')
  const { giving } = world.house.rooms.people
  await paco.starts(`c_${await world.house.database.transaction(() => giving.invite('staff', 'BCN26'))}`)
  await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const instant = (moment: string) =>
  Temporal.ZonedDateTime.from(`2026-12-${moment}[Europe/Madrid]`).toInstant()
const changesTo = ({ texts }: Person) => texts.filter((text) => text.includes('Cambio en el programa'))

test('staff are told of changes as participants are: gathered, and nothing of what has been changed back', async () => {
  await madrid('10T12:00')
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T09:45') })
  await changeItem(world, barcelona, 'plant', { status: 'cancelled' })
  await changeItem(world, barcelona, 'b2b-1', { startsAt: instant('11T11:30') })
  await changeItem(world, barcelona, 'b2b-1', {})
  expect(changesTo(paco)).toEqual([])
  await madrid('10T12:05')
  expect(changesTo(paco)).toHaveLength(1)
  expect(changesTo(paco)[0]).toContain('09:45')
  expect(changesTo(paco)[0]).toContain('Cancelado')
  await madrid('10T13:00')
  expect(changesTo(paco)).toHaveLength(1)
})

test('what staff have not seen of the night rings once more, and stands on the card of the coordinators', async () => {
  const selin = await world.coordinator('Selin Kaya', 'en')
  await madrid('10T23:30')
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T10:00') })
  await madrid('10T23:40')
  expect(changesTo(paco)).toHaveLength(1)
  expect(selin.last).toContain('2 people were told.\n👁 Seen: 0 of 2')
  expect(selin.last).toContain('• Paco Ruiz')
  await madrid('11T07:59')
  const again = ({ texts }: Person) => texts.filter((text) => text.startsWith('🔔'))
  expect(again(paco)).toEqual([])
  await madrid('11T08:01')
  expect(again(paco)).toHaveLength(1)
  await paco.taps('Visto')
  await madrid('11T08:03')
  expect(selin.last).toContain('👁 Seen: 1 of 2')
  await selin.taps('Ask 1 person again')
  expect(again(paco)).toHaveLength(1)
})

test('somebody whose role is gone is told nothing that was waiting for them', async () => {
  await madrid('10T12:00')
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T09:45') })
  await world.house.database.query(`update roles set revoked_at = now() where role = 'staff'`, [])
  await madrid('10T12:05')
  expect(changesTo(paco)).toEqual([])
})
