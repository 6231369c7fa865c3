import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

/** The walk of Friday morning, 08:45 by the clock of Barcelona, is for everybody. */
let world: World
let barcelona: number
let zeynep: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-11T04:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const query = (text: string, values: string[] = []) =>
  world.house.database.query<Record<string, unknown>>(text, values)

const attendances = () =>
  query(
    `select p.given_names as name, a.way, to_char(a.at at time zone 'Europe/Madrid', 'HH24:MI') as at
     from attendances a join applications on applications.id = a.application_id
     join persons p on p.id = applications.person_id order by a.at, p.given_names`,
  )

async function hasPhone(givenNames: string, phone: string): Promise<void> {
  await query('update persons set phone = $2, is_phone_verified = true where given_names = $1', [
    givenNames,
    phone,
  ])
}

async function leads(phone: string, bus: string): Promise<void> {
  const rows = [
    { row: 2, name: 'Leader', role: null, phone, languages: [], bus, onDutyFrom: null, onDutyTo: null },
  ]
  await query(
    `insert into activity_sheets (activity_id, sheet, rows) values (${barcelona}, 'team', $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

const asked = ({ texts }: Person) => texts.filter((text) => text.startsWith('🙋')).length
const cardOf = (person: Person) => person.shown('🙋 Roll-call: ').text ?? ''

test('everybody says so themselves, and the coordinator sees it on her card', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { language: 'es', bus: '2' })
  await hasPhone('Jordi', '+34600111222')
  await publishBarcelona(world, barcelona)
  await madrid('11T08:29')
  expect(asked(marta)).toBe(0)
  await madrid('11T08:30')
  expect(marta.last).toContain('🙋 08:45 · Barcelona · Hotel, Eixample')
  expect(jordi.last).toContain('Recuento: ¿está usted en el punto de encuentro?')
  expect(cardOf(zeynep)).toContain('0 of 2 are there')
  expect(cardOf(zeynep)).toContain('Bus 2: 0/1\n⬜ Jordi Vila · +34 600 11 12 22')

  const button = marta.holds('I am here')
  await marta.presses(button)
  expect(marta.last).toContain('✅ 08:45 · Barcelona')
  // A second tap, and one on what somebody else was shown.
  expect(await marta.presses(button)).toContain('noted')
  await madrid('11T08:30:03')
  expect(cardOf(zeynep)).toContain('1 of 2 is there')
  expect(cardOf(zeynep)).toContain('Bus 1: 1/1\n✅ Everybody is there.')
  expect(await attendances()).toEqual([{ name: 'Marta', way: 'self', at: '08:30' }])
})

test.each([
  ['tr', 'Buluşma yerinde misiniz?', '✅ Buradayım', 'Geldiğiniz kaydedildi', '✅ Bindim'],
  ['en', 'are you at the meeting point?', '✅ I am here', 'Your arrival is noted', '✅ I’m on board'],
  ['es', '¿está usted en el punto de encuentro?', '✅ Estoy aquí', 'ha llegado', '✅ Estoy a bordo'],
  [
    'fr',
    'êtes-vous au point de rendez-vous',
    '✅ Je suis là',
    'Votre arrivée est notée',
    '✅ Je suis à bord',
  ],
] as const)('on foot one is there, in a coach on board, in %s', async (language, ask, here, done, aboard) => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { language })
  await publishBarcelona(world, barcelona)
  await madrid('11T08:30')
  expect(marta.last).toContain(ask)
  await marta.taps(here)
  expect(marta.last).toContain(done)
  await madrid('12T08:15')
  await marta.taps(aboard)
})

test('the missing are asked again five minutes before, and the coordinator is told whom to call', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { bus: '2' })
  await hasPhone('Jordi', '+34600111222')
  await publishBarcelona(world, barcelona)
  await madrid('11T08:31')
  await marta.taps('I am here')
  await madrid('11T08:40')
  expect([asked(marta), asked(jordi)]).toEqual([0, 2])
  expect(jordi.last).toContain('You are still missing')
  expect(zeynep.last).toContain('1 person is missing:\n⬜ Jordi Vila · +34 600 11 12 22')
  const call = world.calls.findLast(({ payload }) => Number(payload['chat_id']) === zeynep.id)
  expect(call?.payload['protect_content']).toBe(true)

  // One tap asks once more, not more than once a minute.
  await zeynep.taps('Ask the missing again')
  expect(await zeynep.taps('Ask the missing again')).toContain('less than a minute ago')
  expect(asked(jordi)).toBe(3)
  await madrid('11T08:41:01')
  await zeynep.taps('Ask the missing again')
  expect(asked(jordi)).toBe(4)

  // The coach waits a little; then it is closed.
  const late = jordi.holds('I am here')
  await madrid('11T09:16')
  expect(cardOf(zeynep)).toContain('Closed')
  expect(await jordi.presses(late)).toContain('is closed')
  expect(await attendances()).toHaveLength(1)
})

test('a coordinator ticks others, one bus at a time, and takes a tick away', async () => {
  await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { bus: '1' })
  await publishBarcelona(world, barcelona)
  await madrid('11T08:32')
  const bus = zeynep.holds('Bus 1 · 0/2')
  await zeynep.presses(bus)
  expect(await zeynep.presses(bus)).toBe('This is how it stands now.')
  const mark = zeynep.holds('⬜ Jordi Vila')
  await zeynep.presses(mark)
  await zeynep.presses(mark)
  expect(await attendances()).toEqual([{ name: 'Jordi', way: 'list', at: '08:32' }])
  await zeynep.taps('✅ Jordi Vila')
  expect(await attendances()).toEqual([])
  // Whoever is no coordinator has nothing of it, even with the button.
  expect(await jordi.presses(mark)).toContain('kept by the coordinators')
  // Whoever has withdrawn is not on the list any more.
  await world.house.database.transaction(() =>
    world.house.rooms.activities.applications.update(jordi.applicationId, { state: 'withdrawn' }),
  )
  expect(await zeynep.presses(mark)).toContain('not in the roll-call any more')
  expect(await attendances()).toEqual([])
})

test('a bus leader sees and ticks her own bus', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  await traveller(world, barcelona, 'Jordi Vila', { bus: '2' })
  const anne = await traveller(world, barcelona, 'Anne Roux', { bus: '1' })
  await hasPhone('Marta', '+34600999888')
  await leads('+34600999888', '1')
  await publishBarcelona(world, barcelona)
  await madrid('11T08:31')
  expect(cardOf(marta)).toContain('Bus 1: 0/2')
  expect(cardOf(marta)).not.toContain('Jordi')
  await marta.taps('Bus 1')
  await marta.taps('⬜ Anne Roux')
  expect(await attendances()).toEqual([{ name: 'Anne', way: 'leader', at: '08:31' }])
  await zeynep.taps('Bus 2')
  const others = zeynep.holds('⬜ Jordi Vila')
  expect(await marta.presses(others)).toContain('not in the roll-call any more')
  await anne.taps('I am here')
  expect(await attendances()).toHaveLength(1)
})

test('a restart in between loses nothing; a cancelled departure asks nobody any more', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { bus: '1' })
  await publishBarcelona(world, barcelona)
  await madrid('11T08:30')
  await marta.taps('I am here')
  await world.deploys()
  await madrid('11T08:35')
  expect(cardOf(zeynep)).toContain('1 of 2 is there')
  const late = jordi.holds('I am here')
  const [coach] = await query(`select key from itinerary_items where id = (select item_id from attendances)`)
  await changeItem(world, barcelona, String(coach?.['key']), { status: 'cancelled' })
  await madrid('11T08:41')
  expect(asked(jordi)).toBe(1)
  zeynep.sees('Cancelled: nobody is asked any more')
  zeynep.doesNotSee('missing:')
  expect(await jordi.presses(late)).toContain('has been cancelled')
})

test('whoever has a flight of their own is not asked for the group’s', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { bus: '1' })
  await query(
    `update participant_details set flight_back = 'VY 7842' where application_id = ${jordi.applicationId}`,
  )
  await query(`update persons set home_zone = 'Europe/Istanbul'`)
  await publishBarcelona(world, barcelona)
  await madrid('13T14:20')
  const before = [asked(marta), asked(jordi)]
  await madrid('13T14:26')
  expect([asked(marta), asked(jordi)]).toEqual([(before[0] ?? 0) + 1, before[1]])
})

test('the code on the wall: from an hour before to half an hour after, for those whom it is for', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  const late = await traveller(world, barcelona, 'Anne Roux')
  await publishBarcelona(world, barcelona)
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona')
  await zeynep.taps('Roll-call and check-in')
  await zeynep.taps('08:45')
  await zeynep.taps('QR code')
  const token = /start=(a_[\w-]+)/.exec(zeynep.last)?.[1] ?? ''
  await madrid('11T07:44:30')
  await marta.starts(token)
  marta.sees('is not open yet: from 07:45 (Barcelona')
  await madrid('11T07:45')
  await marta.starts(token)
  await marta.starts(token)
  expect(marta.last).toContain('already noted')
  await world.person('Somebody Else', 'en').starts(token)
  await madrid('11T09:14:30')
  await jordi.starts(token)
  expect(jordi.last).toContain('Welcome!')
  await madrid('11T09:15:01')
  await late.starts(token)
  late.sees('is closed')
  await zeynep.starts(token)
  zeynep.sees('check-in is for the approved participants of this item')
  await jordi.starts('a_unknown')
  jordi.sees('do not know this code')
  expect(await attendances()).toEqual([
    { name: 'Marta', way: 'code', at: '07:45' },
    { name: 'Jordi', way: 'code', at: '09:14' },
  ])
})

test('once it has left, the roll-call leads to whoever was not there, to be called or noted as not having come', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  await traveller(world, barcelona, 'Jordi Vila', { bus: '1' })
  await hasPhone('Jordi', '+34600111222')
  await hasPhone('Marta', '+34600333444')
  await publishBarcelona(world, barcelona)
  await madrid('11T08:30')
  await marta.taps('✅ I am here')
  expect(zeynep.buttons.join()).not.toContain('Not there')
  await madrid('11T08:46')
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona rail')
  await zeynep.taps('🙋 Roll-call and check-in')
  await zeynep.taps('08:45')
  await zeynep.taps('🚷 Not there: 1')
  expect(zeynep.last).toContain('Jordi Vila · +34 600 11 12 22')
  expect(zeynep.last).toContain('“🚫 Did not come”')
  expect(zeynep.last).not.toContain('Marta')
  await zeynep.taps('Jordi Vila')
  await zeynep.taps('🚫 Did not come')
  expect(await query(`select a.state from applications a order by a.id`)).toEqual([
    { state: 'approved' },
    { state: 'no_show' },
  ])
  // Whoever leads a bus only ticks.
  const held = zeynep.holds('🚷 Not there: 1')
  await leads('+34600333444', '1')
  expect(await marta.presses(held)).toContain('coordinat')
})
