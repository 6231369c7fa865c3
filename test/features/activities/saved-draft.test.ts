import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBrokenRule } from '../../../src/platform/database.ts'
import { delegation, firm } from '../../support/delegation.ts'
import { reaches } from '../../support/applying.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('a draft that somebody else has changed meanwhile is not written over', async () => {
  await delegation(world)
  await firm(world)
  const ayse = world.person('Ayşe Yılmaz')
  await reaches(ayse, 'position')
  const { database, rooms } = world.house
  const { applications } = rooms.activities
  const [row] = await database.query<{ id: string }>('select id from applications', [])
  const id = Number(row?.id)
  const save = (position: string) => applications.saveDraft(id, { answers: { position } })

  const late = database.transaction(async () => {
    await applications.read(id)
    await database.queryAlone('update applications set revision = revision + 1', [])
    await save('Too late')
  })
  expect(isBrokenRule(await late.catch((error: unknown) => error))).toBe(true)

  await database.transaction(async () => {
    await save('First')
    await save('Second')
  })
  expect((await applications.read(id))?.answers).toEqual({ position: 'Second' })
})
