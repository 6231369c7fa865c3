import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { spokenLanguageName } from '../../src/features/people/index.ts'
import { openTexts } from '../../src/platform/texts/open-texts.ts'
import { languages, type Language } from '../../src/shared/localized-text.ts'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ now: '2026-11-02T09:00:00+03:00[Europe/Istanbul]' })
})
afterEach(() => world.close())

const texts = openTexts()

/** What a coordinator types, each in her own way. */
const typed = {
  tr: {
    title: 'Karbon raporlaması eğitimi',
    day: '10 Aralık',
    hours: 'saat 9.30’dan 17.00’ye kadar',
    deadline: '8 Aralık saat 17.30',
  },
  en: {
    title: 'Carbon reporting training',
    day: 'December 10',
    hours: '9:30 am to 5 pm',
    deadline: '8 December, 5:30 pm',
  },
  es: {
    title: 'Formación en huella de carbono',
    day: '10 de diciembre',
    hours: 'de 9:30 a 17:00',
    deadline: '8/12 a las 17:30',
  },
  fr: {
    title: 'Formation au bilan carbone',
    day: 'le 10 décembre',
    hours: 'de 9h30 à 17h',
    deadline: '8 décembre à 17h30',
  },
} satisfies Record<Language, Record<string, string>>

const saved = async (code: string) => world.house.rooms.activities.store.byCode(code)

/** Every step of planning a training, one at a time. */
function stepsOfPlanning(zeynep: Person, language: Language): (() => Promise<unknown>)[] {
  const say = texts.words(language).plain
  const other = language === 'en' ? 'tr' : 'en'
  return [
    () => zeynep.taps(say('activities:desk.newWorkshop')),
    () => zeynep.taps(say('activities:kind.training')),
    () => zeynep.taps(`▫️ ${say(`people:language.${other}`)}`),
    () => zeynep.taps(say('activities:steps.languages.done', { count: 2 })),
    () => zeynep.writes(typed[language].title),
    () => zeynep.writes(typed[other].title),
    () => zeynep.writes('CBAM <2026> & ISO 14064'),
    () => zeynep.taps(say('bot:drafts.skip')),
    () => zeynep.writes('Ankara, ASO 1. OSB'),
    () => zeynep.writes(typed[language].day),
    () => zeynep.taps(say('planning:endsOn.oneDay')),
    () => zeynep.writes(typed[language].hours),
    () => zeynep.writes('40'),
    () => zeynep.writes(typed[language].deadline),
    () => zeynep.taps(say('planning:approval.automatic')),
  ]
}

describe('planning a training in the chat', () => {
  test.each(languages)('in %s, with a deploy at every step', async (language) => {
    const zeynep = await world.coordinator('Zeynep Kaya', language)
    await zeynep.starts()
    await zeynep.writes('/desk')
    let version = 100
    for (const step of stepsOfPlanning(zeynep, language)) {
      await step()
      await world.deploys((version += 1))
    }
    const say = texts.words(language)
    zeynep.sees('CBAM <2026> & ISO 14064')
    const silent = { languages: spokenLanguageName(language === 'en' ? 'tr' : 'en', language) }
    expect(zeynep.last).toContain(say.plain('planning:summary.missing', silent))
    await zeynep.taps(say.plain('planning:summary.publish'))
    zeynep.sees('EGT-2612-1')

    const other = language === 'en' ? 'tr' : 'en'
    expect(await saved('EGT-2612-1')).toMatchObject({
      kind: 'training',
      title: { [language]: typed[language].title, [other]: typed[other].title },
      description: { [language]: 'CBAM <2026> & ISO 14064' },
      city: { [language]: 'Ankara, ASO 1. OSB', [other]: 'Ankara, ASO 1. OSB' },
      startsOn: Temporal.PlainDate.from('2026-12-10'),
      endsOn: Temporal.PlainDate.from('2026-12-10'),
      hours: '09:30-17:00',
      capacity: 40,
      applicationsCloseAt: Temporal.Instant.from('2026-12-08T14:30:00Z'),
      approval: 'automatic',
      // Nobody has chosen one: of two languages, other readers see English first.
      workingLanguage: null,
      timeZone: 'Europe/Istanbul',
      state: 'published',
    })
    await zeynep.writes('/trips')
    zeynep.sees(typed[language].title)
    expect(zeynep.last).toMatch(/📅 .*2026, 09:30[–-]17:00 · 📍/)
    expect(world.complaints).toEqual([])
  })
})

/** Zeynep has opened a training in Turkish, as far as its title. */
async function isAskedForTitle(): Promise<Person> {
  const zeynep = await world.coordinator('Zeynep Kaya', 'tr')
  await zeynep.writes('/desk')
  await zeynep.taps('Çalıştay ya da eğitim')
  await zeynep.taps('Eğitim')
  await zeynep.taps('Tamam (1)')
  return zeynep
}

/** As far as the first day. */
async function isAskedForFirstDay(): Promise<Person> {
  const zeynep = await isAskedForTitle()
  await zeynep.writes('Karbon eğitimi')
  await zeynep.taps('Atla')
  await zeynep.writes('Ankara')
  return zeynep
}

/** As far as the summary; the deadline is a week before. */
async function isAtSummary(): Promise<Person> {
  const zeynep = await isAskedForFirstDay()
  for (const answer of ['10 Aralık', 'Tek gün sürüyor', 'atla', '40']) await zeynep.writes(answer)
  await zeynep.taps('Bir hafta önce')
  await zeynep.taps('Otomatik')
  return zeynep
}

async function isRefused(somebody: Person, answers: readonly string[], because: string): Promise<void> {
  for (const answer of answers) {
    await somebody.writes(answer)
    expect(somebody.last).toContain(because)
  }
}

describe('half-way through', () => {
  test('what cannot be is refused with an example, and the question stays', async () => {
    const zeynep = await isAskedForTitle()
    await isRefused(zeynep, ['x'], 'Başlık çok kısa')
    await isRefused(zeynep, ['x'.repeat(121)], 'Başlık 121 karakter')
    for (const answer of ['Karbon eğitimi', 'atla', 'Ankara']) await zeynep.writes(answer)
    await isRefused(zeynep, ['yakında', '10-13 Aralık'], 'tarih olarak okuyamadım')
    await isRefused(zeynep, ['2 Kasım 2026'], 'en erken yarın')
    expect(zeynep.last).toContain('Hangi gün başlıyor?')
    await zeynep.writes('10 Aralık')
    await isRefused(zeynep, ['9 Aralık'], 'ilk günden önce olamaz')
    await zeynep.writes('13.12')
    expect(zeynep.last).toContain('Her gün saat kaçtan kaça kadar?')
    await isRefused(zeynep, ['bütün gün', '10-13 Aralık'], 'saat olarak okuyamadım')
    await isRefused(zeynep, ['17.00-09.30', '17:00 09:30'], 'Bitiş saati başlangıçtan sonra olmalıdır')
    await zeynep.taps('Atla')
    await isRefused(zeynep, ['0', '-3', '2,5', 'çok', '5001'], '1 ile 5000 arasında')
    await zeynep.writes('Sınır yok')
    await isRefused(zeynep, ['10 Aralık 09.00'], 'ilk günden önce olmalıdır')
    await isRefused(zeynep, ['1 Kasım 2026 10.00'], 'zamanı geçti')
    await isRefused(zeynep, ['bilmem'], 'gün ve saat olarak okuyamadım')
    await zeynep.taps('Bir hafta önce')
    expect(zeynep.last).toContain('Son başvuru: 3 Aralık 2026 Perşembe 18:00')
  })

  test('what was understood of the hours stands over the next question', async () => {
    const zeynep = await isAskedForFirstDay()
    for (const answer of ['10 Aralık', 'Tek gün sürüyor', '2']) await zeynep.writes(answer)
    expect(zeynep.last).toContain('10 Aralık 2026, 14:00')
    await zeynep.taps('Geri')
    await zeynep.writes('09:30 17:00')
    expect(zeynep.last).toContain('10 Aralık 2026, 09:30-17:00')
  })

  test('a date that can mean two days becomes two buttons, also after a deploy', async () => {
    const zeynep = await isAskedForFirstDay()
    await zeynep.writes('gelecek perşembe')
    expect(zeynep.buttons).toEqual(
      expect.arrayContaining(['5 Kasım 2026 Perşembe', '12 Kasım 2026 Perşembe']),
    )
    await world.deploys(300)
    await zeynep.taps('12 Kasım 2026 Perşembe')
    expect(zeynep.last).toContain('Başlangıç: 12 Kasım 2026 Perşembe')
    await zeynep.taps('Geri')
    expect(zeynep.last).toContain('Şimdiki yanıtınız: 12 Kasım 2026 Perşembe')
    await zeynep.writes('yarın')
    expect(zeynep.last).toContain('Başlangıç: 3 Kasım 2026 Salı')
  })

  test('commands get through, and the question comes back; a new language asks it in that language', async () => {
    const zeynep = await isAskedForTitle()
    await zeynep.writes('/help')
    expect(zeynep.texts.at(-2)).toContain('çalıştay ya da eğitim açıyorsunuz')
    expect(zeynep.last).toContain('Başlık (Türkçe)')
    await zeynep.writes('/language')
    await zeynep.taps('Español')
    zeynep.sees('Título (turco)')
    await zeynep.writes('Karbon eğitimi')
    expect(zeynep.last).toContain('Descripción – turco')
  })

  test('an old button says so, and a pause keeps everything', async () => {
    const zeynep = await isAskedForTitle()
    const pause = zeynep.holds('Ara ver')
    const back = zeynep.holds('Geri')
    await zeynep.writes('Karbon eğitimi')
    expect(await zeynep.presses(back)).toContain('Bu soru yanıtlandı')
    await zeynep.writes('/cancel')
    expect(zeynep.last).toContain('Taslağınız saklandı')
    expect(await zeynep.presses(pause)).toContain('ara verdiniz')
    await zeynep.writes('Merhaba')
    zeynep.sees('Bunu anlayamadım')
    await zeynep.writes('/desk')
    await zeynep.taps('Çalıştay ya da eğitim')
    expect(zeynep.last).toContain('Açıklama – Türkçe')
  })

  test('a discarded draft is gone, after asking once', async () => {
    const zeynep = await isAtSummary()
    const publish = zeynep.holds('Yayımla')
    await zeynep.taps('Taslağı sil')
    zeynep.sees('Bu taslak silinsin mi?')
    await zeynep.taps('Geri')
    await zeynep.taps('Taslağı sil')
    await zeynep.taps('Taslağı sil')
    zeynep.sees('Taslak silindi')
    expect(await zeynep.presses(publish)).toBeDefined()
    expect(await saved('EGT-2612-1')).toBeUndefined()
    await zeynep.writes('/desk')
    await zeynep.taps('Çalıştay ya da eğitim')
    expect(zeynep.last).toContain('Ne açmak istiyorsunuz?')
  })

  test('published, tapped twice at once, is published once, and a short note is all there is about the other', async () => {
    const zeynep = await isAtSummary()
    const publish = zeynep.holds('Yayımla')
    await Promise.all([zeynep.presses(publish), zeynep.presses(publish)])
    expect(zeynep.texts.filter((text) => text.includes('EGT-2612-1'))).toHaveLength(1)
    expect(zeynep.notes).toEqual(['Bu taslak tamamlandı ya da silindi.'])
    expect(zeynep.phone.state().lastAnswer).toMatchObject({ showAlert: false })
  })

  test('what lay too long is not published with a deadline that has passed', async () => {
    const zeynep = await isAtSummary()
    await world.clockShows('2026-12-05T09:00:00+03:00[Europe/Istanbul]')
    expect(await zeynep.taps('Yayımla')).toContain('zamanı geçti')
    await zeynep.taps('✎ Son başvuru')
    await zeynep.taps('Bir gün önce')
    await zeynep.taps('Yayımla')
    expect(await saved('EGT-2612-1')).toMatchObject({ capacity: 40 })
  })

  test('of two open drafts the one touched last is asked', async () => {
    await delegation(world)
    const zeynep = await isAskedForTitle()
    await zeynep.starts('t_BCN26')
    await zeynep.taps('Başvur')
    await zeynep.taps('Okudum')
    expect(zeynep.last).toContain('Hangi firma adına')
    await zeynep.writes('/desk')
    await zeynep.taps('Çalıştay ya da eğitim')
    expect(zeynep.last).toContain('Başlık (Türkçe)')
    await world.deploys(400)
    await zeynep.writes('Karbon eğitimi')
    expect(zeynep.last).toContain('Açıklama – Türkçe')
    await zeynep.writes('/cancel')
    await zeynep.writes('celik')
    expect(zeynep.last).toContain('celik')
  })

  test('two coordinators publishing at once get two codes', async () => {
    const people = [await world.coordinator('Zeynep Kaya', 'tr'), await world.coordinator('Deniz Ak', 'tr')]
    for (const somebody of people) {
      await somebody.writes('/desk')
      for (const step of stepsOfPlanning(somebody, 'tr')) await step()
    }
    await Promise.all(people.map((somebody) => somebody.taps('Yayımla')))
    expect((await saved('EGT-2612-1'))?.title).toEqual((await saved('EGT-2612-2'))?.title)
  })

  test('a draft nobody touches for 60 days goes', async () => {
    const zeynep = await isAskedForTitle()
    await world.clockShows('2027-01-03T09:00[Europe/Istanbul]')
    await zeynep.writes('Karbon eğitimi')
    expect(zeynep.last).not.toContain('Açıklama')
  })
})

test('a language in which nothing can be announced is refused as it was typed, and so is none', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  await zeynep.writes('/desk')
  await zeynep.taps('Çalıştay ya da eğitim')
  await zeynep.taps('Eğitim')
  await zeynep.writes('Türkçe, Almanca')
  expect(zeynep.last).toContain('“Türkçe, Almanca”: metinler yalnızca')
  await zeynep.writes('Marsça')
  expect(zeynep.last).toContain('“Marsça”: metinler yalnızca')
  await zeynep.writes('Türkçe, English')
  expect(zeynep.last).toContain('Başlık (Türkçe)')
})
