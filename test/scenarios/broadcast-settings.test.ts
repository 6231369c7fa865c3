import { afterEach, describe, expect, test } from 'vitest'
import { templateNames, templates } from '../../src/features/broadcasts/domain/composing/templates.ts'
import { unknownFields } from '../../src/features/broadcasts/domain/fields.ts'
import { openTexts } from '../../src/platform/texts/open-texts.ts'
import { languages } from '../../src/shared/localized-text.ts'
import { newestBroadcast, onTheRoad } from '../support/broadcasts.ts'
import type { Person } from '../support/person.ts'
import type { World } from '../support/world.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const texts = openTexts()

async function begins(...given: Parameters<typeof onTheRoad>) {
  const road = await onTheRoad(...given)
  world = road.world
  return { ...road, newest: () => newestBroadcast(road.world) }
}

/** As far as the summary of a text in Turkish for everybody. */
async function isAtSummary(zeynep: Person, people: number, text = 'Otobüs gecikiyor'): Promise<void> {
  await zeynep.writes('/broadcast')
  await zeynep.writes(text)
  await zeynep.taps('Barselona')
  await zeynep.taps(`Tamam (${people} kişi)`)
}

describe('templates', () => {
  test.each(languages)(
    'in %s each asks for exactly the fields that it has, in every language',
    (language) => {
      for (const name of templateNames) {
        const html = texts.words(language)(`composing:templates.${name}.text`)
        for (const field of templates[name].fields) expect(html).toContain(`{${field}}`)
        const asked: readonly string[] = templates[name].fields
        expect(unknownFields(html).filter((field) => !asked.includes(field))).toEqual([])
      }
    },
  )

  test.each(languages)(
    'a late bus in %s: what is known is asked, what each has of their own can stay',
    async (language) => {
      const { zeynep, newest } = await begins(languages, { language })
      const say = texts.words(language).plain
      await zeynep.writes('/broadcast')
      await zeynep.taps(say('composing:ask.templates'))
      await zeynep.taps(say('composing:templates.delay.title'))
      await zeynep.writes(say('bot:drafts.skip'))
      expect(zeynep.last).toContain(say('composing:fields.min'))
      const last = zeynep.phone.state().messages.at(-1)
      expect(JSON.stringify(last?.keyboard)).not.toContain(say('bot:drafts.skip'))
      await zeynep.writes('30')
      await zeynep.writes('20:30')
      await zeynep.taps(say('bot:drafts.skip'))
      await zeynep.writes('A < B & C')
      await zeynep.taps({ tr: 'Barselona', en: 'Barcelona', es: 'Barcelona', fr: 'Barcelone' }[language])
      await zeynep.taps(say('composing:ask.done', { count: 4 }))
      expect(zeynep.last).toContain(
        say('composing:summary.urgentBecause', { reason: say('composing:templates.delay.title') }),
      )
      await zeynep.taps(say('composing:summary.send', { count: 4 }))
      expect(await newest()).toMatchObject({
        state: 'arming',
        priority: 'urgent',
        content: {
          texts: {
            tr: expect.stringContaining('{bus} numaralı otobüs 30 dakika') as string,
            en: expect.stringContaining('same place: A &lt; B &amp; C') as string,
            es: expect.stringContaining('<b>20:30</b> (hora de {city})') as string,
            fr: expect.stringContaining('{bus} partira avec 30 minutes') as string,
          },
        },
      })
    },
  )

  test('the safety roll-call is sent with two taps and calls for help', async () => {
    const { zeynep, newest } = await begins(['tr', 'es'])
    await zeynep.writes('/broadcast')
    await zeynep.taps('Hazır mesajlar')
    await zeynep.taps('Güvende misiniz?')
    await zeynep.taps('Barselona')
    await zeynep.taps('Tamam (2 kişi)')
    await zeynep.taps('Önizle')
    zeynep.sees('❗ ¿Está a salvo?')
    expect(zeynep.buttons).toContain('🆘 Necesito ayuda')
    await zeynep.taps('Gönder (2 kişi)')
    expect(await newest()).toMatchObject({
      answers: [
        { callsForHelp: false, labels: { tr: '✅ Güvendeyim' } },
        { callsForHelp: true, labels: { fr: '🆘 J’ai besoin d’aide' } },
      ],
    })
  })
})

describe('answers to tap', () => {
  test('names of answers are asked for where there is a text, whatever was said about those without one', async () => {
    const { zeynep } = await begins(['tr', 'es', 'fr'])
    await isAtSummary(zeynep, 3)
    await zeynep.taps('✎ Español')
    await zeynep.writes('El autocar se retrasa')
    await zeynep.taps('🌐 1 dilde metin eksik')
    await zeynep.taps('Şu dildeki metni gönder: Türkçe')
    expect(zeynep.buttons).toContain('📣 Gönder (3 kişi)')
    await zeynep.taps('✎ Yanıtlar')
    await zeynep.writes('Bekliyorum\n🆘 Yardım')
    expect(zeynep.last).toContain('⚠️ Español (1 kişi): yanıtların adı yok')
    expect(zeynep.last).toContain('↪️ Français (1 kişi): Türkçe metin, belirtilerek')
    expect(zeynep.buttons).not.toContain('📣 Gönder (3 kişi)')
    await zeynep.taps('🌐 1 dilde metin eksik')
    expect(zeynep.buttons.join()).not.toContain('Şu dildeki metni gönder')
    await zeynep.taps('✎ Yaz: İspanyolca')
    await zeynep.writes('Espero\n🆘 Ayuda')
    expect(zeynep.buttons).toContain('📣 Gönder (3 kişi)')
  })

  test('own ones have names in each language before it can leave', async () => {
    const { zeynep, newest } = await begins(['tr', 'es'])
    await isAtSummary(zeynep, 2)
    await zeynep.taps('🌐 1 dilde metin eksik')
    await zeynep.taps('✎ Yaz: İspanyolca')
    await zeynep.writes('El autocar se retrasa')
    await zeynep.taps('✎ Yanıtlar')
    await zeynep.writes('1\n2\n3\n4\n5\n6\n7')
    expect(zeynep.last).toContain('7 yanıt yazdınız')
    await zeynep.writes('Bekliyorum\n🆘 Yardım')
    expect(zeynep.last).toContain('Español (1 kişi): yanıtların adı yok')
    await zeynep.taps('🌐 1 dilde metin eksik')
    await zeynep.taps('✎ Yaz: İspanyolca')
    await zeynep.writes('Espero')
    expect(zeynep.last).toContain('1 satır yazdınız; 2 yanıt var')
    await zeynep.writes('Espero\n🆘 Ayuda')
    expect(zeynep.last).toContain('🔘 Yanıtlar: Bekliyorum ve 🆘 Yardım')
    await zeynep.taps('✎ Yanıt süresi')
    await zeynep.taps('3 saat sonra')
    await zeynep.taps('✎ Yeniden sorma')
    await zeynep.taps('10 dakika')
    expect(zeynep.last).toContain('10 dakika sonra yeniden sorulur')
    await zeynep.taps('Gönder (2 kişi)')
    expect(await newest()).toMatchObject({
      ask_again_minutes: 10,
      answers: [
        { callsForHelp: false, labels: { tr: 'Bekliyorum', es: 'Espero' } },
        { callsForHelp: true, labels: { tr: '🆘 Yardım', es: '🆘 Ayuda' } },
      ],
    })
  })
})

describe('when', () => {
  test.each([
    { language: 'tr', typed: 'yarın 08.30' },
    { language: 'en', typed: 'tomorrow 8:30 am' },
    { language: 'es', typed: 'mañana a las 8:30' },
    { language: 'fr', typed: 'demain à 8h30' },
  ] as const)('typed in $language, it is shown by both clocks and scheduled', async ({ language, typed }) => {
    const { zeynep, newest } = await begins([language], { language })
    const say = texts.words(language).plain
    await zeynep.writes('/broadcast')
    await zeynep.writes('🚌')
    await zeynep.taps(language === 'tr' ? 'Barselona' : 'Barcelon')
    await zeynep.taps(say('composing:ask.done', { count: 1 }))
    await zeynep.taps(`✎ ${say('composing:lines.when')}`)
    await zeynep.writes('bla bla')
    expect(zeynep.last).toContain(say('composing:errors.momentUnreadable'))
    await zeynep.writes(typed)
    expect(zeynep.last).toMatch(/08:30 \(Barcelona|08:30 \(Barselona|08:30 \(Barcelone/)
    expect(zeynep.last).toContain('10:30 (')
    await zeynep.taps(say('composing:summary.schedule', { count: 1 }))
    expect(await newest()).toMatchObject({ state: 'scheduled' })
    expect(new Date(String((await newest())?.['starts_at'])).toISOString()).toBe('2026-12-11T07:30:00.000Z')
  })

  test('what lay too long is not sent with a moment that has passed', async () => {
    const { zeynep, newest, world } = await begins(['tr'])
    await isAtSummary(zeynep, 1)
    await zeynep.taps('✎ Geçerlilik')
    await zeynep.writes('11.30')
    expect(zeynep.last).toContain('⌛')
    const send = zeynep.holds('Gönder (1 kişi)')
    await world.clockShows('2026-12-10T12:00:00+01:00[Europe/Madrid]')
    expect(await zeynep.presses(send)).toContain('gönderilmeden önce bitiyor')
    await zeynep.taps('✎ Geçerlilik')
    await zeynep.taps('Süresiz')
    await zeynep.taps('Gönder (1 kişi)')
    expect(await newest()).toMatchObject({ state: 'arming', useful_until: null })
  })
})

describe('before it leaves', () => {
  test('above 20 people a second tap confirms the number, and the same again is asked about', async () => {
    const { zeynep, newest } = await begins(Array.from({ length: 21 }, () => 'tr' as const))
    await isAtSummary(zeynep, 21)
    const first = zeynep.holds('Gönder (21 kişi)')
    await zeynep.presses(first)
    expect(zeynep.last).toContain('21 kişiye gönderilsin mi?')
    expect(await zeynep.presses(first)).toBeDefined()
    expect(await newest()).toMatchObject({ state: 'draft' })
    await zeynep.taps('Geri')
    expect(zeynep.last).toContain('Göndermeden önce')
    await zeynep.taps('Gönder (21 kişi)')
    const yes = zeynep.holds('Evet, 21 kişiye gönder')
    await Promise.all([zeynep.presses(yes), zeynep.presses(yes)])
    expect(await newest()).toMatchObject({ state: 'arming' })
    await isAtSummary(zeynep, 21)
    await zeynep.taps('Gönder (21 kişi)')
    expect(zeynep.last).toContain('Aynı mesaj az önce gönderildi')
    await zeynep.taps('Yine de gönder')
    await zeynep.taps('Evet, 21 kişiye gönder')
    expect(await newest()).toMatchObject({ state: 'arming' })
  })

  test('a field that nobody has is not sent', async () => {
    const { zeynep, newest } = await begins(['tr'])
    await isAtSummary(zeynep, 1, 'Yeni saat {saat}, otobüs {otobüs}')
    expect(zeynep.last).toContain('Bilinmeyen alan: {saat}')
    expect(await zeynep.taps('Gönder (1 kişi)')).toContain('“saat”')
    await zeynep.taps('✎ Türkçe')
    await zeynep.writes('Otobüs {otobüs}')
    await zeynep.taps('Gönder (1 kişi)')
    expect(await newest()).toMatchObject({ state: 'arming' })
  })
})

describe('leaving it', () => {
  test('/cancel at every step keeps the draft, and the list leads back to it', async () => {
    const { zeynep } = await begins(['tr'])
    await isAtSummary(zeynep, 1)
    for (const line of [
      'Kime',
      'Ek',
      'Türkçe',
      'Metnin dili',
      'Önem',
      'Yanıtlar',
      'Ne zaman',
      'Geçerlilik',
    ]) {
      await zeynep.taps(`✎ ${line}`)
      await zeynep.writes('/cancel')
      expect(zeynep.texts.at(-1)).toContain('Saklandı')
      await zeynep.writes('/broadcast')
      await zeynep.taps('▶️ Otobüs gecikiyor')
      await zeynep.taps('Geri')
    }
    const submit = zeynep.holds('Gönder (1 kişi)')
    await zeynep.taps('Taslağı sil')
    await zeynep.taps('Taslağı sil')
    expect(zeynep.last).toContain('Silindi')
    expect(await zeynep.presses(submit)).toContain('artık yok')
  })

  test('another one begun meanwhile lays the first aside; a forwarded button finds nothing', async () => {
    const { zeynep, people, newest } = await begins(['tr'])
    await isAtSummary(zeynep, 1)
    const submit = zeynep.holds('Gönder (1 kişi)')
    expect(await people[0]?.presses(submit)).toContain('yetkiniz yok')
    await zeynep.writes('/broadcast')
    await zeynep.taps('✍️ Yeni mesaj')
    expect(zeynep.last).toContain('Ne söylemek istiyorsunuz?')
    expect(await zeynep.presses(submit)).toContain('ara verdiniz')
    expect(await newest()).toMatchObject({ state: 'draft' })
  })
})
