import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  const celik = await firm(world)
  ayse = world.person('Ayşe Yılmaz')
  const { joining } = world.house.rooms.people
  const token = await world.house.database.transaction(() => joining.inviteToFirm(celik, null))
  await ayse.starts(`f_${token}`)
})
afterEach(() => world.close())

/** Ayşe applies for Ömer; resolves with the link that is for him. */
async function appliesForOmer(): Promise<string> {
  await ayse.starts('t_BCN26')
  await ayse.taps('Çalışma arkadaşım için başvur')
  await ayse.writes('Ömer Güneş')
  await ayse.taps('✔ OMER GUNES')
  await ayse.writes('Satış müdürü')
  await ayse.writes('0532 111 22 33')
  await ayse.writes('omer@celik.com.tr')
  await ayse.writes('Türkçe, İngilizce')
  await ayse.taps('Hayır')
  await ayse.taps('Atla')
  await ayse.taps('Başvuruyu gönder')
  return /start=([\w-]+)/.exec(ayse.last)?.[1] ?? '?'
}

describe('applying for a colleague', () => {
  test('of several begun before anybody is named, each says for which activity it is', async () => {
    await delegation(world, { code: 'LYS27', title: { tr: 'Lyon heyeti' } })
    for (const code of ['BCN26', 'LYS27']) {
      await ayse.starts(`t_${code}`)
      await ayse.taps('Çalışma arkadaşım için başvur')
      await ayse.taps('Ara ver')
    }
    await ayse.writes('/start')
    const labels = ayse.buttons.filter((label) => label.startsWith('▶️')).slice(-2)
    expect(labels.toSorted().join()).toMatch(/ · Barselona Raylı.* · Lyon heyeti/)
  })

  test('no question is put as if it were about oneself', async () => {
    await appliesForOmer()
    const shown = world.shownTo(ayse).join('\n')
    for (const own of ['göreviniz?', 'telefonunuz?', 'E-posta adresiniz?', 'Hangi dilleri konuşuyorsunuz?'])
      expect(shown).not.toContain(own)
  })

  test('they get a link, read the notice themselves, and hear what is decided', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const link = await appliesForOmer()
    expect(ayse.last).toContain('Ömer Güneş adına başvuru gönderildi')
    zeynep.sees('Ömer Güneş')

    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    // The notice is the first thing they read, once it is clear that it is they.
    expect(omer.texts).toHaveLength(1)
    expect(omer.last).toContain('Bu bağlantı Ömer Güneş için hazırlandı')
    await omer.taps('Evet')
    expect(omer.last).toContain('Ayşe Yılmaz sizin adınıza')
    expect(omer.last).toContain('Aydınlatma metni')
    ayse.sees('Ömer Güneş bağlantıyı açtı')
    omer.doesNotSee('kaydedildiniz')
    await omer.taps('Okudum')
    omer.sees('Teşekkür ederiz. “Çelik Dış Ticaret A.Ş.” firmasına kaydedildiniz')
    const read = await world.house.database.sql`select 1 from notices_read`
    expect(read).toHaveLength(1)
    await zeynep.taps('Onayla')
    omer.sees('Başvurunuz onaylandı')
    ayse.doesNotSee('Başvurunuz onaylandı')
  })

  test('who applied hears the decision while the colleague has not opened their link', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    await appliesForOmer()
    await zeynep.taps('Onayla')
    expect(ayse.last).toContain('Ömer Güneş')
    expect(ayse.last).toContain('onaylandı')
  })

  test('a colleague who is a person already keeps what they have said of themselves', async () => {
    await delegation(world, { code: 'LYON27', title: { tr: 'Lyon Heyeti' } })
    const omer = world.person('Ömer Güneş')
    await applies(omer, { code: 'LYON27' })
    await omer.starts(await appliesForOmer())
    await omer.taps('Evet')
    omer.sees('sizin adınıza')
    await omer.taps('Okudum')
    await omer.writes('/trips')
    expect(omer.last).toContain('Barselona Raylı Sistemler Heyeti – değerlendirmede · BCN26-0001')
    expect(omer.last).toContain('Lyon Heyeti – değerlendirmede · LYON27-0001')
    const people = await world.house.database.sql`select email from persons where surname = 'Güneş'`
    expect(people.map(({ email }) => String(email))).toContain('someone@example.com')
  })

  const events = () => world.house.database.sql<{ what: string }[]>`
    select from_state || '→' || to_state || ' ' || coalesce(reason, '') as what from application_events order by id`

  test('a draft of their own gives way to what has been handed in and approved for them', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const omer = world.person('Ömer Güneş')
    await reaches(omer, 'position')
    const link = await appliesForOmer()
    await zeynep.taps('Onayla')
    await omer.starts(link)
    await omer.taps('Evet')
    omer.sees('yarım kalan kendi taslağınız silindi')
    await omer.taps('Okudum')
    await omer.writes('/trips')
    expect(omer.last).toContain('onaylandı · BCN26-0001')
    expect((await events()).map(({ what }) => what)).toContain('approved→approved takenOver')
    // What they write now is no answer to the draft that has gone.
    await omer.writes('Müdür')
    expect(omer.last).not.toContain('bulamadım')
  })

  test.each([
    ['kendi başvurum kalsın', 'BCN26-0001', 'BCN26-0002', 'kendi başvurusunu seçti'],
    ['bu kalsın', 'BCN26-0002', 'BCN26-0001', 'artık kendisinde'],
  ])('who has handed in one as well is asked which stands: %s', async (choice, kept, other, told) => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const omer = world.person('Ömer Güneş')
    await applies(omer)
    await omer.starts(await appliesForOmer())
    await omer.taps('Evet')
    omer.sees('adınıza iki başvuru var')
    expect((await events()).filter(({ what }) => what.includes('withdrawn'))).toHaveLength(0)
    await omer.taps(choice)
    omer.sees(`${kept} numaralı başvurunuz geçerli`)
    ayse.sees(told)
    zeynep.sees(`başvurusunu geri çekti (${other})`)
    await omer.writes('/trips')
    expect(omer.last).toContain(`değerlendirmede · ${kept}`)
    expect(omer.last).toContain(`geri çekildi · ${other}`)
    expect((await events()).map(({ what }) => what)).toContain('submitted→withdrawn keptAnother')
  })

  test('the wrong person who opens the link changes nothing, and whoever made it hears', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const link = await appliesForOmer()
    const claire = world.person('Claire Martin', 'fr')
    await claire.starts(link)
    claire.sees('Ce lien a été préparé pour Ömer Güneş')
    await claire.taps('Non')
    claire.sees('Rien n’a changé')
    ayse.sees('Ömer Güneş için hazırladığınız bağlantıyı başka biri açtı')
    claire.doesNotSee('Çelik')
    zeynep.doesNotSee('Claire')
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    await omer.taps('Evet')
    omer.sees('sizin adınıza')
  })

  test('whoever applied sees it in /trips and can take it back until the colleague is there', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const link = await appliesForOmer()
    await ayse.writes('/trips')
    expect(ayse.last).toContain('Ömer Güneş: Barselona Raylı Sistemler Heyeti – değerlendirmede · BCN26-0001')
    await ayse.taps('Barselona')
    const withdraws = ayse.holds('Geri çek: Ömer Güneş')
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    await omer.taps('Evet')
    expect(await ayse.presses(withdraws)).toContain('yetkiniz yok')
    await ayse.writes('/trips')
    expect(ayse.last).not.toContain('Ömer')

    await appliesForOmer()
    await ayse.writes('/trips')
    await ayse.taps('Barselona')
    await ayse.taps('Geri çek: Ömer Güneş')
    await ayse.taps('Evet, geri çekiyorum')
    expect(ayse.last).toContain('Ömer Güneş adına yapılan başvuru geri çekildi')
    zeynep.sees('başvurusunu geri çekti (BCN26-0002)')
  })

  test('a draft for a colleague is on the home card and in /trips, and goes on from there', async () => {
    await ayse.starts('t_BCN26')
    await ayse.taps('Çalışma arkadaşım için başvur')
    await ayse.writes('Ömer Güneş')
    await ayse.writes('/cancel')
    await ayse.writes('/start')
    ayse.sees('Ömer Güneş için yarım kalan bir başvuru var')
    await ayse.writes('/trips')
    expect(ayse.last).toContain('Ömer Güneş: Barselona Raylı Sistemler Heyeti – taslak')
    await ayse.taps('Barselona')
    await ayse.taps('Devam et: Ömer Güneş')
    expect(ayse.last).toContain('pasaportundaki yazılış')
  })

  test('the phone of whoever fills it in does not become the colleague’s', async () => {
    await ayse.starts('t_BCN26')
    await ayse.taps('Çalışma arkadaşım için başvur')
    await ayse.writes('Ömer Güneş')
    await ayse.taps('✔ OMER GUNES')
    await ayse.writes('Satış müdürü')
    await ayse.sharesOwnContact()
    expect(ayse.last).toContain('Bu sizin numaranız')
    expect(ayse.last).toContain('Çalışma arkadaşınızın')
  })

  test('where approval is automatic, the receipt says what became of it', async () => {
    await delegation(world, { code: 'BCN26', approval: 'automatic', capacity: 1 })
    const link = await appliesForOmer()
    expect(ayse.last).toContain('Başvuru onaylandı')
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    await omer.taps('Evet')
    omer.sees('Başvurunuz onaylandı')
    await appliesForOmer()
    expect(ayse.last).toContain('Başvuru yedek listede, sıra: 1')
    expect(ayse.last).toContain('tüm yerler dolu')
  })

  test('where approval is automatic and nothing is free, they hear why at the link', async () => {
    await delegation(world, { code: 'BCN26', approval: 'automatic', capacity: 1 })
    await appliesForOmer()
    const link = await appliesForOmer()
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    await omer.taps('Evet')
    omer.sees('Başvurunuz yedek listede')
    omer.sees('Neden: tüm yerler dolu.')
    expect(omer.texts.filter((text) => text.includes('yedek listede'))).toHaveLength(1)
  })

  test('that they have taken it over is no decision: the reason and the decider stay who they were', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const can = await world.coordinator('Can Demir')
    const link = await appliesForOmer()
    await zeynep.taps('Reddet')
    await zeynep.taps('Yer yetmedi')
    const later = can.holds('Reddet')
    await zeynep.taps('Reddet ve bildir')
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    await omer.taps('Evet')
    omer.sees('Neden: Başvuru sayısı yer sayısını aştı')
    expect(await can.presses(later)).toBe('Zeynep Kaya bu başvuruyu daha önce reddetmiş.')
    expect(can.last).toContain('Neden: Başvuru sayısı yer sayısını aştı')
  })

  test('the link is not for whoever made it, and stays good', async () => {
    const link = await appliesForOmer()
    await ayse.starts(link)
    ayse.sees('başka biri içindir')
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    await omer.taps('Evet')
    omer.sees('sizin adınıza')
  })

  test('a third person who opens the link after the colleague is told politely, and sees nothing', async () => {
    const link = await appliesForOmer()
    const omer = world.person('Ömer Güneş')
    await omer.starts(link)
    await omer.taps('Evet')
    const eve = world.person('Eve Er')
    await eve.starts(link)
    eve.sees('geçersiz, kullanılmış')
    for (const secret of ['Ömer', 'Ayşe', 'Çelik']) eve.doesNotSee(secret)
    await omer.starts(link)
    omer.doesNotSee('geçersiz, kullanılmış')
  })

  test('paused half-way and resumed, a deploy later, without beginning again', async () => {
    await ayse.starts('t_BCN26')
    await ayse.taps('Çalışma arkadaşım için başvur')
    await ayse.writes('Ömer Güneş')
    await ayse.taps('Ara ver')
    await begins(ayse)
    await ayse.writes('/cancel')
    await ayse.starts('t_BCN26')
    await ayse.taps('Çalışma arkadaşım için başvur')
    expect(ayse.last).toContain('pasaportundaki yazılış')
    await world.deploys(9)
    await ayse.writes('GUNES, OMER')
    expect(ayse.last).toContain('görev')
    ayse.doesNotSee('anlayamadım')
  })
})
