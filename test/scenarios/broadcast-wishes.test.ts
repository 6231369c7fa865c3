import { afterEach, expect, test } from 'vitest'
import { armed } from '../support/armed.ts'
import { onTheRoad } from '../support/broadcasts.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

test('below /privacy general announcements are switched off and on; those of a trip keep coming', async () => {
  const road = await onTheRoad(['tr'])
  world = road.world
  const [ayse] = road.people
  if (!ayse) throw new Error('somebody is on the road')
  const sends = async (activityId: number | null, text: string) => {
    await armed({ ...world.house, clock: world.clock }, { authorId: 1, activityId, texts: { tr: text } })
    await world.house.ticker.tick()
    await world.settle()
  }
  await ayse.writes('/privacy')
  await ayse.taps('🔔 Genel duyurular: açık')
  await ayse.taps('🔕 Almak istemiyorum')
  expect(ayse.last).toContain(
    'Katıldığınız heyetle ilgili mesajlar ile önemli ve acil mesajlar her durumda iletilir.',
  )
  await sends(null, 'Fuar duyurusu')
  ayse.doesNotSee('Fuar duyurusu')
  await sends(road.activityId, 'Otobüs 20:30')
  ayse.sees('Otobüs 20:30')
  await ayse.writes('/privacy')
  await ayse.taps('🔕 Genel duyurular: kapalı')
  await ayse.taps('🔔 Almak istiyorum')
  await sends(null, 'Yeni eğitim')
  ayse.sees('Yeni eğitim')
})
