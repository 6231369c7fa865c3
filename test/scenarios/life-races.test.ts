import { afterEach, beforeEach, expect, test } from 'vitest'
import { atOnce, presses } from '../support/at-once.ts'
import { delegation, firm } from '../support/delegation.ts'
import { participant } from '../support/participant.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
let can: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  can = await world.coordinator('Can Demir', 'en')
  await firm(world)
})
afterEach(() => world.close())

async function trip(code: string, capacity = 15): Promise<number> {
  const { id } = await delegation(world, { code, capacity, perFirm: null })
  return id
}

async function somebody(activityId: number, name: string, state: string) {
  const { somebody: phone } = await participant(world, activityId, name, { state })
  const [row] = await world.house.database.query<{ id: number }>(
    'select max(id)::int as id from applications',
    [],
  )
  return { phone, id: row?.id ?? 0 }
}

const statesOf = async (activityId: number) =>
  (
    await world.house.database.query<{ state: string }>(
      'select state from applications where activity_id = $1 order by id',
      [activityId],
    )
  ).map(({ state }) => state)

/** How often somebody has been told something with these words. */
const told = ({ texts }: Person, words: string) => texts.filter((text) => text.includes(words)).length

test('two coordinators at once: the last seat, opposite decisions, sending back and approving, announcing twice', async () => {
  const last = await trip('LAST', 1)
  const [ayse, kemal] = [
    await somebody(last, 'Ada One', 'submitted'),
    await somebody(last, 'Ada Two', 'submitted'),
  ]
  await atOnce(
    world,
    () => presses(zeynep, `a.approve:${ayse.id}`),
    () => presses(can, `a.approve:${kemal.id}`),
  )
  expect((await statesOf(last)).toSorted()).toEqual(['approved', 'waitlisted'])
  expect(told(ayse.phone, 'has been approved') + told(kemal.phone, 'has been approved')).toBe(1)

  const opposite = await trip('OPP')
  const omer = await somebody(opposite, 'Ada Three', 'submitted')
  await atOnce(
    world,
    () => presses(zeynep, `a.approve:${omer.id}`),
    () => presses(can, `a.refuse:${omer.id}:scope`),
  )
  const [outcome] = await statesOf(opposite)
  expect(told(omer.phone, 'has been approved') + told(omer.phone, 'could not be accepted')).toBe(1)
  expect([...zeynep.notes, ...can.notes].join()).toMatch(/has already (approved|rejected)/)
  expect(['approved', 'rejected']).toContain(outcome)

  const back = await trip('BACK')
  const derya = await somebody(back, 'Ada Four', 'submitted')
  for (const data of [`a.backq:${derya.id}:position:0`, `a.backday:${derya.id}:2026-11-05`])
    await presses(zeynep, data)
  await atOnce(
    world,
    () => presses(zeynep, `a.backsend:${derya.id}`),
    () => presses(can, `a.approve:${derya.id}`),
  )
  // Sent back first it was approved after that; approved first it is not sent back any more.
  expect(await statesOf(back)).toEqual(['approved'])
  expect(told(derya.phone, 'has been approved')).toBe(1)

  const kept = await trip('KEPT')
  const elif = await somebody(kept, 'Ada Five', 'submitted')
  await presses(zeynep, `a.staged:${elif.id}:approved:unsaid`)
  await atOnce(
    world,
    () => presses(zeynep, `a.annnow:${kept}`),
    () => presses(can, `a.annnow:${kept}`),
  )
  expect(await statesOf(kept)).toEqual(['approved'])
  expect(told(elif.phone, 'has been approved')).toBe(1)
})

test('the activity as a whole moves in the same moment as one of its people', async () => {
  const later = await trip('LATER')
  const ayse = await somebody(later, 'Ada One', 'submitted')
  await atOnce(
    world,
    () => presses(zeynep, `a.later:${later}:2027-03-10`),
    () => presses(can, `a.approve:${ayse.id}`),
  )
  const [first] = await statesOf(later)
  // Approved for the new days, or asked about them; nobody has a seat for days that are no more.
  expect(['approved', 'on_hold']).toContain(first)
  if (first === 'approved') expect(ayse.phone.texts.join()).toMatch(/has been approved[^]*March 2027/)

  const gone = await trip('GONE')
  const omer = await somebody(gone, 'Ada Three', 'submitted')
  await atOnce(
    world,
    () => presses(zeynep, `a.cancel:${gone}:few`),
    () => presses(can, `a.approve:${omer.id}`),
  )
  expect(await statesOf(gone)).toEqual(['cancelled_by_organiser'])
  expect(told(omer.phone, 'has been cancelled')).toBe(1)

  const left = await trip('LEFT')
  const derya = await somebody(left, 'Ada Four', 'approved')
  await atOnce(
    world,
    () => presses(zeynep, `a.cancel:${left}:few`),
    () => presses(derya.phone, `a.withdrawn:${derya.id}`),
  )
  const [state] = await statesOf(left)
  expect(told(derya.phone, 'has been cancelled')).toBe(state === 'withdrawn' ? 0 : 1)
})

test('a seat passes on in the same moment as it is given back, and an offer is taken as its time runs out', async () => {
  const swap = await trip('SWAP', 1)
  const ayse = await somebody(swap, 'Ada One', 'approved')
  await presses(zeynep, `a.swap:${ayse.id}`)
  await zeynep.writes('Elif Demir')
  await atOnce(
    world,
    () => presses(zeynep, `a.swapyes:${ayse.id}`),
    () => presses(ayse.phone, `a.withdrawn:${ayse.id}`),
  )
  // Either of them comes first; the seat is given once or not at all.
  expect([['replaced', 'approved'], ['withdrawn']]).toContainEqual(await statesOf(swap))

  const offer = await trip('OFFER', 1)
  const kemal = await somebody(offer, 'Ada Three', 'waitlisted')
  await presses(zeynep, `a.offer:${kemal.id}`)
  const held = await world.house.rooms.activities.applications.read(kemal.id)
  const late = (held?.offerExpiresAt ?? world.clock.now()).add({ seconds: 1 })
  await Promise.all([
    world.clockShows(late.toZonedDateTimeISO('Europe/Istanbul').toString()),
    presses(kemal.phone, `a.seat:${kemal.id}:take`),
  ])
  const [state] = await statesOf(offer)
  expect(['approved', 'waitlisted', 'offered']).toContain(state)
  expect(told(kemal.phone, 'The seat is yours')).toBe(state === 'approved' ? 1 : 0)
})
