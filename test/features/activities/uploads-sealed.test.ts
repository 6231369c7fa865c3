import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../support/person.ts'
import { barcelona, sendsBook } from '../../support/spreadsheets.ts'
import { testKeys } from '../../support/test-keys.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'barcelona.xlsx', barcelona())
})
afterEach(() => world.close())

interface Row {
  id: string
  sealed: Buffer | null
  content: unknown
}

const row = async () =>
  (await world.house.database.sql<Row[]>`select id, sealed, content from uploads`)[0] as Row
const isPublished = async () => (await world.house.rooms.activities.store.byCode('BCN-RAIL')) !== undefined

test('what waits to be published stands nowhere in clear, and is published all the same', async () => {
  const { sealed, content } = await row()
  expect(content).toBeNull()
  expect(sealed?.toString('latin1')).toMatch(/^v1\.a\./)
  expect(sealed?.toString('latin1')).not.toContain('BCN')
  await zeynep.taps('Publish')
  expect(await isPublished()).toBe(true)
  expect(await row()).toMatchObject({ sealed: null, content: null })
})

test('keys that have been turned over still open it', async () => {
  await world.changesKeys('b', 'a')
  await zeynep.taps('Publish')
  expect(await isPublished()).toBe(true)
})

test('without its key she is asked to send the file again', async () => {
  await world.changesKeys('b')
  expect(await zeynep.taps('Publish')).toContain('send it again')
  expect(await isPublished()).toBe(false)
})

test('what a former version keeps in clear is sealed in the night, and can be published before and after', async () => {
  const { id, sealed } = await row()
  const clear = testKeys('a').openBytes(sealed ?? new Uint8Array(), `uploads.sealed.${id}`)
  await world.house.database.sql`
    update uploads set sealed = null, content = ${Buffer.from(clear).toString('utf8')}::text::jsonb`
  await world.clockShows('2026-11-03T04:00[Europe/Istanbul]')
  const kept = await row()
  expect(kept.content).toBeNull()
  expect(kept.sealed?.toString('latin1')).not.toContain('BCN')
  await zeynep.taps('Publish')
  expect(await isPublished()).toBe(true)
})
