import { afterEach, expect, test } from 'vitest'
import { armed, type Armed } from '../support/armed.ts'
import { onTheRoad } from '../support/broadcasts.ts'
import { traveller } from '../support/programme.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

const texts = { tr: 'Otobüs 20:30', es: 'Autocar 20:30' }

/** A broadcast that one person has got at ten. */
async function sent(given: Partial<Armed> = {}) {
  const road = await onTheRoad(['tr'])
  world = road.world
  const [author] = await world.house.database.query<{ id: number }>(
    `select person_id::int as id from accounts where user_id = $1`,
    [road.zeynep.id],
  )
  await armed(
    { ...world.house, clock: world.clock },
    { authorId: author?.id ?? 0, activityId: road.activityId, texts, ...given },
  )
  await passes()
  return road
}

async function passes(): Promise<void> {
  await world.house.ticker.tick()
  await world.settle()
}

/** Somebody is approved now, as the activities tell the other rooms. */
async function joins(activityId: number, name: string, options: Parameters<typeof traveller>[3] = {}) {
  const one = await traveller(world, activityId, name, { language: 'tr', ...options })
  await changes(activityId, one.applicationId)
  return one
}

async function changes(activityId: number, applicationId: number): Promise<void> {
  const { database, rooms } = world.house
  await database.transaction(() => rooms.broadcasts.participantsChanged(activityId, [applicationId]))
  await world.settle()
}

async function withdraws(activityId: number, applicationId: number): Promise<void> {
  await world.house.database.query(
    `update applications set state = 'withdrawn', updated_at = $2 where id = $1`,
    [applicationId, world.clock.now().toString()],
  )
  await changes(activityId, applicationId)
}

test('whoever joins gets once what is still of use, and hears when it was sent', async () => {
  const { activityId } = await sent({ usefulUntil: '2026-12-10T20:30:00+01:00[Europe/Madrid]' })
  await world.clockShows('2026-12-10T12:00:00+01:00[Europe/Madrid]')
  const cem = await joins(activityId, 'Cem Ulus')
  await changes(activityId, cem.applicationId)
  expect(cem.texts.filter((text) => text.includes('Otobüs 20:30'))).toHaveLength(1)
  cem.sees('Siz katılmadan önce gönderilmişti: 10 Ara Per 10:00 (Barselona)')
  await world.clockShows('2026-12-10T21:00:00+01:00[Europe/Madrid]')
  const late = await joins(activityId, 'Deniz Geç')
  late.doesNotSee('20:30')
})

test('what has no end goes to newcomers only when she says so, also to those who have joined meanwhile', async () => {
  const { activityId, zeynep } = await sent()
  const cem = await joins(activityId, 'Cem Ulus')
  cem.doesNotSee('20:30')
  await passes()
  await zeynep.taps('🆕 Sonradan katılanlara da gitsin')
  cem.sees('20:30')
  const deniz = await joins(activityId, 'Deniz Geç')
  deniz.sees('20:30')
  await zeynep.taps('🆕 Sonradan katılanlara gitmesin')
  const ece = await joins(activityId, 'Ece Son')
  ece.doesNotSee('20:30')
})

test('of another group nobody gets it; who withdraws gets nothing more, and who is back does', async () => {
  const { activityId } = await sent({
    usefulUntil: '2026-12-12T20:30:00+01:00[Europe/Madrid]',
    audience: { groups: ['bus 1'] },
  })
  const other = await joins(activityId, 'Cem Ulus', { bus: '2' })
  other.doesNotSee('20:30')
  await world.clockShows('2026-12-10T22:00:00+01:00[Europe/Madrid]')
  const deniz = await joins(activityId, 'Deniz Geç', { bus: '1' })
  deniz.doesNotSee('20:30')
  await withdraws(activityId, deniz.applicationId)
  await world.clockShows('2026-12-11T09:00:00+01:00[Europe/Madrid]')
  deniz.doesNotSee('20:30')
  await world.house.database.query(`update applications set state = 'approved' where id = $1`, [
    deniz.applicationId,
  ])
  await changes(activityId, deniz.applicationId)
  await passes()
  deniz.sees('20:30')
})
