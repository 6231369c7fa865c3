import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { barcelona, sendsBook } from '../../support/spreadsheets.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('a programme that was kept with the sheets becomes items, each as it was', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const { database, rooms } = world.house
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  await zeynep.taps('Publish')
  const activity = await rooms.activities.store.byCode('BCN-RAIL')
  if (!activity) throw new Error('nothing was published')
  const [first, second, third, ...others] = await rooms.itinerary.workbook.read(activity.id)
  if (!first || !second || !third) throw new Error('nothing was published')
  const before = [
    { ...first, status: 'cancelled' as const },
    { ...second, remindMinutesBefore: [60, 15] },
    {
      ...third,
      remindMinutesBefore: [],
      audience: { kind: 'some' as const, groups: ['A'], applications: ['7'] },
    },
    ...others,
  ]

  // As the version before this one would have left them.
  await rooms.activities.store.saveSheet(activity.id, 'itinerary', before)
  await database.query('delete from itinerary_items', [])
  const sql = await readFile('drizzle/0026_programme_items.sql', 'utf8')
  for (const statement of sql.split('--> statement-breakpoint')) await database.query(statement, [])

  expect(await rooms.itinerary.workbook.read(activity.id)).toEqual(before)
  expect(Object.keys(await rooms.activities.store.sheetsOf(activity.id))).not.toContain('itinerary')
})
