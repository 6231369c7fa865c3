import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, reaches, steps, stepsWithNewFirm } from '../support/applying.ts'
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
    world.house.rooms.people.joining.inviteToFirm(celik, null, { invitedTo }),
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

  test.each(['Rhône Signalisation', 'ronne signal', 'signalisation rhone'])(
    'in any order: %s',
    async (typed) => {
      await firm(world, 'Signalisation du Rhône SAS', 'Lyon')
      await reaches(ayse, 'firm')
      await ayse.writes(typed)
      expect(ayse.find('Signalisation du Rhône SAS, Lyon').message.text).toBe(ayse.last)
    },
  )

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

test('a firm is not called by signs alone', async () => {
  await reaches(ayse, 'firm')
  for (const typed of ['***', '-', 'A.', '👋👋']) {
    await ayse.writes(typed)
    expect(ayse.last).toContain('en az iki harfini')
  }
  await ayse.writes('3M')
  expect(ayse.buttons.join()).toContain('Yeni firma: 3M')
})

describe('a request to join', () => {
  test('goes out when the application is handed in, and only to the firm that was chosen at last', async () => {
    const akin = await firm(world, 'Akın Makina')
    const mehmet = await member('Mehmet Demir')
    await reaches(ayse)
    mehmet.doesNotSee('Ayşe Yılmaz')
    await ayse.taps('✎ Firma')
    await ayse.writes('akin makina')
    await ayse.taps('Akın Makina, Eskişehir')
    await ayse.taps('Başvuruyu gönder')
    mehmet.doesNotSee('Ayşe Yılmaz')
    const asked = await world.house.database.sql`select firm_id from firm_members where state = 'requested'`
    expect(asked.map((row) => Number(row['firm_id']))).toEqual([akin])
    ayse.sees('firmadan olduğunuzun onaylanmasını istedik')
  })

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

  test('is not put again by somebody who was refused; a coordinator can still confirm them', async () => {
    await delegation(world, { code: 'LYON27', title: { tr: 'Lyon Heyeti' } })
    const zeynep = await world.coordinator('Zeynep Kaya')
    const mehmet = await member('Mehmet Demir')
    await applies(ayse)
    await mehmet.taps('❌ Hayır')
    ayse.sees('davet bağlantısı gönderebilir')
    const asked = () => mehmet.texts.filter((text) => text.includes('firmasından olduğunu')).length
    const before = asked()
    await begins(ayse, { code: 'LYON27' })
    await ayse.writes('celik')
    await ayse.taps('Çelik Dış Ticaret')
    await ayse.taps('Hayır')
    await ayse.taps('Atla')
    expect(ayse.last).toContain('(firma onaylamadı)')
    await ayse.taps('Başvuruyu gönder')
    expect(asked()).toBe(before)
    expect(ayse.last).toContain('koordinatörünüz kaydınızı onaylayabilir')

    zeynep.sees('(firma reddetti)')
    await zeynep.taps('✅ Onayla')
    expect(zeynep.last).toContain('Yine de onaylansın mı?')
    await zeynep.taps('‹ Geri')
    await zeynep.taps('Firmadan olduğunu onayla')
    ayse.sees('firmanızdaki kaydınız onaylandı')
    expect(zeynep.last).not.toContain('(firma reddetti)')
    // On the card of her other application, too.
    expect(zeynep.buttons.filter((label) => label.includes('Firmadan olduğunu'))).toEqual([])
  })

  test('goes to the coordinators too when its only member has blocked the bot', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const mehmet = await member('Mehmet Demir')
    await mehmet.does(({ block }) => block())
    await applies(ayse)
    zeynep.sees('firmasından olduğunu belirtti')
  })

  test('is accepted or refused on the application’s card as well', async () => {
    const mehmet = await member('Mehmet Demir')
    const zeynep = await world.coordinator('Zeynep Kaya')
    await applies(ayse)
    await zeynep.taps('Firmadan değil')
    ayse.sees('kaydınız onaylanmadı')
    expect(zeynep.last).toContain('(firma reddetti)')
    expect(await mehmet.taps('✅ Evet')).toContain('daha önce yanıtlanmış')
  })

  test('that nobody has confirmed takes none of the firm’s seats by itself', async () => {
    await delegation(world, { approval: 'automatic' })
    const zeynep = await world.coordinator('Zeynep Kaya')
    await applies(ayse)
    ayse.sees('Başvurunuz alındı')
    ayse.doesNotSee('Başvurunuz onaylandı')
    zeynep.sees('(onay bekliyor)')
    const mehmet = await member('Mehmet Demir')
    await applies(mehmet, { of: steps.filter(({ name }) => !name.startsWith('firm')) })
    mehmet.sees('Başvurunuz onaylandı')
  })

  test('that nobody has confirmed is approved where no seats are the firm’s, and all who can say so are asked', async () => {
    await delegation(world, { approval: 'automatic', perFirm: null })
    const zeynep = await world.coordinator('Zeynep Kaya')
    const mehmet = await member('Mehmet Demir')
    await applies(ayse)
    ayse.sees('Başvurunuz onaylandı')
    mehmet.sees('Ayşe Yılmaz, “Çelik Dış Ticaret A.Ş.” firmasından olduğunu belirtti')
    zeynep.sees('BCN26-0001 – onaylandı')
    expect(zeynep.last).toContain('(onay bekliyor)')
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    await zeynep.taps('Onaylı 1')
    expect(zeynep.last).toContain('0001 Ayşe Yılmaz, Çelik Dış Ticaret A.Ş. (onay bekliyor)')
    await zeynep.taps('0001 Ayşe')
    await zeynep.taps('Firmadan olduğunu onayla')
    await zeynep.taps('Listeye dön')
    expect(zeynep.last).toContain('0001 Ayşe Yılmaz, Çelik Dış Ticaret A.Ş.')
    expect(zeynep.last).not.toContain('(onay bekliyor)')
    // Who is known to belong to the firm needs nobody's look.
    await applies(mehmet, { of: steps.filter(({ name }) => !name.startsWith('firm')) })
    mehmet.sees('Başvurunuz onaylandı')
    zeynep.doesNotSee('BCN26-0002')
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
    ayse.sees('“Çelik Dış Ticaret A.Ş.” firmasına kaydedildiniz')
    expect(ayse.last).toContain('Barselona Raylı Sistemler Heyeti')
    await ayse.starts(`f_${token}`)
    ayse.doesNotSee('geçersiz, kullanılmış')
    ayse.sees('Çelik Dış Ticaret A.Ş. firmasında zaten kayıtlısınız')
    expect(ayse.last).toContain('Barselona Raylı Sistemler Heyeti')

    const kemal = world.person('Kemal Er')
    await kemal.starts(`f_${token}`)
    kemal.sees('geçersiz, kullanılmış ya da süresi dolmuş')
    kemal.doesNotSee('Çelik')
  })

  test('tapped by a member stays good for the one it is meant for', async () => {
    const mehmet = await member('Mehmet Demir')
    const token = await invitation()
    await mehmet.starts(`f_${token}`)
    mehmet.sees('zaten kayıtlısınız')
    await ayse.starts(`f_${token}`)
    ayse.sees('firmasına kaydedildiniz')
  })

  test('that was used does not let somebody back in who has left the firm', async () => {
    const token = await invitation()
    await ayse.starts(`f_${token}`)
    const { members } = world.house.rooms.people
    const [personId = 0] = await members.membersOf(celik, 'member')
    await members.setMember(celik, personId, 'left', null)
    await ayse.starts(`f_${token}`)
    ayse.sees('geçersiz, kullanılmış ya da süresi dolmuş')
    expect(await members.stateOf(celik, personId)).toBe('left')
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

  test('brings nobody back who has left the firm or was refused by it', async () => {
    const link = `f_${await invitation()}`
    await ayse.starts(link)
    await ayse.starts(link)
    ayse.doesNotSee('geçersiz')
    for (const state of ['left', 'refused'] as const) {
      await world.house.database.sql`update firm_members set state = ${state}`
      await ayse.starts(link)
      expect(ayse.texts.filter((text) => text.includes('geçersiz')).length).toBeGreaterThan(0)
      const rows = await world.house.database.sql`select state from firm_members`
      expect(rows.map((row) => String(row['state']))).toEqual([state])
    }
  })

  test('for a colleague may be made again and again, but not without end', async () => {
    await member('Kemal Er')
    const kemal = await member('Can Demir')
    await kemal.starts('t_BCN26')
    const invite = kemal.holds('arkadaşı davet et')
    for (let times = 0; times < 30; times += 1) await kemal.presses(invite)
    expect(await kemal.presses(invite)).toContain('30 bağlantınız var')
    const rows = await world.house.database.sql`select 1 from firm_invitations where created_by is not null`
    expect(rows).toHaveLength(30)
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

describe('a new firm', () => {
  const answersFirm = async (person: Person, name: string, tax = 'Atla') => {
    await person.writes(name)
    await person.taps('Yeni firma')
    await person.taps(`✔ ${name}`)
    await person.taps('Türkiye')
    if (person.last.includes('kayıtlı bir firma')) return
    await person.writes('Eskişehir')
    await person.taps('Raylı sistemler')
    await (tax === 'Atla' ? person.taps(tax) : person.writes(tax))
  }
  const finishes = async (person: Person) => {
    for (const step of steps.slice(steps.findIndex(({ name }) => name === 'name')))
      await step.answer(person, phrases.tr)
  }
  const count = async () => (await world.house.database.sql`select 1 from firms`).length

  test('with the name of a known one is asked about, and may be that one', async () => {
    const mehmet = await member('Mehmet Demir')
    await reaches(ayse, 'firm')
    await answersFirm(ayse, 'CELIK DIS TICARET AS')
    expect(ayse.last).toContain('Çelik Dış Ticaret A.Ş., Eskişehir')
    ayse.doesNotSee('Mehmet')
    await ayse.taps('Evet, bu firma')
    await finishes(ayse)
    await ayse.taps('Başvuruyu gönder')
    expect(await count()).toBe(1)
    mehmet.sees('Ayşe Yılmaz')
  })

  test('with the name of a known one may be another one', async () => {
    await reaches(ayse, 'firm')
    await answersFirm(ayse, 'Çelik Dış Ticaret AŞ')
    await ayse.taps('başka bir firma')
    await ayse.writes('Bursa')
    await ayse.taps('Havacılık')
    await ayse.taps('Atla')
    await finishes(ayse)
    expect(ayse.last).toContain('Şehir: Bursa')
    await ayse.taps('Başvuruyu gönder')
    expect(await count()).toBe(2)
    ayse.doesNotSee('onaylanmasını istedik')
  })

  test('never has the tax number of a known one', async () => {
    await world.house.rooms.people.firms.update(celik, { taxNumber: '1234567890' })
    await reaches(ayse, 'firm')
    await answersFirm(ayse, 'Bambaşka Makina', '123 456 78 90')
    expect(ayse.last).toContain('Çelik Dış Ticaret A.Ş., Eskişehir')
    expect(ayse.buttons.join()).not.toContain('başka bir firma')
    await ayse.taps('Numarayı yeniden yaz')
    expect(ayse.last).toContain('vergi numarası')
    await ayse.writes('1234567890')
    await ayse.writes('evet')
    await finishes(ayse)
    await ayse.taps('Başvuruyu gönder')
    expect(await count()).toBe(1)
  })

  test('of another country may have the same number, and words that are no number are nobody’s', async () => {
    const { firms } = world.house.rooms.people
    const lyon = { country: 'FR', city: 'Lyon', cluster: null }
    await firms.create({ ...lyon, name: 'Une', taxNumber: 'FR 40 303 265 045' })
    expect(await firms.same({ ...lyon, name: 'Deux', taxNumber: 'fr-40303265045' })).toHaveLength(1)
    expect(await firms.same({ ...lyon, country: 'BE', name: 'Deux', taxNumber: '40303265045' })).toEqual([])
    await firms.create({ ...lyon, name: 'Trois', taxNumber: 'aucun' })
    expect(await firms.same({ ...lyon, name: 'Quatre', taxNumber: 'Aucun' })).toEqual([])
  })

  test.each([
    ['name', 'Akın Makina', 'Atla'],
    ['tax number', 'Akın Makina Sanayi', '4540536920'],
  ])('entered by two colleagues at once ends as one: by its %s', async (_, secondName, tax) => {
    const kemal = world.person('Kemal Er')
    for (const [person, name] of [
      [ayse, 'Akın Makina'],
      [kemal, secondName],
    ] as const) {
      await reaches(person, 'firm')
      await answersFirm(person, name, tax)
      await finishes(person)
    }
    await Promise.all([ayse.taps('Başvuruyu gönder'), kemal.taps('Başvuruyu gönder')])
    const [asked, first] = ayse.last.includes('kayıtlı bir firma') ? [ayse, kemal] : [kemal, ayse]
    expect(asked.last).toContain('Sizin firmanız bu mu?')
    await asked.taps('Evet, bu firma')
    await asked.taps('Başvuruyu gönder')
    first.sees(asked.name)
    const rows = await world.house.database.sql`
      select count(distinct firm_id)::int as firms, count(*)::int as applications from applications where state = 'submitted'`
    expect(rows[0]).toEqual({ firms: 1, applications: 2 })
    expect(await count()).toBe(2)
  })

  test('counts steadily: a place is never shown for two questions, and never goes back', async () => {
    const seen = new Map<string, string>()
    const places: [number, number][] = []
    const look = () => {
      const [head = '', , question = ''] = ayse.last.split('\n')
      const found = /(\d+)\/(\d+)/.exec(head)
      if (!found) return
      const at = Number(found[1])
      // A second look at the same question, e.g. what a search has found, keeps its place.
      if (places.at(-1)?.[0] === at) return
      expect(seen.get(found[1] ?? '')).toBeUndefined()
      seen.set(found[1] ?? '', question)
      places.push([at, Number(found[2])])
    }
    await begins(ayse)
    look()
    for (const step of stepsWithNewFirm) {
      await step.answer(ayse, phrases.tr)
      look()
    }
    expect(places.map(([at]) => at)).toEqual(places.map((_, index) => index + 1))
    expect(places.map(([, of]) => of)).toEqual([10, 10, ...Array.from({ length: 13 }, () => 15)])
  })
})
