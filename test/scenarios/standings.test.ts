import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  await firm(world)
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

/** Only trips ask for the spelling in the passport; who came by a firm's link is not asked for the firm. */
const of = steps.filter(({ name }) => name !== 'passport')
const ofMember = of.filter(({ name }) => !name.startsWith('firm'))

const training = (changes: Parameters<typeof delegation>[1] = {}) =>
  delegation(world, {
    kind: 'training',
    title: { tr: 'Karbon eğitimi', en: 'Carbon training' },
    city: { tr: 'Ankara', en: 'Ankara' },
    timeZone: 'Europe/Istanbul',
    approval: 'automatic',
    perFirm: 3,
    ...changes,
  })

async function linkInto(firmId: number): Promise<string> {
  const { joining } = world.house.rooms.people
  return `f_${await world.house.database.transaction(() => joining.inviteToFirm(firmId, null))}`
}

async function member(name: string, firmId = 1): Promise<Person> {
  const somebody = world.person(name)
  await somebody.starts(await linkInto(firmId))
  return somebody
}

async function takesBack(person: Person): Promise<void> {
  await person.writes('/trips')
  await person.taps('Karbon')
  await person.taps('geri çek')
  await person.taps('Evet, geri çekiyorum')
}

/** One seat, which Ayşe has; Kemal, whom nobody has confirmed, was put on the waiting list. */
async function kemalWaits(): Promise<{ ayse: Person; kemal: Person }> {
  await training({ capacity: 1 })
  const [ayse, kemal] = [await member('Ayşe Yılmaz'), world.person('Kemal Er')]
  await applies(ayse, { of: ofMember })
  await applies(kemal, { of })
  await zeynep.taps('✅ Onayla')
  kemal.sees('Başvurunuz yedek listede')
  return { ayse, kemal }
}

const isApproved = 'Başvurunuz onaylandı'

describe('a free seat', () => {
  test('goes to who waits as soon as a colleague says yes, and the coordinators’ cards say so', async () => {
    const { ayse, kemal } = await kemalWaits()
    await takesBack(ayse)
    kemal.doesNotSee(isApproved)
    await ayse.taps('Evet, doğru')
    kemal.sees(isApproved)
    zeynep.sees('BCN26-0002 – onaylandı')
    zeynep.doesNotSee('(onay bekliyor)')
  })

  test('goes to who waits as soon as a coordinator confirms them', async () => {
    const { ayse, kemal } = await kemalWaits()
    await takesBack(ayse)
    await zeynep.taps('Firmadan olduğunu onayla')
    kemal.sees(isApproved)
    zeynep.sees('BCN26-0002 – onaylandı')
  })

  test('goes to who waits as soon as they come by the firm’s link', async () => {
    const { ayse, kemal } = await kemalWaits()
    await takesBack(ayse)
    await kemal.starts(await linkInto(1))
    kemal.sees(isApproved)
    zeynep.doesNotSee('(onay bekliyor)')
  })

  test('goes to who waits when their firm becomes one that has confirmed them', async () => {
    const other = await firm(world, 'Demir Raylı Sistemler')
    await training({ capacity: 1 })
    const [ayse, kemal] = [await member('Ayşe Yılmaz', other), world.person('Kemal Er')]
    await applies(ayse, { of: ofMember })
    await applies(kemal, { of })
    await zeynep.taps('✅ Onayla')
    await kemal.starts(await linkInto(other))
    await takesBack(ayse)
    kemal.doesNotSee(isApproved)
    await zeynep.writes('/desk')
    await zeynep.taps('Firmalar ve kişiler')
    await zeynep.taps('Çelik')
    await zeynep.taps('Başka bir firmayla birleştir')
    await zeynep.writes('demir')
    await zeynep.taps('Demir Raylı')
    await zeynep.taps('Evet, birleştir')
    kemal.sees(isApproved)
    zeynep.sees('Demir Raylı Sistemler')
  })

  test('is not kept for whom the firm has refused, nor for whom it has not answered', async () => {
    await training({ capacity: 3 })
    const ayse = await member('Ayşe Yılmaz')
    const kemal = world.person('Kemal Er')
    await applies(kemal, { of })
    await zeynep.taps('Yedek liste')
    const akin = await firm(world, 'Akın Makina')
    const deniz = await member('Deniz Su', akin)
    await applies(deniz, { of: ofMember })
    deniz.sees(isApproved)
    await ayse.taps('❌ Hayır')
    zeynep.doesNotSee('(onay bekliyor)')
    zeynep.sees('(firma reddetti)')
    const ece = await member('Ece Ak', akin)
    await applies(ece, { of: ofMember })
    ece.sees(isApproved)
    // He keeps his place, and the coordinators may still give him a seat.
    await kemal.starts('t_BCN26')
    expect(kemal.last).toContain('(sıra: 1)')
  })

  test('is nobody’s whom the firm has refused, even where seats are not counted by firm', async () => {
    await training({ capacity: 1, perFirm: null })
    const ayse = await member('Ayşe Yılmaz')
    await applies(ayse, { of: ofMember })
    const kemal = world.person('Kemal Er')
    await applies(kemal, { of })
    await ayse.taps('❌ Hayır')
    await takesBack(ayse)
    kemal.doesNotSee(isApproved)
    const deniz = await member('Deniz Su', await firm(world, 'Akın Makina'))
    await applies(deniz, { of: ofMember })
    deniz.sees(isApproved)
  })
})

describe('who waits without the firm’s word', () => {
  test('does not read how many of it have a seat, neither at once nor later', async () => {
    await training({ capacity: 5, perFirm: 1 })
    const ayse = await member('Ayşe Yılmaz')
    await applies(ayse, { of: ofMember })
    const kemal = world.person('Kemal Er')
    await applies(kemal, { of })
    await zeynep.taps('✅ Onayla')
    kemal.sees('Başvurunuz yedek listede')
    await kemal.starts('t_BCN26')
    expect(kemal.last).toContain('yedek listede')
    kemal.doesNotSee('kontenjan')
    // Once they belong to it, they may know.
    await ayse.taps('Evet, doğru')
    await kemal.starts('t_BCN26')
    expect(kemal.last).toContain('firmanızın kontenjanı dolu')
  })
})
