import { afterEach, beforeEach, expect, test } from 'vitest'
import { reaches } from '../support/applying.ts'
import { worldOfAyse } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { until } from '../support/until.ts'
import type { World } from '../support/world.ts'

let world: World
let ayse: Person
let kemal: Person
beforeEach(async () => {
  ;({ world, ayse } = await worldOfAyse())
  kemal = world.person('Kemal Er')
  await kemal.starts()
})
afterEach(() => world.close())

const breaks = () => world.house.database.sql`alter table firms rename to firms_away`
const mends = () => world.house.database.sql`alter table firms_away rename to firms`

interface Failure {
  msg: string
  time: string
  errorId?: string
  attempt?: number
}
const failures = () =>
  world.lines.map((line) => JSON.parse(line) as Failure).filter(({ msg }) => msg === 'update.failed')
const secondsBetween = (all: readonly Failure[]) =>
  all.slice(1).map(({ time }, place) => (Date.parse(time) - Date.parse(all[place]?.time ?? '')) / 1000)

test('what cannot be handled is tried again after 1, 5 and 20 seconds, set aside, and the person gets the id that is in the log', async () => {
  await reaches(ayse, 'firm')
  await breaks()
  ayse.phone.type({ text: 'celik' })
  await until('it failed for the first time', () => failures().length === 1)
  await kemal.does(async (phone) => {
    phone.type({ text: '/help' })
    await until('others are served meanwhile', () => kemal.last.includes('yardımcı olabilirim'))
  })
  await world.settle()
  expect(failures().map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4])
  // A busy machine tries later, never sooner.
  const waited = secondsBetween(failures())
  for (const [place, seconds] of [1, 5, 20].entries()) expect(waited[place]).toBeGreaterThanOrEqual(seconds)
  const id = failures().at(-1)?.errorId
  expect(id).toMatch(/^[A-Z0-9]{6}$/)
  expect(ayse.last).toContain('Özür dilerim')
  expect(ayse.last).toContain(id)
  const [aside] = await world.house.database
    .sql`select body, error_id from inbox where set_aside_at is not null`
  expect(aside).toMatchObject({ error_id: id, body: expect.stringMatching(/^v1\.a\./) as string })

  await mends()
  await ayse.writes('celik')
  await ayse.taps('Çelik Dış Ticaret')
  expect(ayse.last).toContain('Adınız ve soyadınız?')
})

test('what goes well the second time leaves no trace of the first', async () => {
  await reaches(ayse, 'firm')
  await breaks()
  ayse.phone.type({ text: 'celik' })
  ayse.phone.type({ text: '1' })
  await until('it failed', () => failures().length === 1)
  await mends()
  await world.settle()
  ayse.doesNotSee('Özür dilerim')
  // What came after it has waited, and was taken in its turn.
  expect(ayse.last).toContain('Adınız ve soyadınız?')
})

test('a tap that fails is said in the chat too, the button stops spinning, and the next tap works', async () => {
  await reaches(ayse, 'firm found')
  const taken = ayse.holds('Çelik Dış Ticaret')
  await breaks()
  await ayse.presses(taken)
  expect(ayse.last).toContain('Özür dilerim')
  expect(ayse.phone.state().spinning).toEqual([])
  await mends()
  await ayse.presses(taken)
  ayse.sees('Adınız ve soyadınız?')
})
