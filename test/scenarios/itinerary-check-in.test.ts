import { afterEach, beforeEach, expect, test } from 'vitest'
import { cellText } from '../../src/shared/spreadsheet.ts'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { lastWorkbook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
let zeynep: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-11T06:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const instant = (moment: string) =>
  Temporal.ZonedDateTime.from(`2026-12-${moment}[Europe/Madrid]`).toInstant()

async function opensLists(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona rail')
  await zeynep.taps('Roll-call and check-in')
}

/** The code of the whole activity, as it hangs on the wall. */
async function code(): Promise<string> {
  await opensLists()
  await zeynep.taps('QR code for the whole activity')
  return /start=(a_[\w-]+)/.exec(zeynep.last)?.[1] ?? ''
}

test('one code for all: what is going on is ticked, else what begins next, and what else is open is offered', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  const token = await code()
  expect(await code()).toBe(token)
  await marta.starts(token)
  marta.sees('is not open yet: from 07:45 (Barcelona')
  await madrid('11T08:50')
  await marta.starts(token)
  expect(marta.last).toContain('✅ 08:45 · Barcelona')
  expect(marta.last).toContain('Welcome!')
  // Read twice, the next item is not ticked in its place.
  await marta.starts(token)
  expect(marta.last).toContain('already noted')
  const next = marta.holds('🏛 09:30')
  await madrid('11T09:20')
  await marta.presses(next)
  expect(marta.last).toContain('✅ 09:30 · Barcelona')
  await world.person('Somebody Else', 'en').starts(token)
  await zeynep.starts(token)
  zeynep.sees('check-in is for the approved participants')
  await madrid('15T12:00')
  await marta.starts(token)
  marta.sees('Nothing of this activity is open for check-in any more.')
})

test('of two things at once one says where one is', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T08:45') })
  const token = await code()
  await madrid('11T08:46')
  await marta.starts(token)
  expect(marta.last).toContain('Several items are open now. Where are you?')
  await marta.taps('🏛 08:45')
  expect(marta.last).toContain('✅ 08:45 · Barcelona · Barcelona Chamber of Commerce')
})

test('who came when and how: on the card, and as a sheet', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { bus: '1' })
  await traveller(world, barcelona, 'Anne Roux', { bus: '1' })
  const can = await traveller(world, barcelona, 'Can Demir', { bus: '1' })
  const { database } = world.house
  await database.query(
    `update persons set phone = '+34600999888', is_phone_verified = true where given_names = 'Can'`,
    [],
  )
  const team = [
    {
      row: 2,
      name: 'Leader',
      role: null,
      phone: '+34600999888',
      languages: [],
      bus: '1',
      onDutyFrom: null,
      onDutyTo: null,
    },
  ]
  await database.query(
    `insert into activity_sheets (activity_id, sheet, rows) values (${barcelona}, 'team', $1::jsonb)`,
    [JSON.stringify(team)],
  )
  await publishBarcelona(world, barcelona)
  const token = await code()
  await opensLists()
  await zeynep.taps('Attendance sheet')
  expect(zeynep.notes.at(-1) ?? zeynep.last).toContain('Nobody has been marked as present')
  await madrid('11T08:31')
  await marta.taps('I am here')
  await madrid('11T08:32')
  await jordi.starts(token)
  await jordi.taps('08:45')
  await madrid('11T08:33')
  await can.taps('Bus 1')
  await can.taps('⬜ Anne Roux')
  await madrid('11T08:34')
  await zeynep.taps('Bus 1')
  await zeynep.taps('⬜ Can Demir')
  await zeynep.taps('All at a glance')
  await zeynep.taps('Who came when')
  expect(zeynep.last.split('\n').slice(3)).toEqual([
    '✅ Marta Puig · 08:31 · own tap',
    '✅ Jordi Vila · 08:32 · QR code',
    '✅ Anne Roux · 08:33 · bus leader',
    '✅ Can Demir · 08:34 · coordinator',
  ])
  await opensLists()
  await zeynep.taps('Attendance sheet')
  expect(zeynep.last).toContain('4 rows')
  const book = await lastWorkbook(world, zeynep)
  const rows = (book.sheets[0]?.rows ?? []).map(({ cells }) => cells.map(({ value }) => cellText(value)))
  expect(rows[0]).toEqual(['Day', 'Time', 'City', 'What', 'Name', 'Firm', 'Came at', 'How', 'Ticked by'])
  expect(rows[1]?.slice(3)).toEqual(['Walk to the Chamber', 'Anne Roux', '08:33', 'bus leader', 'Can Demir'])
  expect(await jordi.presses({ ...zeynep.holds('Attendance sheet') })).toContain('Only the coordinators')
})
