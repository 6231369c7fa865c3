import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-07T12:00:00+03:00[Europe/Istanbul]' })
  barcelona = (await delegation(world, { details: { dutyPhone: '+905321112233' } })).id
})
afterEach(() => world.close())

const istanbul = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Istanbul]`)

/** What is pinned in somebody's chat now. */
const pinned = ({ id, phone }: Person): string[] => {
  const ids = world.telegram.world.chats.get(id)?.pinned ?? []
  return phone.state().messages.flatMap((message) => (ids.includes(message.id) ? (message.text ?? '') : []))
}

/** How many messages somebody was sent, edits and roll-calls apart. */
const sentTo = ({ id }: Person): number =>
  world.calls
    .filter(({ method, payload }) => method === 'sendMessage' && Number(payload['chat_id']) === id)
    .filter(({ payload }) => !String(payload['text']).includes('🙋')).length

test('the day’s card comes in the evening before, follows the day in place, and makes room for the next', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  await publishBarcelona(world, barcelona)
  await istanbul('08T18:59')
  expect(pinned(marta)).toEqual([])
  await istanbul('08T19:01')
  expect(pinned(marta)).toHaveLength(1)
  expect(pinned(marta)[0]).toContain('🗓 Wednesday 9 December 2026')
  expect(pinned(marta)[0]).toContain('🆘 In an emergency: +90 532 111 22 33')
  await istanbul('09T19:01')
  expect(pinned(marta)).toHaveLength(1)
  expect(pinned(marta)[0]).toContain('🗓 Thursday 10 December 2026')
  const said = sentTo(marta)
  await istanbul('10T01:31')
  expect(pinned(marta)[0]).toContain('▶️ 🚌 01:30–06:00 Coach Eskişehir – Istanbul Airport')
  // One reminder, and the card in place.
  expect(sentTo(marta)).toBe(said + 1)
  await changeItem(world, barcelona, 'consulate', { status: 'cancelled' })
  await istanbul('10T01:32')
  expect(pinned(marta)[0]).toContain('✖️ 15:30–16:45 Market briefing by the commercial attaché (cancelled)')
  // An hour of it opens below, because the card stays.
  await marta.taps('✈️ 08:30')
  expect(marta.last).toContain('⏳ Begins: in 7 hours')
  expect(pinned(marta)[0]).toContain('🗓 Thursday 10 December 2026')
})

test('whoever has withdrawn has no card, and a trip that is over leaves none', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const gone = await traveller(world, barcelona, 'Jordi Vila')
  await publishBarcelona(world, barcelona)
  await istanbul('09T19:01')
  expect(pinned(gone)).toHaveLength(1)
  await world.house.database.transaction(async () => {
    await world.house.rooms.activities.applications.update(gone.applicationId, { state: 'withdrawn' })
    await world.house.rooms.itinerary.participantsChanged(barcelona, [gone.applicationId])
  })
  await istanbul('09T19:02')
  expect(pinned(gone)).toEqual([])
  expect(pinned(marta)).toHaveLength(1)
  await istanbul('14T00:30')
  expect(pinned(marta)[0]).toContain('▶️ 🚌 Sun 13 Dec 21:30 → Mon 14 Dec 02:00 Coach back to Eskişehir')
  await istanbul('15T00:01')
  expect(pinned(marta)).toEqual([])
})
