import { afterEach, beforeEach, expect, test } from 'vitest'
import { asRead } from '../support/as-read.ts'
import { delegation } from '../support/delegation.ts'
import { listening } from '../support/listening.ts'
import type { Person } from '../support/person.ts'
import { traveller } from '../support/programme.ts'
import { sheetOf } from '../features/activities/workbook/books.ts'
import { sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

/** Who meets whom, and when, stands in the itinerary: a meeting a row, for application numbers, the table as its place. */
let world: World
let zeynep: Person
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-10T12:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-11T${moment}[Europe/Madrid]`)

const meetings = [
  ['v1', 'visit', '09:30', '11:00', 'Welcome', 'Cambra', null, 'all'],
  ['s1', 'b2b', '11:15', '13:30', 'B2B session', 'Cambra', null, 'all'],
  ['m1', 'b2b', '11:15', '11:45', 'Meeting', 'Table 4', 'Alstom', '1'],
  ['m2', 'b2b', '11:15', '11:45', 'Meeting', 'Table 7', 'Siemens', '2'],
  ['m3', 'b2b', '11:50', '12:20', 'Meeting', 'Table 7', 'Siemens', '1'],
  ['m4', 'b2b', '12:25', '12:55', 'Meeting', 'Table 9', 'Talgo', '1, 2'],
]

const book = (rows: readonly (readonly (string | null)[])[]) => ({
  sheets: [
    sheetOf('activity', [
      ['key', 'value'],
      ['code', 'BCN26'],
    ]),
    sheetOf('itinerary', [
      ['id', 'kind', 'date', 'start', 'end', 'title', 'place', 'host', 'audience'],
      ...rows.map(([id, kind, ...rest]) => [id ?? null, kind ?? null, '2026-12-11', ...rest]),
    ]),
  ],
})

test('from table to table: all of them before the session, then each by itself, silently', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { language: 'es' })
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  await sendsBook(zeynep, 'b2b.xlsx', book(meetings))
  // A meeting within the session is no clash.
  zeynep.doesNotSee('overlap')
  await zeynep.taps('Publish')
  await madrid('10:59')
  const heard = listening(world)
  await madrid('14:00')
  const first = (person: Person) =>
    heard.by(person).map(({ at, rings, text }) => {
      const clock = at.toZonedDateTimeISO('Europe/Madrid').toPlainTime().toString({ smallestUnit: 'minute' })
      return `${clock} ${rings ? '🔔' : '🔕'} ${text.split('\n')[0] ?? ''}`
    })
  expect(first(marta)).toEqual([
    '11:00 🔔 🤝 11:15 · Barcelona · Table 4',
    '11:45 🔕 🤝 11:50 · Barcelona · Table 7',
    '12:20 🔕 🤝 12:25 · Barcelona · Table 9',
  ])
  const [session, next] = heard.by(marta)
  expect(asRead(session?.text ?? '')).toContain(
    [
      '🤝 11:15 · Barcelona · Table 4',
      'Meeting – Alstom · dentro de 15 minutos',
      '🤝 Sus reuniones, una tras otra:',
      '11:15–11:45 · Table 4 · Alstom',
      '11:50–12:20 · Table 7 · Siemens',
      '12:25–12:55 · Table 9 · Talgo',
    ].join('\n'),
  )
  expect(asRead(next?.text ?? '')).toContain('Meeting – Siemens · dentro de 5 minutos')
  // Whoever has a gap between two is called as before each session.
  expect(first(jordi)).toEqual([
    '11:00 🔔 🤝 11:15 · Barcelona · Table 7',
    '12:10 🔔 🤝 12:25 · Barcelona · Table 9',
  ])
  expect(heard.by(jordi)[0]?.text).not.toContain('one after the other')
})

test('a meeting that moves is told to whom it is for, by whom it is with', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  await sendsBook(zeynep, 'b2b.xlsx', book(meetings))
  await zeynep.taps('Publish')
  await madrid('08:00')
  const later = meetings.map((row) =>
    row[0] === 'm3' ? ['m3', 'b2b', '13:00', '13:30', ...row.slice(4)] : row,
  )
  await sendsBook(zeynep, 'b2b.xlsx', book(later))
  expect(zeynep.last).toContain('(1 person)')
  const heard = listening(world)
  await zeynep.taps('Publish')
  await madrid('08:04')
  expect(heard.by(marta)[0]?.text).toMatch(/11:50 → 13:00 · Barcelona · 🤝 Meeting – Siemens/)
  expect(heard.by(jordi)).toEqual([])
  await madrid('12:56')
  expect(marta.last).toContain('🤝 13:00 · Barcelona · Table 7')
})
