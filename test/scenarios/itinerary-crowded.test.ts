import { afterEach, beforeEach, expect, test } from 'vitest'
import { factsOf } from '../../src/features/itinerary/domain/same-facts.ts'
import { barcelonaItems } from '../support/barcelona-items.ts'
import { delegation } from '../support/delegation.ts'
import { publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-12T06:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const query = <Row extends object>(text: string, values: (string | number)[] = []) =>
  world.house.database.query<Row>(text, values)

test('two phones of one account both show it, and one answer counts for both; two trips stand side by side', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const [seat] = await query<{ person: number }>('select person_id::int as person from applications')
  const second = world.person('Marta Work', 'en')
  await second.starts()
  await world.house.door.accounts.linkPerson(second.id, seat?.person ?? 0)
  await publishBarcelona(world, barcelona)
  await madrid('12T08:16')
  for (const phone of [marta, second]) phone.sees('🙋 08:30 · Barcelona · Hotel, Eixample')
  await second.taps('I’m on board')
  expect(await marta.taps('I’m on board')).toContain('noted')
  expect(await query('select 1 from attendances')).toHaveLength(1)

  const lyon = (await delegation(world, { code: 'LYON27', title: { en: 'Lyon aviation days' } })).id
  const now = world.clock.now().toString()
  await query(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
     values ($1, $2, 'approved', 99, $3, $3, $3)`,
    [lyon, seat?.person ?? 0, now],
  )
  await publishBarcelona(world, lyon, '2027-01-20')
  await marta.writes('/itinerary')
  expect(marta.last).toContain('🗓 Barcelona rail delegation')
  await marta.taps('🗓 Lyon aviation days')
  expect(marta.last).toContain('🗓 Lyon aviation days')
  expect(marta.last).toContain('Pre-departure briefing')
  await marta.taps('🗓 Barcelona rail delegation')
  expect(marta.last).toContain('Coach to the railway cluster')
})

test('a day of forty items with long names is shown whole, below the limit of a message', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const [sample] = barcelonaItems('2026-12-10').filter(({ key }) => key === 'railgrup')
  if (!sample) throw new Error('the example has no visit')
  const edits = Array.from({ length: 40 }, (_, at) => {
    const startsAt = Temporal.Instant.from('2026-12-12T06:00:00Z').add({ minutes: at * 20 })
    const title = { en: `Meeting ${at + 1} ${'with a very long name '.repeat(7)}` }
    const facts = { ...factsOf(sample), title, startsAt, endsAt: startsAt.add({ minutes: 15 }) }
    return {
      kind: 'add' as const,
      item: { ...facts, address: 'Carrer de Mallorca 401, Barcelona', key: `m${at}` },
    }
  })
  await world.house.database.transaction(() => world.house.rooms.itinerary.publish(barcelona, edits))
  await world.settle()
  await marta.writes('/itinerary')
  await marta.taps('Today')
  expect(marta.last.length).toBeLessThanOrEqual(4096)
  expect(marta.last).toContain('20:00–20:15 Meeting 40')
  expect(marta.buttons.join()).toContain('🏛 07:00')
})
