import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
/** Whenever later rooms have heard: of what, and who then had a seat, with firm and zone. */
let heard: { ids: readonly number[] | 'all'; seats: string[] }[]
beforeEach(async () => {
  world = await openWorld()
  heard = []
  const { laterRooms, activities } = world.house.rooms
  laterRooms.push({
    async participantsChanged(activityId, ids) {
      const travellers = await activities.travellers.of(activityId)
      heard.push({ ids, seats: travellers.map(({ name, firmName }) => `${name}, ${firmName ?? ''}`) })
    },
  })
  await firm(world)
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

const of = steps.filter(({ name }) => name !== 'passport')
const ofMember = of.filter(({ name }) => !name.startsWith('firm'))
const training = (capacity: number) =>
  delegation(world, { kind: 'training', approval: 'automatic', perFirm: null, capacity })

async function member(name: string, firmId = 1): Promise<Person> {
  const somebody = world.person(name)
  const { joining } = world.house.rooms.people
  const token = await world.house.database.transaction(() => joining.inviteToFirm(firmId, null))
  await somebody.starts(`f_${token}`)
  return somebody
}

async function takesBack(person: Person): Promise<void> {
  await person.writes('/trips')
  await person.taps('Barselona')
  await person.taps('geri çek')
  await person.taps('Evet, geri çekiyorum')
}

describe('later rooms hear of who has a seat', () => {
  test('when a coordinator approves, not when she rejects or somebody only applies', async () => {
    await delegation(world)
    const [ayse, kemal] = [world.person('Ayşe Yılmaz'), world.person('Kemal Er')]
    await applies(ayse)
    await applies(kemal)
    await zeynep.taps('Reddet')
    await zeynep.taps('Yer yetmedi')
    await zeynep.taps('Reddet ve bildir')
    expect(heard).toEqual([])
    await zeynep.taps('Onayla')
    expect(heard).toEqual([{ ids: [1], seats: ['Ayşe Yılmaz, Çelik Dış Ticaret A.Ş.'] }])
  })

  test('when it is given at once, taken back, and moved up into', async () => {
    await training(1)
    const ayse = await member('Ayşe Yılmaz')
    await applies(ayse, { of: ofMember })
    await applies(await member('Kemal Er'), { of: ofMember })
    await takesBack(ayse)
    expect(heard).toEqual([
      { ids: [1], seats: ['Ayşe Yılmaz, Çelik Dış Ticaret A.Ş.'] },
      { ids: [1], seats: [] },
      { ids: [2], seats: ['Kemal Er, Çelik Dış Ticaret A.Ş.'] },
    ])
  })

  test('when a colleague takes over what was entered for them, known as they are known then', async () => {
    await training(5)
    const ayse = await member('Ayşe Yılmaz')
    await ayse.starts('t_BCN26')
    await ayse.taps('Çalışma arkadaşım için başvur')
    for (const typed of ['Ömer Güneş', 'Satış müdürü', '0532 111 22 33', 'omer@celik.com.tr', 'Türkçe'])
      await ayse.writes(typed)
    await ayse.taps('Hayır')
    await ayse.taps('Atla')
    await ayse.taps('Başvuruyu gönder')
    const link = /start=([\w-]+)/.exec(ayse.last)?.[1]
    const omer = world.person('Ömer')
    await omer.starts(link)
    await omer.taps('Evet')
    expect(heard).toEqual(Array(2).fill({ ids: [1], seats: ['Ömer Güneş, Çelik Dış Ticaret A.Ş.'] }))
  })

  test('when somebody moves to another account and had applied from both', async () => {
    await training(5)
    const anew = world.person('Kemal Er')
    await applies(anew, { of })
    await applies(await member('Kemal Eski'), { of: ofMember })
    heard = []
    await zeynep.writes('/desk')
    for (const label of ['Firmalar ve kişiler', 'Çelik', 'Kemal Eski', 'Başka Telegram hesabına taşı'])
      await zeynep.taps(label)
    await anew.starts(/start=(m_[\w-]+)/.exec(zeynep.last)?.[1])
    expect(heard).toEqual([{ ids: [1], seats: ['Kemal Eski, Çelik Dış Ticaret A.Ş.'] }])
  })

  test('when two firms become one, and when somebody says in which zone they live', async () => {
    await training(5)
    const other = await firm(world, 'Celik Dis Tic.', 'Sivas')
    const kemal = await member('Kemal Er', other)
    await applies(kemal, { of: ofMember })
    heard = []
    await zeynep.writes('/desk')
    for (const label of ['Firmalar ve kişiler', 'Celik Dis Tic.', 'Başka bir firmayla birleştir'])
      await zeynep.taps(label)
    await zeynep.writes('çelik dış ticaret')
    await zeynep.taps('Çelik Dış Ticaret A.Ş.')
    await zeynep.taps('Evet, birleştir')
    const seats = ['Kemal Er, Çelik Dış Ticaret A.Ş.']
    expect(heard).toContainEqual({ ids: [1], seats })
    heard = []
    await kemal.writes('/privacy')
    await kemal.taps('Saat dilimi')
    await kemal.writes('Madrid')
    expect(heard).toEqual([{ ids: [1], seats }])
    const { travellers } = world.house.rooms.activities
    expect((await travellers.of(1, [1]))[0]?.homeZone).toBe('Europe/Madrid')
    expect(await travellers.of(1, [])).toEqual([])
  })

  test('of everybody when the activity is at another time or is closed, and not for a new capacity', async () => {
    const activity = await delegation(world)
    const { store } = world.house.rooms.activities
    await store.update(activity.id, { capacity: 30 })
    expect(heard).toEqual([])
    await zeynep.writes('/desk')
    for (const label of ['Barselona', 'Başvuruları kapat', 'Evet, kapat']) await zeynep.taps(label)
    expect(heard).toEqual([{ ids: 'all', seats: [] }])
    await delegation(world, { state: 'closed', endsOn: Temporal.PlainDate.from('2026-12-14') })
    await store.update(activity.id, { state: 'cancelled' })
    expect(heard).toHaveLength(3)
  })
})
