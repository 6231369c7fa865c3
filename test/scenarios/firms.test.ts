import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, reaches, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { phrases } from '../support/phrases.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
let celik: number
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  celik = await firm(world)
  ayse = world.person('Ayşe Yılmaz')
})
afterEach(() => world.close())

const linkIn = (text: string) => /start=([\w-]+)/.exec(text)?.[1] ?? '?'

/** A link that makes somebody a member of the firm, as the coordinators hand out. */
const invitation = (invitedTo: string[] = []) =>
  world.house.database.transaction(() =>
    world.house.rooms.people.joining.inviteToFirm(celik, null, invitedTo),
  )

/** Somebody of the firm, by its link. */
async function member(name: string): Promise<Person> {
  const somebody = world.person(name)
  await somebody.starts(`f_${await invitation()}`)
  return somebody
}

describe('finding the firm', () => {
  test('forgives typing', async () => {
    await reaches(ayse, 'firm')
    for (const typed of ['celik', 'ÇELİK', 'celk dis ticaret', 'Çelik Dış Tic', 'CELIK A.S.']) {
      await ayse.writes(typed)
      expect(ayse.last).toContain(`“${typed}”`)
      expect(ayse.find('Çelik Dış Ticaret A.Ş., Eskişehir').message.text).toBe(ayse.last)
    }
  })

  test('two that are alike can be told apart, and a number takes one', async () => {
    await firm(world, 'Çelik Dış Ticaret Ltd.', 'Bursa')
    await reaches(ayse, 'firm')
    await ayse.writes('celik dis')
    expect(ayse.buttons.join()).toContain('Ltd., Bursa')
    expect(ayse.buttons.join()).toContain('A.Ş., Eskişehir')
    const second = ayse.buttons.filter((label) => label.includes('Çelik Dış'))[1] ?? '?'
    await ayse.writes('2')
    expect(ayse.last).toContain('Adınız ve soyadınız')
    for (const step of steps.slice(steps.findIndex(({ name }) => name === 'name')))
      await step.answer(ayse, phrases.tr)
    expect(ayse.last).toContain(second.split(',')[0])
  })
})

describe('a request to join', () => {
  test('goes to the members; before their yes nothing of the firm is shown', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const mehmet = await member('Mehmet Demir')
    await applies(ayse)
    mehmet.sees('Ayşe Yılmaz')
    mehmet.sees('firmasından olduğunu belirtti')
    zeynep.doesNotSee('firmasından olduğunu belirtti')
    ayse.doesNotSee('Mehmet')
    await ayse.writes('/trips')
    await ayse.taps('Barselona')
    expect(ayse.buttons.join()).not.toContain('Çalışma arkadaşı')

    await mehmet.taps('✅ Evet')
    ayse.sees('firmanızdaki kaydınız onaylandı')
    await ayse.writes('/trips')
    await ayse.taps('Barselona')
    expect(ayse.buttons.join()).toContain('Çalışma arkadaşı')
  })

  test('goes to the coordinators where the firm has no member, and is answered once', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir')
    await applies(ayse)
    const [yes, no] = [zeynep.holds('✅ Evet'), can.holds('❌ Hayır')]
    await Promise.all([zeynep.presses(yes), can.presses(no)])
    expect(ayse.texts.filter((text) => /kaydınız (onaylandı|onaylanmadı)/.test(text))).toHaveLength(1)
    expect([...zeynep.notes, ...can.notes].join()).toContain('daha önce yanıtlanmış')
    expect(await zeynep.presses(yes)).toContain('daha önce yanıtlanmış')
  })

  test('that was refused is told politely, and shows nothing afterwards either', async () => {
    const mehmet = await member('Mehmet Demir')
    await applies(ayse)
    await mehmet.taps('❌ Hayır')
    ayse.sees('kaydınız onaylanmadı')
    await ayse.writes('/trips')
    await ayse.taps('Barselona')
    expect(ayse.buttons.join()).not.toContain('Çalışma arkadaşı')
  })

  test('cannot be answered by whoever asked, nor by a stranger who got the button', async () => {
    const mehmet = await member('Mehmet Demir')
    await applies(ayse)
    const yes = mehmet.holds('✅ Evet')
    const eve = world.person('Eve Er')
    await eve.starts()
    for (const person of [ayse, eve])
      expect(await person.presses(yes)).toContain('yalnızca firmanın bir üyesi')
    ayse.doesNotSee('kaydınız onaylandı')
  })
})

describe('a link into a firm', () => {
  test('works once: the same person twice is fine, the second one is told politely', async () => {
    const token = await invitation(['BCN26'])
    await ayse.starts(`f_${token}`)
    ayse.sees('Çelik Dış Ticaret A.Ş. firmasına kaydedildiniz')
    expect(ayse.last).toContain('Barselona Raylı Sistemler Heyeti')
    await ayse.starts(`f_${token}`)
    ayse.doesNotSee('geçersiz, kullanılmış')

    const kemal = world.person('Kemal Er')
    await kemal.starts(`f_${token}`)
    kemal.sees('geçersiz, kullanılmış ya da süresi dolmuş')
    kemal.doesNotSee('Çelik')
  })

  test('two at once: one of them joins', async () => {
    const token = await invitation()
    const kemal = world.person('Kemal Er')
    await Promise.all([ayse.starts(`f_${token}`), kemal.starts(`f_${token}`)])
    expect([...ayse.texts, ...kemal.texts].filter((text) => text.includes('kaydedildiniz'))).toHaveLength(1)
  })

  test('ends after 90 days', async () => {
    const token = await invitation()
    await world.clockShows('2027-02-15T12:00[Europe/Istanbul]')
    await ayse.starts(`f_${token}`)
    ayse.sees('süresi dolmuş')
  })

  test('comes from a member for a colleague, who then applies for that firm without a search', async () => {
    const mehmet = await member('Mehmet Demir')
    await mehmet.starts('t_BCN26')
    await mehmet.taps('Çalışma arkadaşı davet et')
    await ayse.starts(linkIn(mehmet.last))
    ayse.sees('firmasına kaydedildiniz')
    await begins(ayse)
    await ayse.taps('Okudum')
    expect(ayse.last).toContain('Adınız ve soyadınız')
  })
})
