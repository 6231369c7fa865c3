import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('every link that a room opens stands in docs/operating.md', async () => {
  const world = await openWorld()
  const page = await readFile('docs/operating.md', 'utf8')
  const told = [...page.matchAll(/^\| `([a-z])_/gm)].map(([, prefix]) => prefix)
  const opened = world.house.rooms.features.flatMap(({ links }) => Object.keys(links ?? {}))
  expect(told.toSorted()).toEqual(opened.toSorted())
  await world.close()
})
