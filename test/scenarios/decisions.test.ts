import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, reaches, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Opens the delegation and lets people apply for it, one after the other. */
async function applicants(changes: Parameters<typeof delegation>[1], ...names: string[]): Promise<Person[]> {
  await delegation(world, changes)
  await firm(world)
  const people = names.map((name) => world.person(name))
  for (const person of people) await applies(person)
  return people
}

const states = async () =>
  (await world.house.database.sql<{ state: string }[]>`select state from applications order by id`).map(
    ({ state }) => state,
  )

describe('a decision', () => {
  test('waiting list, then approval: each told in the person’s language, with what comes next', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    await delegation(world)
    await firm(world)
    const lucia = world.person('Lucía Ferrer', 'es')
    await applies(lucia, { language: 'es' })
    await zeynep.taps('Yedek liste')
    lucia.sees('lista de espera')
    await zeynep.taps('Onayla')
    lucia.sees('del 10 al 13 de diciembre de 2026')
    // Afterwards each consent is asked on its own, and none is ticked.
    expect(lucia.last).toContain('fotos')
    await lucia.taps('No')
    await lucia.taps('Sí')
    await lucia.taps('No')
    const given = await world.house.database.sql<
      { is_given: boolean }[]
    >`select is_given from consents order by id`
    expect(given.map(({ is_given: isGiven }) => isGiven)).toEqual([false, true, false])
  })

  test('rejection carries its reason', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya', 'en')
    const [ayse] = await applicants({}, 'Ayşe Yılmaz')
    await zeynep.taps('Reject')
    await zeynep.taps('Wrong field')
    // In the language in which she will read it.
    zeynep.sees('Neden: Faaliyetin konusu firmanızın çalışma alanıyla örtüşmüyor')
    ayse?.doesNotSee('Neden:')
    expect(await states()).toEqual(['submitted'])
    expect(await zeynep.taps('Reject and tell')).toBe('❌ Ayşe Yılmaz is rejected and has been told.')
    ayse?.sees('Neden: Faaliyetin konusu firmanızın çalışma alanıyla örtüşmüyor')
    zeynep.sees('Reason: The activity does not fit your firm’s field')
    expect(await states()).toEqual(['rejected'])
  })

  test('rejection in one’s own words goes as it was typed, after a look at it', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const [ayse] = await applicants({}, 'Ayşe Yılmaz')
    await zeynep.taps('Reddet')
    await zeynep.taps('Kendim yazayım')
    await zeynep.writes('ok')
    expect(zeynep.last).toContain('Gerekçe çok kısa')
    await zeynep.writes('Bu yıl <yalnızca> üreticiler & yan sanayi.')
    expect(zeynep.last).toContain('Neden: Bu yıl <yalnızca> üreticiler & yan sanayi.')
    await zeynep.writes('Bu yıl yalnızca <üreticiler>.')
    ayse?.doesNotSee('üreticiler')
    await zeynep.taps('Reddet ve bildir')
    ayse?.sees('Neden: Bu yıl yalnızca <üreticiler>.')
    zeynep.sees('Neden: Bu yıl yalnızca <üreticiler>.')
    await zeynep.writes('Merhaba')
    expect(zeynep.last).not.toContain('şu mesajı alacak')
    expect(await states()).toEqual(['rejected'])
  })

  test('a reason typed while the reasons stand to be tapped is taken as her own; back at the card it is not', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const [ayse] = await applicants({}, 'Ayşe Yılmaz')
    await zeynep.taps('Reddet')
    await zeynep.taps('‹ Geri')
    await zeynep.writes('Merhaba')
    expect(zeynep.last).not.toContain('şu mesajı alacak')
    await zeynep.taps('Reddet')
    await zeynep.writes('Bu yıl yalnızca üreticiler.')
    expect(zeynep.last).toContain('Neden: Bu yıl yalnızca üreticiler.')
    ayse?.doesNotSee('üreticiler')
    await zeynep.taps('Reddet ve bildir')
    ayse?.sees('Neden: Bu yıl yalnızca üreticiler.')
  })

  test('rejection without a reason says none, and /cancel rejects nobody', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const [ayse] = await applicants({}, 'Ayşe Yılmaz')
    await zeynep.taps('Reddet')
    await zeynep.taps('Kendim yazayım')
    await zeynep.writes('/cancel')
    expect(zeynep.last).toContain('Kimse reddedilmedi')
    await zeynep.taps('‹ Geri')
    await zeynep.taps('Gerekçesiz')
    await zeynep.taps('Reddet ve bildir')
    ayse?.sees('kabul edilemedi')
    ayse?.doesNotSee('Neden:')
  })

  test('comes too late once it has begun or is cancelled: only a no is left, and it is said why', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const [ayse] = await applicants({}, 'Ayşe Yılmaz', 'Kemal Er')
    const approve = zeynep.holds('Onayla')
    await world.clockShows('2026-12-10T09:00[Europe/Madrid]')
    for (const data of [approve.data, approve.data.replace('approve', 'wait')])
      expect(await zeynep.presses({ ...approve, data })).toContain('Faaliyet başladı ya da sona erdi')
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    await zeynep.taps('0001 Ayşe')
    expect(zeynep.last).toContain('Başladı ya da sona erdi')
    await zeynep.taps('Reddet')
    await zeynep.taps('Yer yetmedi')
    await zeynep.taps('Reddet ve bildir')
    ayse?.sees('kabul edilemedi')
    await delegation(world, { state: 'cancelled', startsOn: Temporal.PlainDate.from('2026-12-12') })
    expect(await zeynep.presses(approve)).toContain('iptal edildi')
    expect(await states()).toEqual(['rejected', 'submitted'])
  })

  test('of somebody else is told by name at the first tap, and their card is shown as it stands', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir')
    await applicants({}, 'Ayşe Yılmaz')
    const rejects = can.holds('Reddet')
    expect(await zeynep.taps('Onayla')).toBe('✅ Ayşe Yılmaz onaylandı, kendisine bildirildi.')
    expect(await can.presses(rejects)).toBe('Zeynep Kaya bu başvuruyu daha önce onaylamış.')
    expect(can.last).toContain('onaylandı')
    expect(can.buttons.join()).not.toContain('Reddet')
  })

  test('is taken from the list in place, with the way back to a fresh list', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    await applicants({}, 'Ayşe Yılmaz', 'Kemal Er')
    await zeynep.writes('/desk')
    const before = zeynep.texts.length
    await zeynep.taps('Barselona')
    expect(zeynep.last).toContain('0001 Ayşe Yılmaz, Çelik Dış Ticaret A.Ş.')
    await zeynep.taps('0001 Ayşe')
    await zeynep.taps('Onayla')
    await zeynep.taps('Listeye dön')
    expect(zeynep.last).toContain('Onaylı: 1')
    expect(zeynep.texts).toHaveLength(before)
    expect(zeynep.buttons).toContain('● Onaylı 1')
    expect(zeynep.buttons).toContain('Yeni 1')
  })

  test('of two coordinators at once is one', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir')
    const [ayse] = await applicants({}, 'Ayşe Yılmaz')
    const [approve, wait] = [zeynep.holds('Onayla'), can.holds('Onayla')]
    await Promise.all([zeynep.presses(approve), can.presses(wait)])
    expect(ayse?.texts.filter((text) => text.includes('onaylandı'))).toHaveLength(1)
    expect([...zeynep.notes, ...can.notes].join()).toContain('bu başvuruyu daha önce onaylamış.')
    expect(await can.presses({ ...wait, data: wait.data.replace('approve', 'wait') })).toMatch(
      /daha önce onayla/,
    )
    expect(await states()).toEqual(['approved'])
  })

  test('about oneself is refused', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    await delegation(world)
    await firm(world)
    await applies(zeynep)
    zeynep.doesNotSee('firmasından olduğunu belirtti')
    expect(zeynep.buttons.join()).not.toContain('Onayla')
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    await zeynep.taps('0001 Zeynep Kaya')
    expect(await zeynep.taps('Onayla')).toContain('Kendi başvurunuz')
    expect(await states()).toEqual(['submitted'])
  })

  test('belongs to those who run the activity, and only while they do', async () => {
    const owner = await world.coordinator('Zeynep Kaya')
    const lyon = await world.coordinator('Can Demir', 'tr', 'LYON27')
    const [ayse] = await applicants({}, 'Ayşe Yılmaz')
    lyon.doesNotSee('Ayşe')
    const approve = owner.holds('Onayla')
    for (const data of [approve.data, approve.data.replace('approve', 'card'), 'a.activity:1'])
      expect(await lyon.presses({ ...approve, data })).toContain('yetkiniz yok')
    const { roles } = world.house.rooms.people
    const [grant] = (await roles.all()).filter(({ activityCode }) => activityCode === null)
    await roles.revoke(grant?.id ?? 0)
    expect(await owner.presses(approve)).toContain('yetkiniz yok')
    expect(await states()).toEqual(['submitted'])
    ayse?.doesNotSee('onaylandı')
  })
})

describe('of the cards of one application', () => {
  test('the others say what was decided, each in its reader’s language, without a new message', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir', 'en')
    await applicants({}, 'Ayşe Yılmaz')
    await can.taps('Reject')
    const before = can.texts.length
    await zeynep.taps('Onayla')
    expect(can.last).toContain('BCN26-0001 – approved')
    expect(can.buttons.join()).not.toContain('Too few seats')
    expect(can.texts).toHaveLength(before)
  })

  test('one that was opened from the list is known too, and the list that took its place stays a list', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir')
    await applicants({}, 'Ayşe Yılmaz', 'Kemal Er')
    await can.writes('/desk')
    await can.taps('Barselona')
    await can.taps('0001 Ayşe')
    await zeynep.taps('Onayla')
    expect(can.texts.filter((text) => text.includes('BCN26-0002 – onaylandı'))).toHaveLength(1)
    await zeynep.presses({ ...zeynep.holds('Yedek liste'), data: 'a.approve:1' })
    expect(can.last).toContain('BCN26-0001 – onaylandı')
    await can.taps('Listeye dön')
    const list = can.last
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    await world.house.database.query(`update applications set state = 'submitted'`, [])
    await zeynep.presses({ ...zeynep.holds('Yeni'), data: 'a.wait:1' })
    expect(can.last).toBe(list)
  })

  test('the one that came at first follows what is decided over the list in the same chat', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    await applicants({}, 'Ayşe Yılmaz')
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    await zeynep.taps('0001 Ayşe')
    await zeynep.taps('Onayla')
    expect(zeynep.texts.filter((text) => text.includes('BCN26-0001 – onaylandı'))).toHaveLength(2)
    expect(zeynep.buttons).not.toContain('✅ Onayla')
  })

  test('all say that it was taken back', async () => {
    const coordinators = [await world.coordinator('Zeynep Kaya'), await world.coordinator('Can Demir')]
    const [ayse] = await applicants({}, 'Ayşe Yılmaz')
    await ayse?.writes('/trips')
    await ayse?.taps('Barselona')
    await ayse?.taps('Başvuruyu geri çek')
    await ayse?.taps('Evet, geri çekiyorum')
    for (const one of coordinators) {
      one.sees('BCN26-0001 – geri çekildi')
      expect(one.buttons.join()).not.toContain('Onayla')
    }
  })

  test('one that is gone from its chat is not sent again', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir')
    await applicants({}, 'Ayşe Yılmaz')
    const { messageId } = can.holds('Onayla')
    await world.house.api.deleteMessage(can.id, messageId)
    const before = can.texts.length
    await zeynep.taps('Onayla')
    expect(can.texts).toHaveLength(before)
  })
})

describe('a seat', () => {
  test('the last one goes to one of two, whoever taps', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir')
    const people = await applicants({ capacity: 1 }, 'Ayşe Yılmaz', 'Kemal Er')
    const [second, first] = [zeynep.holds('Onayla'), can.holds('Onayla')]
    const other = { ...first, data: first.data.replace(/\d+$/, (id) => String(Number(id) - 1)) }
    await Promise.all([zeynep.presses(second), can.presses(other)])
    expect((await states()).toSorted()).toEqual(['approved', 'waitlisted'])
    const told = people.flatMap(({ texts }) => texts).join()
    expect(told).toContain('Neden: tüm yerler dolu.')
    expect(told).toContain('Sıranız: 1')
    expect([...zeynep.notes, ...can.notes].join()).toContain('yer olmadığı için yedek listeye alındı')
  })

  test('a firm gets no more than its quota', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir')
    const people = await applicants({ perFirm: 1 }, 'Ayşe Yılmaz', 'Kemal Er')
    const [second, first] = [zeynep.holds('Onayla'), can.holds('Onayla')]
    const other = { ...first, data: first.data.replace(/\d+$/, (id) => String(Number(id) - 1)) }
    await Promise.all([zeynep.presses(second), can.presses(other)])
    expect((await states()).toSorted()).toEqual(['approved', 'waitlisted'])
    // Nobody of the firm has confirmed them: that others of it have seats is not theirs to know.
    const told = people.flatMap(({ texts }) => texts).join()
    expect(told).toContain('Başvurunuz yedek listede')
    expect(told).not.toContain('kontenjan')
  })

  test('of a workshop is given at once, the next one waits with the reason', async () => {
    await delegation(world, { kind: 'workshop', approval: 'automatic', capacity: 1, perFirm: null })
    await firm(world)
    const [ayse, kemal] = [world.person('Ayşe Yılmaz'), world.person('Kemal Er')]
    const of = steps.filter(({ name }) => name !== 'passport')
    for (const person of [ayse, kemal]) await reaches(person, undefined, { of })
    await Promise.all([ayse.taps('Başvuruyu gönder'), kemal.taps('Başvuruyu gönder')])
    const told = [...ayse.texts, ...kemal.texts].join()
    expect(told).toContain('Başvurunuz onaylandı')
    expect(told).toContain('Neden: tüm yerler dolu.')
    // It is decided: nothing is considered any more.
    expect(told).toContain('onaylanmasını istedik')
    expect(told).not.toContain('yine de değerlendirilir')
    expect((await states()).toSorted()).toEqual(['approved', 'waitlisted'])
  })

  test('that was given back frees a place', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const [ayse, kemal] = await applicants({ capacity: 1 }, 'Ayşe Yılmaz', 'Kemal Er')
    await zeynep.taps('Onayla')
    await ayse?.writes('/trips')
    await zeynep.writes('/desk')
    await kemal?.writes('/trips')
    await kemal?.taps('Barselona')
    await kemal?.taps('Başvuruyu geri çek')
    await kemal?.taps('Evet, geri çekiyorum')
    zeynep.sees('Kemal Er, Çelik Dış Ticaret A.Ş. başvurusunu geri çekti (BCN26-0002)')
    await zeynep.taps('Barselona')
    await zeynep.taps('0001 Ayşe Yılmaz')
    await zeynep.taps('Onayla')
    ayse?.sees('Başvurunuz onaylandı')
  })
})

test('a digest at 08:30 instead of a card at once', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  await zeynep.writes('/desk')
  await zeynep.taps('Başvuru bildirimi: hemen')
  await applicants({}, 'Ayşe Yılmaz', 'Kemal Er')
  zeynep.doesNotSee('BCN26-0001')
  await world.clockShows('2026-11-03T08:29[Europe/Istanbul]')
  zeynep.doesNotSee('karar bekliyor')
  await world.clockShows('2026-11-03T08:31[Europe/Istanbul]')
  expect(zeynep.last).toContain('2 yeni başvuru karar bekliyor')
  expect(zeynep.last).toContain(
    'Barselona Raylı Sistemler Heyeti: 2 yeni – Ayşe Yılmaz, Çelik Dış Ticaret A.Ş.; Kemal Er, Çelik Dış Ticaret A.Ş.',
  )
  await world.clockShows('2026-11-04T09:00[Europe/Istanbul]')
  expect(zeynep.texts.filter((text) => text.includes('yeni başvuru karar bekliyor'))).toHaveLength(1)
  await zeynep.taps('Koordinatör masası')
  expect(zeynep.last).toContain('2 başvuru karar bekliyor')
})
