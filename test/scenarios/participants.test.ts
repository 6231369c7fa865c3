import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CellValue } from '../../src/shared/spreadsheet.ts'
import { sheetOf } from '../features/activities/workbook/books.ts'
import { applies, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { filesOf, lastTable, lastWorkbook, sendsBook, withCells } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
let activityId: number
beforeEach(async () => {
  world = await openWorld()
  await firm(world)
  const training = await delegation(world, { kind: 'training', approval: 'automatic', perFirm: null })
  activityId = training.id
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const ofMember = steps.filter(({ name }) => name !== 'passport' && !name.startsWith('firm'))

async function seated(name: string, phone?: string): Promise<Person> {
  const somebody = world.person(name, 'tr', phone)
  const { joining } = world.house.rooms.people
  const token = await world.house.database.transaction(() => joining.inviteToFirm(1, null))
  await somebody.starts(`f_${token}`)
  await applies(somebody, { of: ofMember })
  return somebody
}

type Cells = (CellValue | null)[]

/** Zeynep sends a list of participants that only names its activity. */
const sendsList = (header: string[], ...rows: Cells[]) =>
  sendsBook(zeynep, 'list.xlsx', {
    sheets: [
      sheetOf('activity', [
        ['key', 'value'],
        ['code', 'BCN26'],
      ]),
      sheetOf('participants', [header, ...rows]),
    ],
  })

const travellers = () => world.house.rooms.activities.travellers.of(activityId)
const buses = async () => (await travellers()).map(({ name, bus }) => [name, bus])

describe('a row is somebody’s', () => {
  test('by number, phone, e-mail, or name and firm in any letters; old and new are shown, a tap publishes', async () => {
    await seated('Ayşe Yılmaz')
    await seated('Kemal Er', '+905327654321')
    await seated('İsmail Ağaoğlu')
    await sendsList(
      ['application', 'name', 'firm', 'phone', 'bus', 'role', 'group1', 'group2'],
      [1, null, null, null, '1', 'delege', 'A', 'Yönlendirme'],
      [null, null, null, '+90 532 765 43 21', '2', null, null, 'B'],
      [null, 'AGAOGLU Ismail', 'celik dis ticaret', null, '1', null, 'A', null],
    )
    zeynep.sees('Bus: empty → 1')
    zeynep.sees('Ayşe Yılmaz')
    zeynep.doesNotSee('have not applied')
    expect(await buses()).toEqual([
      ['Ayşe Yılmaz', null],
      ['Kemal Er', null],
      ['İsmail Ağaoğlu', null],
    ])
    await zeynep.taps('Publish')
    expect(await travellers()).toMatchObject([
      { number: 1, name: 'Ayşe Yılmaz', bus: '1', role: 'delegate', groups: ['A', 'Yönlendirme'] },
      { number: 2, name: 'Kemal Er', bus: '2', groups: ['B'], homeZone: 'Europe/Istanbul' },
      { number: 3, name: 'İsmail Ağaoğlu', bus: '1', groups: ['A'], firmName: 'Çelik Dış Ticaret A.Ş.' },
    ])
  })

  test('a column that is not in the file leaves what was there; an empty cell empties it, and says so', async () => {
    await seated('Ayşe Yılmaz')
    await sendsList(['application', 'bus', 'hotel', 'group1', 'group2'], [1, '1', 'Catalonia', 'A', 'B'])
    await zeynep.taps('Publish')
    await sendsList(['application', 'bus', 'group1'], [1, null, 'C'])
    zeynep.sees('Bus: 1 → empty')
    await zeynep.taps('Publish')
    expect(await travellers()).toMatchObject([{ bus: null, hotel: 'Catalonia', groups: ['C', 'B'] }])
    await sendsList(['application', 'bus', 'group1'], [1, null, 'C'])
    zeynep.sees('there is nothing to publish')
  })
})

describe('nobody is guessed', () => {
  test('each doubtful row is named with its mend, and the others are published', async () => {
    await seated('Ayşe Yılmaz')
    await seated('Kemal Er')
    await seated('Kemal Er')
    const deniz = await seated('Deniz Su')
    await deniz.writes('/trips')
    for (const label of ['Barselona', 'geri çek', 'Evet, geri çekiyorum']) await deniz.taps(label)
    const celik = 'Çelik Dış Ticaret A.Ş.'
    await sendsList(
      ['application', 'name', 'firm', 'bus'],
      [1, 'Kemal Er', null, '1'],
      [null, 'Kemal Er', celik, '1'],
      [99, 'Ece Ak', null, '1'],
      [4, 'Deniz Su', null, '1'],
      [null, 'Ayşe Yilmas', celik, '1'],
      [2, 'Kemal Er', null, '3'],
    )
    zeynep.sees('Sheet participants, row 2')
    zeynep.sees('is that of application 1 Ayşe Yılmaz (Çelik Dış Ticaret A.Ş.)')
    zeynep.sees('“Kemal Er” may be any of these applications: 2 Kemal Er')
    zeynep.sees('no application number 99')
    zeynep.sees('and 2 more, in the file below')
    const listed = (await lastTable(world, zeynep, 'To check')).map((row) => row['What to do']).join()
    expect(listed).toContain('Application 4 Deniz Su')
    expect(listed).toContain('“Ayşe Yilmas” has not applied; somebody with a similar name has: 1 Ayşe Yılmaz')
    zeynep.sees('1 person of the list of participants has not applied yet')
    await zeynep.taps('Publish')
    expect(await buses()).toEqual([
      ['Ayşe Yılmaz', null],
      ['Kemal Er', '3'],
      ['Kemal Er', null],
    ])
  })

  test('two rows of one person contradict each other: neither is taken, and that is said though nothing else changes', async () => {
    await seated('Ayşe Yılmaz')
    const row: Cells = [null, 'Ayşe Yılmaz', 'Çelik', '1']
    await sendsList(['application', 'name', 'firm', 'bus'], row, [1, null, null, '2'])
    zeynep.sees('there is nothing to publish')
    zeynep.sees('This row and row 2 are the same person: 1 Ayşe Yılmaz')
    expect(zeynep.buttons.join()).not.toContain('Publish')
  })

  test('a code that there is not, alone, is one mistake', async () => {
    await sendsBook(zeynep, 'list.xlsx', {
      sheets: [
        sheetOf('activity', [
          ['key', 'value'],
          ['code', 'LYON-1'],
        ]),
      ],
    })
    zeynep.sees('no activity with the code “LYON-1” yet')
    zeynep.sees('1 mistake')
  })
})

describe('somebody who has not applied yet', () => {
  const celik = 'Çelik Dış Ticaret A.Ş.'

  test('is known as soon as they do', async () => {
    await sendsList(['name', 'firm', 'bus', 'group1'], ['Ayşe Yılmaz', celik, '1', 'A'])
    zeynep.sees('1 person of the list of participants has not applied yet')
    await zeynep.taps('Publish')
    await sendsList(['name', 'firm', 'bus', 'group1'], ['Ayşe Yılmaz', celik, '1', 'A'])
    zeynep.sees('there is nothing to publish')
    await sendsList(['name', 'firm', 'bus', 'group1'], ['Ayşe Yılmaz', celik, '2', 'A'])
    zeynep.sees('Bus: 1 → 2')
    await zeynep.taps('Publish')
    await seated('Ayşe Yılmaz')
    expect(await travellers()).toMatchObject([{ bus: '2', groups: ['A'] }])
    await sendsList(['application', 'bus'], [1, '2'])
    zeynep.sees('there is nothing to publish')
  })

  test('can be taken out of the list, one by one or all, by those who run the activity', async () => {
    await sendsList(
      ['name', 'firm', 'phone', 'bus'],
      ['Ayşe Yılmaz', celik, null, '1'],
      ['Kemal Er', null, '+905327654321', '2'],
      ['Ece Ak', celik, null, '1'],
    )
    await zeynep.taps('Publish')
    await zeynep.writes('/desk')
    await zeynep.taps('Barcelona rail')
    await zeynep.taps('⏳ Rows without an application (3)')
    zeynep.sees('• Kemal Er, +90 532 765 43 21')
    await zeynep.taps('🗑 Kemal Er')
    zeynep.sees('Delete this row?')
    const late = zeynep.holds('Yes, delete')
    expect(await zeynep.taps('Yes, delete')).toBe('Deleted.')
    expect(await zeynep.presses(late)).toContain('That row is gone already.')
    zeynep.sees('2 rows of the list of participants wait')
    await seated('Kemal Er', '+905327654321')
    expect(await buses()).toEqual([['Kemal Er', null]])

    const all = zeynep.holds('🗑 Delete all of them')
    const elsewhere = await world.coordinator('Marta Soler', 'en', 'LYON27')
    expect(await elsewhere.presses(all)).toContain('do not have permission')
    await zeynep.presses(all)
    await zeynep.taps('Yes, delete')
    await seated('Ayşe Yılmaz')
    expect(await buses()).toEqual([
      ['Kemal Er', null],
      ['Ayşe Yılmaz', null],
    ])
  })

  test('is not given what waited when something newer has been said of them', async () => {
    await sendsList(['phone', 'bus'], ['+905327654321', '1'])
    await zeynep.taps('Publish')
    await world.house.database.sql`update activities set approval = 'manual'`
    await seated('Kemal Er', '+905321112233')
    await sendsList(['application', 'bus'], [1, '5'])
    await zeynep.taps('Publish')
    await world.house.database.sql`update persons set phone = '+905327654321' where given_names = 'Kemal'`
    await zeynep.taps('Approve')
    expect(await buses()).toEqual([['Kemal Er', '5']])
    const [sheet] = await world.house.database.sql`select rows from activity_sheets`
    expect(sheet?.['rows']).toEqual([])
  })
})

test('an item is for a bus or a group of the people as they will be', async () => {
  await seated('Ayşe Yılmaz')
  const book = (audience: string, bus: string) => ({
    sheets: [
      sheetOf('activity', [
        ['key', 'value'],
        ['code', 'BCN26'],
      ]),
      sheetOf('itinerary', [
        ['id', 'kind', 'date', 'start', 'end', 'title', 'audience'],
        ['plant', 'visit', '2026-12-11', '12:00', '13:00', 'Fabrika', audience],
      ]),
      sheetOf('participants', [
        ['application', 'bus'],
        [1, bus],
      ]),
    ],
  })
  await sendsBook(zeynep, 'a.xlsx', book('otobüs 2', '1'))
  zeynep.sees('did you mean “bus 1”')
  await sendsBook(zeynep, 'a.xlsx', book('otobüs 1', '1'))
  zeynep.sees('(1 person)')
  await zeynep.taps('Publish')
  await sendsBook(zeynep, 'a.xlsx', book('otobüs 1', '2'))
  zeynep.sees('did you mean “bus 2”')
})

test('an item touches nobody who is still on a flight of their own', async () => {
  await seated('Ayşe Yılmaz')
  const book = (flight: string | null) => ({
    sheets: [
      sheetOf('activity', [
        ['key', 'value'],
        ['code', 'BCN26'],
      ]),
      sheetOf('itinerary', [
        ['id', 'kind', 'date', 'start', 'end', 'start_zone', 'end_zone', 'title', 'transport'],
        [
          'fly',
          'travel',
          '2026-12-10',
          '08:30',
          '10:25',
          'Europe/Istanbul',
          'Europe/Madrid',
          'Uçuş',
          'TK 1853',
        ],
        ['plant', 'visit', '2026-12-11', '12:00', '13:00', null, null, 'Fabrika', null],
        ['depot', 'visit', '2026-12-11', '15:00', '16:00', null, null, 'Depo', null],
      ]),
      sheetOf('participants', [
        ['application', 'flight_out'],
        [1, flight],
      ]),
    ],
  })
  const touching = () => zeynep.last.match(/\(1 person\)/g)?.length ?? 0
  await sendsBook(zeynep, 'a.xlsx', book(null))
  expect(touching()).toBe(3)
  await sendsBook(zeynep, 'a.xlsx', book('PC 1201 11.12. 09:00-13:30'))
  // The visit after they have landed, and what is said of themselves.
  expect(touching()).toBe(2)
  expect(zeynep.last).toMatch(/Depo.*\(1 person\)/)
})

test('the team: whom to call, and when, by the clock of the activity', async () => {
  await sendsBook(zeynep, 'team.xlsx', {
    sheets: [
      sheetOf('activity', [
        ['key', 'value'],
        ['code', 'BCN26'],
      ]),
      sheetOf('team', [
        ['name', 'phone', 'on_duty_from', 'on_duty_to', 'bus'],
        ['Elif Demir', '+905320000001', '2026-12-10', '2026-12-11', '1'],
        ['Marta Ruiz', '+34600000000', '2026-12-12 08:00', '2026-12-12 20:00', null],
        ['Nöbetçi', '+905320000002', null, null, null],
      ]),
    ],
  })
  await zeynep.taps('Publish')
  const { team } = world.house.rooms.activities
  const onDuty = async (moment: string) =>
    (await team.onDuty(activityId, Temporal.ZonedDateTime.from(moment).toInstant())).map(({ name }) => name)
  expect(await onDuty('2026-12-10T00:00[Europe/Madrid]')).toEqual(['Elif Demir', 'Nöbetçi'])
  expect(await onDuty('2026-12-09T23:59[Europe/Madrid]')).toEqual(['Nöbetçi'])
  expect(await onDuty('2026-12-11T23:59[Europe/Madrid]')).toEqual(['Elif Demir', 'Nöbetçi'])
  expect(await onDuty('2026-12-12T19:59[Europe/Madrid]')).toEqual(['Marta Ruiz', 'Nöbetçi'])
  expect(await onDuty('2026-12-12T20:00[Europe/Madrid]')).toEqual(['Nöbetçi'])
  expect((await team.of(activityId))[1]).toMatchObject({ phone: '+34600000000', bus: null })
})

describe('the list on the desk', () => {
  const opensDesk = async (coordinator: Person, label: string) => {
    await coordinator.writes('/desk')
    await coordinator.taps('Barcelona rail')
    return coordinator.buttons.join().includes(label)
  }

  test('is filled in, has what the template has, and edited and sent back it updates', async () => {
    expect(await opensDesk(zeynep, 'Participants’ list')).toBe(false)
    await seated('Ayşe Yılmaz')
    await seated('İsmail Ağaoğlu')
    await sendsList(
      ['application', 'name', 'firm', 'bus', 'role', 'group1', 'flight_out'],
      [1, null, null, '1', 'delegate', 'A', 'TK 1853'],
      [null, 'Ece Ak', 'Akın Makina', '2', null, 'B', null],
    )
    await zeynep.taps('Publish')
    expect(await opensDesk(zeynep, 'Participants’ list')).toBe(true)
    await zeynep.taps('Participants’ list')
    zeynep.sees('Barcelona rail delegation: 2 participants.')
    zeynep.sees('At the end stands 1 person who has not applied yet.')
    const sent = await lastWorkbook(world, zeynep)
    await sendsBook(zeynep, 'BCN26-participants.xlsx', sent)
    zeynep.sees('there is nothing to publish')
    const [explained, ...rows] = await lastTable(world, zeynep, 'participants')
    expect(explained?.['application']).toBe('# Application number')
    expect(rows).toEqual([
      expect.objectContaining({ application: '1', name: 'Ayşe Yılmaz', bus: '1', group1: 'A' }),
      { application: '2', name: 'İsmail Ağaoğlu', firm: 'Çelik Dış Ticaret A.Ş.' },
      { name: 'Ece Ak', firm: 'Akın Makina', bus: '2', group1: 'B' },
    ])

    const edited = withCells(sent, [
      { sheet: 'participants', row: 3, column: 'bus', value: null },
      { sheet: 'participants', row: 4, column: 'room', value: '412' },
      { sheet: 'participants', row: 4, column: 'bus', value: 2 },
    ])
    await sendsBook(zeynep, 'BCN26-participants.xlsx', edited)
    zeynep.sees('Bus: 1 → empty')
    zeynep.sees('Room: empty → 412')
    await zeynep.taps('Publish')
    expect(await travellers()).toMatchObject([
      { name: 'Ayşe Yılmaz', bus: null, groups: ['A'], flightOut: 'TK 1853', role: 'delegate' },
      { name: 'İsmail Ağaoğlu', bus: '2', room: '412' },
    ])
  })

  test('is for those who run the activity, also on an old or forwarded button', async () => {
    const ayse = await seated('Ayşe Yılmaz')
    await delegation(world, { code: 'LYON' })
    const others = await world.coordinator('Claire Petit', 'fr', 'LYON')
    await opensDesk(zeynep, '')
    const button = zeynep.holds('Participants’ list')
    for (const somebody of [ayse, others]) {
      await somebody.presses(button)
      expect(filesOf(somebody)).toEqual([])
    }
    await ayse.writes('/trips')
    for (const label of ['Barselona', 'geri çek', 'Evet, geri çekiyorum']) await ayse.taps(label)
    expect(await zeynep.taps('Participants’ list')).toContain('Nobody has a seat yet')
  })
})
