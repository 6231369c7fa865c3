import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, reaches, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { barcelona, sendsBook, withCells } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  await firm(world)
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

const training = (changes: Parameters<typeof delegation>[1] = {}) =>
  delegation(world, {
    kind: 'training',
    title: { tr: 'Karbon eğitimi', en: 'Carbon training' },
    city: { tr: 'Ankara', en: 'Ankara' },
    perFirm: null,
    timeZone: 'Europe/Istanbul',
    ...changes,
  })

/** Only trips ask for the spelling in the passport. */
const of = steps.filter(({ name }) => name !== 'passport')

/** Zeynep edits the training, and saves. */
async function changes(...answers: [button: string, text: string][]): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Karbon eğitimi')
  await zeynep.taps('Düzenle')
  for (const [button, text] of answers) {
    await zeynep.taps(button)
    await zeynep.writes(text)
  }
}

const newsOf = (person: Person) =>
  person.texts.filter((text) => /değişiklik var|there is a change/.test(text))

describe('other days or another place', () => {
  test('are told to everybody who has applied, in their language, old and new, once and only when saved', async () => {
    await training()
    const [ayse, emma, kemal, deniz] = [
      world.person('Ayşe Yılmaz'),
      world.person('Emma Wilson', 'en'),
      world.person('Kemal Er'),
      world.person('Deniz Su'),
    ]
    await applies(ayse, { of })
    await zeynep.taps('✅ Onayla')
    await applies(emma, { language: 'en', of })
    await zeynep.taps('Yedek liste')
    await applies(kemal, { of })
    await applies(deniz, { of })
    await deniz.writes('/trips')
    await deniz.taps('Karbon')
    await deniz.taps('geri çek')
    await deniz.taps('Evet, geri çekiyorum')

    await changes(['✎ Son gün', '2026-12-14'], ['✎ İlk gün', '2026-12-11'], ['✎ Yer', 'Eskişehir'])
    expect(zeynep.last).toContain('3 kişiye bildirilecek')
    expect(newsOf(ayse)).toEqual([])
    await zeynep.taps('Değişiklikleri kaydet')
    expect(newsOf(ayse)).toHaveLength(1)
    expect(ayse.last).toContain('10-13 Aralık 2026 → 11-14 Aralık 2026')
    expect(ayse.last).toContain('Ankara → Eskişehir')
    expect(ayse.last).toContain('onaylandı')
    expect(emma.last).toContain('Carbon training: there is a change')
    expect(emma.last).toContain('on the waiting list')
    expect(newsOf(kemal)).toHaveLength(1)
    expect(newsOf(deniz)).toEqual([])

    await changes(['✎ Kontenjan', '30'])
    expect(zeynep.last).not.toContain('bildirilecek')
    await zeynep.taps('Değişiklikleri kaydet')
    expect(newsOf(ayse)).toHaveLength(1)
  })

  test('and other hours are told just so, and stand on the card and in the approval', async () => {
    await training({ approval: 'automatic', endsOn: Temporal.PlainDate.from('2026-12-10') })
    const [ayse, emma] = [world.person('Ayşe Yılmaz'), world.person('Emma Wilson', 'en')]
    await applies(ayse, { of })
    await changes(['✎ Saat', '9.30-17'])
    expect(zeynep.last).toContain('✏️ Saat: – → 09:30-17:00')
    expect(zeynep.last).toContain('1 kişiye bildirilecek')
    await zeynep.taps('Değişiklikleri kaydet')
    expect(newsOf(ayse)).toHaveLength(1)
    expect(ayse.last).toContain('🕘 saat belirtilmemiş → 09:30-17:00')
    await applies(emma, { language: 'en', of })
    emma.sees('10 December 2026, 09:30–17:00, Ankara')

    await changes(['✎ Saat', '10:00'], ['✎ Son gün', '2026-12-11'])
    await zeynep.taps('Değişiklikleri kaydet')
    expect(emma.last).toContain('🕘 09:30–17:00 → 10:00')
    await emma.starts('t_BCN26')
    expect(emma.last).toContain('📅 10–11 December 2026, 10:00 each day · 📍 Ankara')

    await changes(['✎ Saat', 'atla'])
    await zeynep.taps('Değişiklikleri kaydet')
    expect(emma.last).toContain('🕘 10:00 → no hours given')
  })

  test('of a workbook that knows no hours leave those that were told in the chat', async () => {
    const can = await world.coordinator('Can Demir', 'en')
    await sendsBook(can, 'Barcelona.xlsx', barcelona())
    await can.taps('Publish')
    const { store } = world.house.rooms.activities
    const activity = await store.byCode('BCN-RAIL')
    await store.update(activity?.id ?? 0, { hours: '09:00' })
    const endsOn = activity?.endsOn.add({ days: 1 }).toString() ?? '?'
    const longer = [{ sheet: 'activity', row: 'ends_on', column: 'value', value: endsOn }] as const
    await sendsBook(can, 'Barcelona.xlsx', withCells(barcelona(), [...longer]))
    await can.taps('Publish')
    expect(await store.byCode('BCN-RAIL')).toMatchObject({ hours: '09:00' })
  })

  test('come with a workbook that is sent again, too', async () => {
    const can = await world.coordinator('Can Demir', 'en')
    await sendsBook(can, 'Barcelona.xlsx', barcelona())
    await can.taps('Publish')
    const ayse = world.person('Ayşe Yılmaz')
    const { store } = world.house.rooms.activities
    const activity = await store.byCode('BCN-RAIL')
    await applies(ayse, { code: 'BCN-RAIL' })
    const endsOn = activity?.endsOn.add({ days: 1 }).toString() ?? '?'
    await sendsBook(
      can,
      'Barcelona.xlsx',
      withCells(barcelona(), [{ sheet: 'activity', row: 'ends_on', column: 'value', value: endsOn }]),
    )
    expect(can.last).toContain('1 person who has applied will be told')
    expect(newsOf(ayse)).toEqual([])
    await can.taps('Publish')
    expect(newsOf(ayse)).toHaveLength(1)
    expect(ayse.last).toContain(' → ')
  })
})

describe('seats that become free', () => {
  /** One seat, which Ayşe has; Kemal and Deniz wait for it. */
  async function queue(approval: 'automatic' | 'manual' = 'manual'): Promise<Person[]> {
    await training({ capacity: 1, approval })
    const people = ['Ayşe Yılmaz', 'Kemal Er', 'Deniz Su'].map((name) => world.person(name))
    for (const person of people) {
      await applies(person, { of })
      if (approval === 'manual') await zeynep.taps('✅ Onayla')
    }
    return people
  }

  async function takesBack(person: Person | undefined): Promise<void> {
    await person?.writes('/trips')
    await person?.taps('Karbon')
    await person?.taps('geri çek')
    await person?.taps('Evet, geri çekiyorum')
  }

  test('when somebody withdraws, the first who waits is approved with one tap', async () => {
    const [ayse, kemal, deniz] = await queue()
    await takesBack(ayse)
    expect(zeynep.last).toContain('Boş yer: 1 · yedek listede bekleyen: 2')
    await zeynep.taps('✅ Onayla: Kemal Er')
    kemal?.sees('Başvurunuz onaylandı')
    deniz?.doesNotSee('Başvurunuz onaylandı')
    zeynep.doesNotSee('Boş yer: 0')
  })

  test('when there are more of them, one after the other is offered; the list is in the order of waiting', async () => {
    const [, kemal, deniz] = await queue()
    await changes(['✎ Kontenjan', '3'])
    await zeynep.taps('Değişiklikleri kaydet')
    expect(zeynep.last).toContain('Boş yer: 2 · yedek listede bekleyen: 2')
    await zeynep.taps('Yedek listeyi aç')
    expect(zeynep.last).toContain('Yedek')
    await zeynep.taps('Kemal Er')
    await zeynep.taps('✅ Onayla')
    kemal?.sees('Başvurunuz onaylandı')
    expect(zeynep.last).toContain('Boş yer: 1 · yedek listede bekleyen: 1')
    await zeynep.taps('✅ Onayla: Deniz Su')
    deniz?.sees('Başvurunuz onaylandı')
  })

  test('are not offered to somebody whose firm has used up its quota', async () => {
    await training({ capacity: 2, perFirm: 1, approval: 'automatic' })
    for (const name of ['Ayşe Yılmaz', 'Kemal Er']) await applies(world.person(name), { of })
    await changes(['✎ Kontenjan', '3'])
    await zeynep.taps('Değişiklikleri kaydet')
    zeynep.doesNotSee('Boş yer')
  })

  describe('where approval is automatic', () => {
    test('go by themselves to the first who waits, and the coordinators’ cards say so', async () => {
      const [ayse, kemal, deniz] = await queue('automatic')
      expect(zeynep.buttons).toContain('✅ Onayla')
      await takesBack(ayse)
      kemal?.sees('Başvurunuz onaylandı')
      deniz?.doesNotSee('Başvurunuz onaylandı')
      zeynep.sees('BCN26-0002 – onaylandı')
      zeynep.doesNotSee('Boş yer')
    })

    test('go to as many as there are more of them, in the order of waiting', async () => {
      const [, kemal, deniz] = await queue('automatic')
      const last = world.person('Ece Ak')
      await applies(last, { of })
      await changes(['✎ Kontenjan', '3'])
      await zeynep.taps('Değişiklikleri kaydet')
      kemal?.sees('Başvurunuz onaylandı')
      deniz?.sees('Başvurunuz onaylandı')
      last.doesNotSee('Başvurunuz onaylandı')
      await last.writes('/trips')
      await last.taps('Karbon')
      expect(last.last).toContain('(sıra: 1)')
    })

    test('go to those who wait when approval becomes automatic', async () => {
      const [, kemal] = await queue()
      await world.house.rooms.activities.store.update(1, { capacity: 2 })
      await changes(['✎ Karar', 'Otomatik, yer olduğu sürece'])
      await zeynep.taps('Değişiklikleri kaydet')
      kemal?.sees('Başvurunuz onaylandı')
    })

    test('go to nobody once it has begun', async () => {
      const [, kemal] = await queue('automatic')
      await world.clockShows('2026-12-10T09:00[Europe/Istanbul]')
      await changes(['✎ Kontenjan', '3'])
      await zeynep.taps('Değişiklikleri kaydet')
      kemal?.doesNotSee('Başvurunuz onaylandı')
    })

    test.each([0, 1])('are never taken by somebody who comes at that moment (%i)', async (order) => {
      await training({ capacity: 1, approval: 'automatic' })
      const [ayse, kemal, deniz] = ['Ayşe Yılmaz', 'Kemal Er', 'Deniz Su'].map((name) => world.person(name))
      if (!ayse || !kemal || !deniz) throw new Error('nobody')
      await applies(ayse, { of })
      await applies(kemal, { of })
      await reaches(deniz, undefined, { of })
      await ayse.writes('/trips')
      await ayse.taps('Karbon')
      await ayse.taps('geri çek')
      const both = [() => ayse.taps('Evet, geri çekiyorum'), () => deniz.taps('Başvuruyu gönder')]
      await Promise.all((order === 0 ? both : both.toReversed()).map((act) => act()))
      kemal.sees('Başvurunuz onaylandı')
      deniz.sees('Başvurunuz yedek listede')
      // Which of the two was first says how many were before her just then.
      await deniz.starts('t_BCN26')
      expect(deniz.last).toContain('(sıra: 1)')
    })

    test('are not kept for whoever still needs somebody’s word; they keep their place in the list', async () => {
      await training({ capacity: 2, perFirm: 3, approval: 'automatic' })
      const [kemal, deniz] = [world.person('Kemal Er'), world.person('Deniz Su')]
      // Nobody has confirmed Kemal, so that a coordinator has put him on the list.
      await applies(kemal, { of })
      await zeynep.taps('Yedek liste')
      const akin = await firm(world, 'Akın Makina')
      const { joining } = world.house.rooms.people
      const token = await world.house.database.transaction(() => joining.inviteToFirm(akin, null))
      await deniz.starts(`f_${token}`)
      await applies(deniz, { of: of.filter(({ name }) => !name.startsWith('firm')) })
      deniz.sees('Başvurunuz onaylandı')
      kemal.doesNotSee('Başvurunuz onaylandı')
      await kemal.starts('t_BCN26')
      expect(kemal.last).toContain('(sıra: 1)')
    })
  })
})
