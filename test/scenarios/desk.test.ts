import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Sixty delegations, A10 … A69, one day after the other. */
async function sixty(): Promise<void> {
  for (let number = 0; number < 60; number += 1)
    await delegation(world, {
      code: `A${number + 10}`,
      title: { tr: `Heyet ${number + 10}` },
      startsOn: Temporal.PlainDate.from('2026-12-01').add({ days: number }),
      endsOn: Temporal.PlainDate.from('2026-12-02').add({ days: number }),
    })
}

describe('more activities than fit into one list', () => {
  test('a coordinator who is limited to the last of them finds it on her desk', async () => {
    await sixty()
    const lyon = await world.coordinator('Can Demir', 'tr', 'A69')
    await lyon.writes('/desk')
    expect(lyon.last).toContain('Heyet 69')
    expect(lyon.last).not.toContain('Heyet 10')
    await lyon.taps('Heyet 69')
    expect(lyon.last).toContain('Bu listede kimse yok')
  })

  test('are on pages: on the desk, in /trips and where a role is limited', async () => {
    await sixty()
    const zeynep = await world.coordinator('Zeynep Kaya')
    const { people } = world.house.rooms
    const [grant] = await people.roles.all()
    await people.roles.grant(grant?.personId ?? 0, 'owner', null)
    for (const open of ['/desk', '/trips']) {
      await zeynep.writes(open)
      expect(zeynep.last).not.toContain('Heyet 18')
      await zeynep.taps('Devam')
      expect(zeynep.last).toContain('Heyet 18')
      for (let page = 2; page < 8; page += 1) await zeynep.taps('Devam')
      expect(zeynep.last).toContain('Heyet 69')
      await zeynep.taps('‹ Önceki')
      expect(zeynep.last).toContain('Heyet 65')
    }
    await zeynep.writes('/desk')
    await zeynep.taps('Yetkiler')
    await zeynep.taps('Ortak kuruluş')
    for (let page = 1; page < 8; page += 1) await zeynep.taps('Devam')
    await zeynep.taps('Heyet 69')
    expect(zeynep.last).toContain('A69')
  })
})

test('an activity that is over is found under past activities, with those who have got no seat', async () => {
  await delegation(world)
  await firm(world)
  const zeynep = await world.coordinator('Zeynep Kaya')
  const ayse = world.person('Ayşe Yılmaz')
  await applies(ayse)
  await world.clockShows('2026-12-14T09:00[Europe/Istanbul]')
  await zeynep.writes('/desk')
  expect(zeynep.last).not.toContain('Barselona')
  await zeynep.taps('Geçmiş faaliyetler')
  expect(zeynep.last).toContain('0 yeni')
  await zeynep.taps('Barselona')
  expect(zeynep.last).toContain('Başladı ya da sona erdi')
  await zeynep.taps('Reddedilen')
  await zeynep.taps('0001 Ayşe Yılmaz')
  expect(zeynep.last).toContain('BCN26-0001')
})

test('closing the applications is asked once, shown, and can be taken back', async () => {
  await delegation(world)
  const zeynep = await world.coordinator('Zeynep Kaya')
  const ayse = world.person('Ayşe Yılmaz')
  await zeynep.writes('/desk')
  await zeynep.taps('Barselona')
  const close = zeynep.holds('Başvuruları kapat')
  await zeynep.presses(close)
  expect(zeynep.last).toContain('başvurular kapatılsın mı?')
  await ayse.starts('t_BCN26')
  expect(ayse.buttons.join()).toContain('Başvur')
  await zeynep.taps('‹ Geri')
  await zeynep.taps('Başvuruları kapat')
  await zeynep.taps('Evet, kapat')
  expect(zeynep.last).toContain('⛔ Başvurular kapalı')
  const kemal = world.person('Kemal Er')
  await kemal.starts('t_BCN26')
  kemal.sees('⛔ Başvurular kapalı')
  expect(await zeynep.taps('Başvuruları aç')).toContain('yeniden açıldı')
  expect(zeynep.last).not.toContain('⛔')
})
