import { afterEach, describe, expect, test } from 'vitest'
import { openTexts } from '../../src/platform/texts/open-texts.ts'
import { languages } from '../../src/shared/localized-text.ts'
import { newestBroadcast, onTheRoad } from '../support/broadcasts.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

const texts = openTexts()

async function begins(...given: Parameters<typeof onTheRoad>) {
  const road = await onTheRoad(...given)
  world = road.world
  return road
}

describe('writing to people', () => {
  test.each(languages)('in %s: words, whom, send; with a deploy at every step', async (language) => {
    const { zeynep } = await begins([language, language, language], { language })
    const say = texts.words(language)
    const title = { tr: 'Barselona', en: 'Barcelona', es: 'Barcelona', fr: 'Barcelone' }[language]
    const steps = [
      () => zeynep.writes('/broadcast'),
      () => zeynep.writes('🚌 20:30'),
      () => zeynep.taps(title),
      () => zeynep.taps(say.plain('composing:ask.done', { count: 3 })),
    ]
    let version = 100
    for (const step of steps) {
      await step()
      await world.deploys((version += 1))
    }
    expect(zeynep.last).toContain('🚌 20:30')
    await zeynep.taps(say.plain('composing:summary.send', { count: 3 }))
    expect(await newestBroadcast(world)).toMatchObject({
      state: 'arming',
      content: { texts: { [language]: '🚌 20:30' } },
    })
  })

  test('what is formatted keeps its form, and the preview shows it as each language gets it', async () => {
    const { zeynep } = await begins(['tr', 'tr', 'es'])
    await zeynep.writes('/broadcast')
    await zeynep.does((phone) =>
      phone.type({
        text: 'Otobüs 20:30 <lobi> & kapı',
        entities: [
          { type: 'bold', offset: 7, length: 5 },
          { type: 'text_link', offset: 13, length: 6, url: 'https://example.org/?a=1&b=2' },
        ],
      }),
    )
    await zeynep.taps('Barselona')
    await zeynep.taps('Tamam (3 kişi)')
    expect(zeynep.last).toContain('⚠️ Español (1 kişi): metin yok')
    expect(zeynep.buttons).not.toContain('📣 Gönder (3 kişi)')
    await zeynep.taps('🌐 1 dilde metin eksik')
    await zeynep.taps('✎ Yaz: İspanyolca')
    await zeynep.writes('Autocar 20:30')
    expect(zeynep.last).toContain('✅ Español (1 kişi)')
    await zeynep.taps('Önizle')
    const turkish = zeynep.phone
      .state()
      .messages.find(({ from, text }) => from === 'bot' && text?.startsWith('Otobüs 20:30 <lobi> & kapı'))
    expect(turkish?.entities?.slice(0, 2)).toEqual([
      expect.objectContaining({ type: 'bold', offset: 7, length: 5 }),
      expect.objectContaining({ type: 'text_link', url: 'https://example.org/?a=1&b=2' }),
    ])
    zeynep.sees('DENEME · Español (1 kişi)')
    zeynep.sees('Autocar 20:30\n\n')
    expect(zeynep.last).toContain('Göndermeden önce')
  })

  test('another language is told in her own only after a tap that says so', async () => {
    const { zeynep } = await begins(['tr', 'es', 'fr'])
    await zeynep.writes('/broadcast')
    await zeynep.writes('{hitap}, otobüs gecikiyor')
    await zeynep.taps('Barselona')
    await zeynep.taps('Tamam (3 kişi)')
    await zeynep.taps('🌐 2 dilde metin eksik')
    await zeynep.taps('Şu dildeki metni gönder: Türkçe')
    expect(zeynep.last).toContain('↪️ Français (1 kişi)')
    await zeynep.taps('Önizle')
    zeynep.sees(texts.words('es').plain('broadcasts:fallback'))
    // What is filled in is of the language it stands in.
    expect(zeynep.texts.filter((text) => /^Sayın .*, otobüs gecikiyor/.test(text))).toHaveLength(3)
    await zeynep.taps('📣 Gönder (3 kişi)')
    expect(await newestBroadcast(world)).toMatchObject({ state: 'arming', content: { fallback: 'tr' } })
  })

  test('whoever coordinates nothing is told so, kindly', async () => {
    const { people } = await begins(['tr'])
    await people[0]?.writes('/broadcast')
    people[0]?.sees('Toplu mesajı yalnızca koordinatörler yazabilir.')
    expect(await newestBroadcast(world)).toBeUndefined()
  })
})

describe('from elsewhere', () => {
  test('a button on the activity begins with its people', async () => {
    const { zeynep } = await begins(['tr', 'tr'])
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    await zeynep.taps('✍️ Mesaj yaz')
    await zeynep.writes('Lobide buluşuyoruz')
    await zeynep.taps('Tamam (2 kişi)')
    expect(zeynep.last).toContain('Lobide buluşuyoruz')
    expect(zeynep.last).toContain('👥 Barselona Raylı Sistemler Heyeti · onaylananlar: 2 kişi')
  })

  test('groups and buses, ticked quickly, count at once', async () => {
    const { zeynep } = await begins(['tr', 'tr', 'es'])
    await zeynep.writes('/broadcast')
    await zeynep.writes('Otobüs 2 kapıda')
    await zeynep.taps('Barselona')
    await zeynep.taps('Gruplar, otobüsler')
    const ticks = [zeynep.holds('▫️ otobüs 1'), zeynep.holds('▫️ otobüs 2')]
    for (const tick of ticks) await zeynep.presses(tick)
    expect(zeynep.last).toContain('🎯 onaylananlar, otobüs 1 veya otobüs 2\n👥 3 kişi')
    await zeynep.taps('✅ otobüs 1')
    await zeynep.taps('Tamam (1 kişi)')
    expect(zeynep.last).toContain('onaylananlar, otobüs 2: 1 kişi')
  })

  test('a coordinator of one activity writes to its people only', async () => {
    const { activityId } = await begins(['tr'])
    const núria = await world.coordinator('Núria Costa', 'es', 'LYO26')
    await núria.writes('/broadcast')
    const { data, messageId } = núria.holds('Plantillas')
    expect(await núria.presses({ messageId, data: `b.new:${activityId}` })).toContain(
      'quienes coordinan esta actividad',
    )
    await núria.writes('Hola')
    núria.sees('no tiene ninguna actividad en curso')
    expect(await núria.presses({ messageId, data: data.replace('pick', 'nothing') })).toBeDefined()
  })

  test('an urgent one says why', async () => {
    const { zeynep } = await begins(['tr'])
    await zeynep.writes('/broadcast')
    await zeynep.writes('Kapı değişti')
    await zeynep.taps('Barselona')
    await zeynep.taps('Tamam (1 kişi)')
    await zeynep.taps('✎ Önem')
    await zeynep.writes('çok acil')
    expect(zeynep.last).toContain('Ne kadar önemli?')
    await zeynep.taps('🚨 Acil')
    expect(zeynep.last).toContain('Neden acil?')
    await zeynep.does((phone) => phone.sendSticker({ emoji: '🚨' }))
    expect(zeynep.last).toContain('Neden acil?')
    await zeynep.writes('Uçuş kapısı değişti')
    expect(zeynep.last).toContain('gerekçe: Uçuş kapısı değişti')
  })
})
