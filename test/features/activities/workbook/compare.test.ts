import { expect, test } from 'vitest'
import { compareActivityWorkbooks } from '../../../../src/features/activities/domain/workbook/compare-workbooks.ts'
import { exampleActivityWorkbook } from '../../../../src/sandbox/seed/barcelona.ts'
import type { Sheet } from '../../../../src/shared/spreadsheet.ts'
import { activitySheet, read, sheetOf } from './books.ts'

const items = (...rows: (string | null)[][]) =>
  sheetOf('itinerary', [['id', 'kind', 'date', 'start', 'end', 'title', 'audience', 'remind'], ...rows])
const compare = (old: Sheet[], next: Sheet[]) => compareActivityWorkbooks(read(old), read(next))

const cambra = ['cambra', 'visit', '2026-12-11', '09:30', '11:00', 'Cambra', null, null]

test('the same file again changes nothing, wherever its rows have moved to', () => {
  const startsOn = Temporal.PlainDate.from('2026-12-10')
  const workbook = read(exampleActivityWorkbook({ startsOn }).sheets)
  expect(compareActivityWorkbooks(workbook, workbook)).toEqual([])
  const lunch = ['lunch', 'meal', '2026-12-11', '13:00', '14:00', 'Yemek', null, null]
  expect(compare([activitySheet(), items(cambra, lunch)], [activitySheet(), items(lunch, cambra)])).toEqual(
    [],
  )
})

test('fields of the activity, old and new', () => {
  const changes = { capacity: 30, applications_close_at: '2026-11-20 17:00', 'title::es': 'Misión' }
  expect(compare([activitySheet({ capacity: 20 })], [activitySheet(changes)])).toEqual(
    [
      {
        sheet: 'activity',
        kind: 'changed',
        key: 'activity',
        label: { tr: 'Barselona ticaret heyeti', es: 'Misión' },
        changes: [
          { field: 'title::es', old: null, new: 'Misión' },
          { field: 'capacity', old: '20', new: '30' },
          { field: 'applications_close_at', old: null, new: '2026-11-20 17:00' },
        ].toSorted((left, right) => left.field.localeCompare(right.field)),
      },
    ].map((difference) => ({
      ...difference,
      changes: expect.arrayContaining(difference.changes) as unknown,
    })),
  )
})

test('items added, changed and removed', () => {
  const moved = ['cambra', 'visit', '2026-12-11', '10:15', '11:45', 'Cambra', 'A, 27', 'none']
  const lunch = ['lunch', 'meal', '2026-12-11', '13:00', '14:00', 'Yemek', null, null]
  const gone = ['gone', 'free', '2026-12-12', '13:00', '14:00', 'Serbest', null, null]
  const found = compare([activitySheet(), items(cambra, gone)], [activitySheet(), items(moved, lunch)])
  expect(found.map(({ kind, key, label }) => [kind, key, label.tr])).toEqual([
    ['changed', 'cambra', 'Cambra'],
    ['added', 'lunch', 'Yemek'],
    ['removed', 'gone', 'Serbest'],
  ])
  expect(found[0]?.changes).toEqual([
    { field: 'start', old: '2026-12-11 09:30', new: '2026-12-11 10:15' },
    { field: 'end', old: '2026-12-11 11:00', new: '2026-12-11 11:45' },
    { field: 'audience', old: 'all', new: 'A, 27' },
    { field: 'remind', old: null, new: 'none' },
  ])
})

test('a sheet that is not in the new file stays; people left out of the list stay too', () => {
  const people = (...names: string[]) =>
    sheetOf('participants', [['name', 'bus'], ...names.map((name) => [name, '1'])])
  const old = [activitySheet(), items(cambra), people('Ayşe', 'İsmail')]
  expect(compare(old, [activitySheet()])).toEqual([])
  expect(
    compare(old, [activitySheet(), people('Ayşe', 'Elif')]).map(({ kind, label }) => [kind, label.en]),
  ).toEqual([['added', 'Elif']])
})
