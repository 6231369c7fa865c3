import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import { applicants, statesIn } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

/** Ticks questions on the card that stands open, and chooses the first day that is offered. */
async function sendsBack(by: Person, questions: readonly string[], why?: string): Promise<void> {
  await by.taps('Ek bilgi iste')
  for (const question of questions) await by.taps(`▫️ ${question}`)
  await by.taps('Son günü seç')
  await by.taps('4 Kasım')
  if (why !== undefined) {
    await by.taps('Nedenini ekle')
    await by.writes(why)
  }
  await by.taps('↩️ Gönder')
}

describe('an application that is sent back', () => {
  test('opens the named questions only, says until when and why, and comes back with old → new on every card', async () => {
    const derya = await world.coordinator('Derya Can')
    const [ayse] = await applicants(world, {}, 'Ayşe Yılmaz')
    await zeynep.taps('Ek bilgi iste')
    await zeynep.taps('▫️ Görev')
    await zeynep.taps('▫️ Tercüman')
    await zeynep.taps('☑️ Tercüman')
    await zeynep.taps('▫️ Diller')
    await zeynep.taps('Son günü seç')
    await zeynep.taps('4 Kasım')
    expect(zeynep.last).toContain('Ayşe Yılmaz şu mesajı alacak')
    ayse.doesNotSee('yeniden yanıtlanmasını')
    await zeynep.taps('Nedenini ekle')
    await zeynep.writes('ok')
    expect(zeynep.texts.join('\n')).toContain('Gerekçe çok kısa')
    await zeynep.writes('Görevinizi Türkçe yazar mısınız?')
    expect(zeynep.last).toContain('Görevinizi Türkçe yazar mısınız?')
    expect(await zeynep.taps('↩️ Gönder')).toContain('sorular yeniden açıldı')
    expect(await statesIn(world)).toEqual(['info_requested'])
    zeynep.sees('Yanıt bekleniyor – son gün: 4 Kasım 2026, 18:00 (Barselona saatiyle)')
    ayse.sees('• Görev\n• Diller')
    ayse.sees('Son gün ve saat: 4 Kasım 2026, 18:00 (Barselona saatiyle)')

    await ayse.taps('Şimdi yanıtla')
    expect(ayse.last).toMatch(/1\/2/)
    expect(ayse.last).toContain('Koordinatörün notu: Görevinizi Türkçe yazar mısınız?')
    expect(ayse.last).toContain('Göreviniz')
    await world.deploys()
    await ayse.writes('Satış müdürü')
    expect(ayse.last).toMatch(/2\/2/)
    await ayse.taps('Geri')
    expect(ayse.last).toMatch(/1\/2/)
    await ayse.writes('İhracat müdürü')
    expect(await statesIn(world)).toEqual(['info_requested'])
    await ayse.taps('Tamam')
    expect(ayse.last).toContain('Görev · Export manager → İhracat müdürü')
    expect(await statesIn(world)).toEqual(['submitted'])
    for (const coordinator of [zeynep, derya]) {
      coordinator.sees('Yeniden yanıtladı:')
      coordinator.sees('• Görev · Export manager → İhracat müdürü')
      coordinator.sees('yeniden sorulan soruları yanıtladı')
    }
    await derya.taps('Onayla')
    expect(await statesIn(world)).toEqual(['approved'])
    const kept = await world.house.database.sql`select 1 from sent_back`
    expect(kept).toHaveLength(0)
  })

  test('of two coordinators the second is told who was faster; a second tap, and a stranger’s, change nothing', async () => {
    const derya = await world.coordinator('Derya Can')
    const [ayse] = await applicants(world, {}, 'Ayşe Yılmaz')
    await derya.taps('Ek bilgi iste')
    await derya.taps('▫️ Görev')
    await derya.taps('Son günü seç')
    await derya.taps('4 Kasım')
    const late = derya.holds('↩️ Gönder')
    await sendsBack(zeynep, ['Görev'])
    expect(await derya.presses(late)).toContain('Zeynep Kaya')
    const answer = ayse.holds('Şimdi yanıtla')
    await zeynep.presses(answer)
    expect(zeynep.last).not.toContain('1/1')
    await ayse.presses(answer)
    const pick = ayse.holds('Ara ver')
    await ayse.writes('Müdür')
    expect(await ayse.presses(answer)).toContain('Bu sorular artık açık değil')
    await ayse.presses(pick)
    expect(ayse.last).toContain('Bu sorular artık açık değil')
    expect(await statesIn(world)).toEqual(['submitted'])
    // Sent back once more, and taken back instead: nothing is due any more.
    await sendsBack(zeynep, ['E-posta'])
    await ayse.writes('/trips')
    await ayse.taps('Barselona')
    await ayse.taps('Başvuruyu geri çek')
    await ayse.taps('geri çek')
    expect(await statesIn(world)).toEqual(['withdrawn'])
    expect(
      await world.house.database.sql`select 1 from life_moments where application_id is not null`,
    ).toEqual([])
  })

  test('reminds the day before, and once the day has passed the coordinators decide; until then it can be answered', async () => {
    const [ayse] = await applicants(world, {}, 'Ayşe Yılmaz')
    await sendsBack(zeynep, ['E-posta', 'Görev'])
    await ayse.taps('Şimdi yanıtla')
    await ayse.writes('Müdür')
    await ayse.taps('Ara ver')
    expect(ayse.last).toContain('“Barselona Raylı Sistemler Heyeti” için kalan soruları /trips')
    await world.clockShows('2026-11-03T18:01[Europe/Madrid]')
    expect(ayse.last).toContain('yanıt bekleyen sorular var')
    expect(ayse.last).not.toContain('• Görev')
    await world.clockShows('2026-11-04T18:01[Europe/Madrid]')
    expect(zeynep.last).toContain('Yeniden sorulan soruların süresi doldu; 1 kişi yanıtlamadı')
    await zeynep.taps('Başvuruyu aç')
    expect(zeynep.last).toContain('Yanıtlanan: 1/2')
    const answer = ayse.holds('Şimdi yanıtla')
    await zeynep.taps('Yedek liste')
    expect(await ayse.presses(answer)).toContain('Bu sorular artık açık değil')
    expect(await statesIn(world)).toEqual(['waitlisted'])
  })

  test('asks the form’s questions again, and what follows from another answer', async () => {
    await delegation(world, { details: { applicationForm: 'stand' } })
    await firm(world)
    await publishes(world, stand)
    const ayse = world.person('Ayşe Yılmaz')
    await reaches(ayse)
    await ayse.taps('Hayır, istemem')
    await ayse.writes('Boji')
    await ayse.taps('Başvuruyu gönder')
    await zeynep.taps('Ek bilgi iste')
    await zeynep.taps('Devam ›')
    await zeynep.taps('▫️ Stant ister misiniz?')
    await zeynep.taps('Son günü seç')
    await zeynep.taps('4 Kasım')
    await zeynep.taps('↩️ Gönder')
    ayse.sees('• Stant ister misiniz?')
    await ayse.taps('Şimdi yanıtla')
    await ayse.taps('Evet, isterim')
    expect(ayse.last).toContain('Kaç metrekare?')
    await ayse.writes('12')
    expect(ayse.last).toContain('Stant ister misiniz? · Hayır, istemem → Evet, isterim')
    expect(await statesIn(world)).toEqual(['submitted'])
    zeynep.sees('Kaç metrekare? 12')
    const rows = await world.house.database.sql`select state, edits_id from responses`
    expect(rows.map((row) => ({ ...row }))).toEqual([{ state: 'submitted', edits_id: null }])
  })
})

const stand: SmallForm = {
  survey: [
    asks('select_one yes_no', 'wants', 'Stant ister misiniz?', 'Would you like a stand?', {
      required: 'yes',
    }),
    asks('integer', 'metres', 'Kaç metrekare?', 'How many square metres?', {
      required: 'yes',
      relevant: "${wants} = 'yes'",
    }),
    asks('text', 'product', 'Neyi göstereceksiniz?', 'What will you show?', { required: 'yes' }),
  ],
  choices: [
    choice('yes_no', 'yes', 'Evet, isterim', 'Yes, please'),
    choice('yes_no', 'no', 'Hayır, istemem', 'No, thanks'),
  ],
  settings: { form_id: 'stand', form_title: 'Stand', heyet_purpose: 'application' },
}
