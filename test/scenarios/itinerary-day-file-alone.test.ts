import { expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import { publishBarcelona } from '../support/programme.ts'
import { filesOf } from '../support/spreadsheets.ts'
import { openWorld } from '../support/world.ts'

test('an activity that nobody runs holds up the files of no other', async () => {
  const world = await openWorld({ now: '2026-12-11T13:00:00+01:00[Europe/Madrid]' })
  const barcelona = (await delegation(world)).id
  const lyon = (await delegation(world, { code: 'LYON27' })).id
  const zeynep = await world.coordinator('Zeynep Kaya', 'en', 'BCN26')
  await publishBarcelona(world, barcelona)
  // Its tomorrow begins further east, so that its six o'clock comes first.
  await publishBarcelona(world, lyon, '2026-12-12')
  await world.clockShows('2026-12-11T18:01[Europe/Madrid]')
  expect(filesOf(zeynep)).toHaveLength(1)
  await world.close()
})
